"""The database itself refuses what must not be."""

import datetime

import pytest
from django.db import IntegrityError

from archive.models import Article, ArticleVersion, Evidence, Place, PlaceUnit, Source

DAY = datetime.date(2020, 1, 1)


@pytest.fixture
def article(db):
    source = Source.objects.create(slug="nguon", name="Nguồn")
    return Article.objects.create(identity="x", source=source, title="t")


@pytest.mark.parametrize(
    "change",
    [
        {"visibility": "withdrawn"},  # without a reason
        {"sort_date": DAY},  # without saying which date it is
        {"date_kind": "event"},
    ],
)
def test_article_refuses(article, change):
    with pytest.raises(IntegrityError):
        Article.objects.filter(pk=article.pk).update(**change)


def test_evidence_belongs_to_exactly_one_fact(article):
    version = ArticleVersion.objects.create(article=article, number=1, title="t", body="b")
    with pytest.raises(IntegrityError):
        Evidence.objects.create(version=version, start=0, end=1, quote="b")


def test_a_unit_ends_after_it_begins(db):
    place = Place.objects.create(slug="x", name="X", folded="x", level="province")
    with pytest.raises(IntegrityError):
        PlaceUnit.objects.create(
            place=place, name="X", kind="tỉnh", valid_from=DAY, valid_to=datetime.date(2019, 1, 1)
        )


def test_a_district_has_a_parent(db):
    with pytest.raises(IntegrityError):
        Place.objects.create(slug="x", name="X", folded="x", level="district")


def test_two_units_cannot_both_begin_before_the_table(db):
    place = Place.objects.create(slug="x", name="X", folded="x", level="province")
    PlaceUnit.objects.create(place=place, name="X", kind="tỉnh")
    with pytest.raises(IntegrityError):
        PlaceUnit.objects.create(place=place, name="X", kind="thành phố")
