"""Crawls: a page with its address and time, second visits as further sightings, what came with the bytes."""

import gzip
import json
from datetime import UTC, datetime, timedelta

import pytest

from archive.importing.reextract import reextract
from archive.importing.reference import current_knowledge
from archive.importing.run import Options, import_paths
from archive.importing.saving import Writer
from archive.importing.workers import item_of
from archive.models import Article, Capture, ImportBatch, Place
from archive.pages import Revisit
from archive.pages.page import RawPage

URL = "http://huyenuy.example.vn/tin/1"
FIRST, SECOND = datetime(2021, 5, 6, tzinfo=UTC), datetime(2022, 5, 6, tzinfo=UTC)
TEXT = (
    "Huyện ủy họp hội nghị lần thứ 9\n"
    "Sáng ngày 5/5/2021, Huyện ủy tổ chức hội nghị lần thứ 9 để đánh giá tình hình kinh tế - xã hội, "
    "quốc phòng - an ninh và công tác xây dựng Đảng bốn tháng đầu năm, bàn các giải pháp cho thời gian "
    "tới. Các đại biểu thảo luận về sản xuất, thu ngân sách, giáo dục và y tế của địa phương.\n"
)


@pytest.fixture
def store(db, settings, tmp_path):
    settings.SEARCH_URL = f"memory://{tmp_path}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path / "captures"},
        },
    }


def run(*items, **options):
    knowledge = current_knowledge()
    writer = Writer(ImportBatch.objects.create(description="test"), knowledge, **options)
    return writer.save([item_of(item, knowledge) for item in items]).results


def page(**changes):
    return RawPage(
        **{
            "content": TEXT.encode(),
            "media": "text",
            "name": "a.warc!1",
            "url": URL,
            "captured_at": FIRST,
            **changes,
        }
    )


@pytest.fixture
def imported(store, tmp_path):
    """The page, imported from a file of its own so that the reference rows are there."""
    path = tmp_path / "pages.jsonl.gz"
    line = {"url": URL, "text": TEXT, "captured_at": FIRST.isoformat()}
    path.write_bytes(gzip.compress(json.dumps(line).encode()))
    import_paths([path], Options(), [].append)
    return Article.objects.get()


def test_a_second_visit_is_a_further_sighting_of_the_same_bytes(imported):
    (result,) = run(Revisit("a.warc!2", URL, SECOND, FIRST))
    assert result.outcome == "unchanged"
    first, second = Capture.objects.order_by("captured_at")
    assert (first.captured_at, second.captured_at) == (FIRST, SECOND)
    assert first.sha256 == second.sha256


def test_a_second_visit_counts_once(imported):
    run(Revisit("a.warc!2", URL, SECOND), Revisit("a.warc!2", URL, SECOND))
    assert Capture.objects.count() == 2


def test_a_second_visit_to_an_unknown_page_is_skipped(imported):
    (result,) = run(Revisit("a.warc!3", URL + "0", SECOND))
    assert (result.outcome, result.article_id) == ("skipped", None)
    assert "does not hold" in result.reason


def test_a_new_extraction_keeps_what_came_with_the_bytes(imported):
    place = Place.objects.get(slug="hai-duong/kinh-mon")
    title = "Tiêu đề mà bản lưu cho biết"
    run(page(url=URL + "5", title=title, content=TEXT.encode() + b"."), place=place)
    article = Article.objects.get(url=URL + "5")
    list(reextract([article]))
    article.refresh_from_db()
    assert (article.title, article.place) == (title, place)


def test_a_second_visit_to_a_copy_is_a_sighting_of_the_article(imported):
    run(page(url=URL + "?copy", captured_at=SECOND))
    (result,) = run(Revisit("a.warc!4", URL + "?copy", SECOND + timedelta(days=1), SECOND))
    assert (result.outcome, result.article_id) == ("unchanged", imported.pk)
    last = Capture.objects.latest("captured_at")
    assert (last.url, last.captured_at) == (URL + "?copy", SECOND + timedelta(days=1))
