"""What leaves the house: public facts with their words, and no retold sample."""

from io import StringIO

import pytest
from django.core.management import call_command

from archive.exporting.datasets import DATASETS, Selection
from archive.models import Article, Source

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive(settings, tmp_path):
    """The sample pages as if they were real ones."""
    settings.SEARCH_URL = f"memory://{tmp_path}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    call_command("import_pages", "fixtures/pages", "--source", "bai-mau", stdout=StringIO())
    Source.objects.filter(slug="bai-mau").update(is_sample=False)


def rows(name, **selection):
    return list(DATASETS[name](Selection(**selection)))


def test_samples_stay_in(archive):
    Source.objects.filter(slug="bai-mau").update(is_sample=True)
    assert {name: rows(name) for name in DATASETS if name != "places"} == {
        "articles": [],
        "officials": [],
        "meetings": [],
        "observations": [],
    }


def test_a_province_stands_for_its_districts(archive):
    assert len(rows("articles")) == 5
    assert {row["place"] for row in rows("articles", place="hai-duong")} == {
        "hai-duong/kinh-mon",
        "hai-duong/nam-sach",
    }


def test_figures_carry_the_words_they_were_read_from(archive):
    [figure] = [row for row in rows("observations") if row["name"] == "Tổng thu ngân sách"]
    assert figure["as_written"] == "905 tỷ 653 triệu đồng"
    assert str(figure["value"].normalize()) == "905.653"


def test_a_hidden_article_takes_its_facts_along(archive):
    before = len(rows("officials"))
    Article.objects.filter(place__slug="ha-nam/phu-ly").update(
        visibility="hidden", visibility_reason="x"
    )
    assert len(rows("officials")) < before
    assert len(rows("meetings")) == 4


def test_places_are_dated(archive):
    kinh_mon = list(rows("places", place="hai-duong/kinh-mon"))
    assert [(row["kind"], str(row["valid_to"])) for row in kinh_mon] == [
        ("huyện", "2019-10-31"),
        ("thị xã", "2025-06-30"),
    ]
