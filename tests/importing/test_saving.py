"""Pages saved together are saved as one by one; what cannot be saved is one page lost."""

from dataclasses import replace

import pytest

from archive.extraction.knowledge import Knowledge
from archive.importing import articles
from archive.importing.saving import Writer
from archive.importing.understanding import Refused, understood
from archive.models import (
    Article,
    Evidence,
    ImportBatch,
    ImportItem,
    Meeting,
    Mention,
    Observation,
    Official,
    Position,
    Source,
)  # fmt: skip
from archive.pages.page import RawPage
from tests.importing.records import figure, record

TABLES = (Article, Meeting, Official, Position, Mention, Observation, Evidence)
BODY = "Ngày 13/7, Sái Thị Yến, Bí thư Thị ủy chủ trì. Thu ngân sách đạt 905 tỷ đồng. "


@pytest.fixture
def writer(places, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    source = Source.objects.create(slug="nguon", name="Nguồn")
    batch = ImportBatch.objects.create(description="test")
    return Writer(batch, Knowledge.load(), source, places["Kinh Môn"])


def page(number, **changes):
    """A page of its own on the session that all report."""
    body = f"{BODY}{' '.join(f'tin{number}chữ{i}' for i in range(60))}"
    url = changes.pop("url", f"https://x.vn/{number}")
    raw = RawPage(f"{number}".encode(), "text", f"{number}", url)
    return understood(raw, record(**{"url": url, "body": body, **changes}))


def rows():
    return [model.objects.count() for model in TABLES]


@pytest.mark.parametrize("together", [1, 4])
def test_pages_share_people_posts_and_meetings(writer, together):
    pages = [page(number) for number in range(4)]
    for start in range(0, 4, together):
        writer.save(pages[start : start + together])
    assert rows()[:6] == [4, 1, 1, 1, 4, 4]


def test_the_same_page_twice_in_one_batch_is_unchanged(writer):
    saved = writer.save([page(1), page(1), page(1, author="Khác")])
    assert [result.outcome for result in saved.results] == ["new", "unchanged", "updated"]


def test_a_part_may_stand_before_its_total(writer):
    total = figure(name="Tổng thu", value="10")
    part = figure(name="Thu nội địa", value="4", parent="Tổng thu")
    writer.save([page(1, indicators=(part, total))])
    assert Observation.objects.get(name="Thu nội địa").parent.name == "Tổng thu"


def test_figures_that_are_part_of_each_other_are_saved(writer):
    one = figure(name="A", value="1", parent="B")
    other = figure(name="B", value="2", parent="A")
    writer.save([page(1, indicators=(one, other))])
    assert Observation.objects.get(name="A").parent.name == "B"


def test_what_cannot_be_saved_is_one_page_lost(writer, monkeypatch):
    write = articles.write_article

    def failing(article, read, place):
        if read.url == "https://x.vn/2":
            raise ValueError("broken")
        return write(article, read, place)

    monkeypatch.setattr(articles, "write_article", failing)
    saved = writer.save([page(1), page(2), Refused("bad", "why"), page(3)])
    assert [result.outcome for result in saved.results] == ["new", "rejected", "rejected", "new"]
    assert "ValueError('broken')" in saved.results[1].reason
    assert Article.objects.count() == 2
    assert list(ImportItem.objects.values_list("outcome", flat=True)) == [
        "new", "rejected", "rejected", "new",
    ]  # fmt: skip


def test_statements_do_not_grow_with_the_pages(writer, django_assert_max_num_queries):
    writer.save([page(0)])
    with django_assert_max_num_queries(52):  # 39, and on PostgreSQL numbers of rows and turns
        writer.save([page(number) for number in range(1, 30)])


def test_portals_nobody_has_named_are_asked_for_together(writer, django_assert_max_num_queries):
    """Each page of a portal of its own: `writer` without a source asks the rows whose they are."""
    free = replace(writer, source=None)
    pages = [page(n, url=f"https://tin{n % 30}.vn/{n}") for n in range(60)]
    free.save(pages[:30])
    with django_assert_max_num_queries(54):
        free.save(pages[30:])
    assert Source.objects.filter(slug__startswith="tin").count() == 30
