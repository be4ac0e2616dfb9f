"""`among` and `OneOf` find what `in` finds, on either database."""

import datetime

import pytest
from django.db.models import Q

from archive.models import Article, Place, Source
from archive.models.among import OneOf
from tests.importing.conftest import places

__all__ = ["places"]  # a fixture
pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(places):
    source = Source.objects.create(slug="nguon", name="Nguồn")
    for place in places.values():
        Article.objects.create(identity=place.slug, source=source, title=place.name, place=place)
    return Article.objects.all()


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("title", ["Kinh Môn", "Đ “'\\"]),
        ("title", []),
        ("title", {"Kinh Môn"}),
        ("identity", {"hai-duong": 1}.keys()),
    ],
)
def test_words(articles, column, values):
    among, within = (articles.filter(**{f"{column}__{how}": values}) for how in ("among", "in"))
    assert set(among) == set(within)


def test_numbers_and_relations(articles):
    ids = list(Place.objects.exclude(parent=None).values_list("pk", flat=True))
    assert articles.filter(place__among=ids).count() == 2
    province = Place.objects.get(parent=None).pk
    assert articles.filter(place__parent__among=range(province, province + 1000)).count() == 2
    assert articles.filter(place__slug__among=["hai-duong"]).count() == 1
    assert articles.exclude(place__among=[*ids, 2**60]).count() == 1
    assert articles.filter(Q(place__among=ids) | Q(title__among=["Hải Dương"])).count() == 3


def test_rows_are_changed_and_deleted(articles):
    ids = [article.pk for article in articles]
    assert articles.filter(pk__among=ids[:2]).update(summary="x") == 2
    assert articles.filter(pk__among=ids[1:]).delete()[0] == 2


def test_columns_say_it_together(articles, places):
    """Each by itself two articles would say."""
    days = [datetime.date(2022, 7, 13), datetime.date(2021, 5, 5)]
    homes = [places["Kinh Môn"], places["Hải Dương"]]
    for home, day in zip(homes, days, strict=True):
        articles.filter(place=home).update(event_on=day)
    keys = {(homes[0].pk, "Kinh Môn", days[0]), (homes[1].pk, "Hải Dương", days[0])}
    found = articles.filter(OneOf(("place", "title", "event_on"), keys))
    assert [article.title for article in found] == ["Kinh Môn"]
    assert not articles.filter(OneOf(("place", "title", "event_on"), [])).exists()
