"""The five data sets: one flat record a row, in a stable order, read in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Prefetch

from archive.exporting import records
from archive.models import (
    Article,
    Meeting,
    MeetingReport,
    Observation,
    Place,
    PlaceUnit,
    PositionReport,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from archive.exporting.records import Row

CHUNK = 500  # rows that are read from the database at once


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a data set is wanted; slugs and days."""

    place: str | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None


def articles_of(selection: Selection) -> Any:
    """The public articles of a selection; a province stands for all its districts."""
    rows = Article.objects.exportable()
    if selection.place:
        rows = rows.filter(place__slug=selection.place) | rows.filter(
            place__parent__slug=selection.place
        )
    if selection.source:
        rows = rows.filter(source__slug=selection.source)
    if selection.since:
        rows = rows.filter(sort_date__gte=selection.since)
    if selection.until:
        rows = rows.filter(sort_date__lte=selection.until)
    return rows


def articles(selection: Selection) -> Iterator[Row]:
    rows = articles_of(selection).select_related("place", "unit", "source").order_by("pk")
    return map(records.article, rows.iterator(chunk_size=CHUNK))


def officials(selection: Selection) -> Iterator[Row]:
    """One row a post and report: who held what on which day, by which article."""
    rows = (
        PositionReport.objects.valid()
        .filter(article__in=articles_of(selection))
        .select_related("mention__official", "position__place")
        .order_by("mention__official__slug", "on", "order")
    )
    return map(records.post, rows.iterator(chunk_size=CHUNK))


def meetings(selection: Selection) -> Iterator[Row]:
    reports = MeetingReport.objects.valid().filter(article__in=articles_of(selection))
    rows = (
        Meeting.objects.filter(pk__in=reports.values("meeting"), merged_into=None)
        .select_related("place")
        .prefetch_related(Prefetch("reports", reports))
        .order_by("pk")
    )
    return map(records.meeting, rows.iterator(chunk_size=CHUNK))


def observations(selection: Selection) -> Iterator[Row]:
    rows = (
        Observation.objects.valid()
        .filter(article__in=articles_of(selection))
        .select_related("indicator", "place", "parent")
        .prefetch_related("evidence")
        .order_by("article", "order")
    )
    return map(records.figure, rows.iterator(chunk_size=CHUNK))


def places(selection: Selection) -> Iterator[Row]:
    """One row a unit: a place between two days."""
    rows = PlaceUnit.objects.select_related("place__parent").order_by(
        "place__slug", F("valid_from").asc(nulls_first=True)
    )
    if selection.place:
        inside = Place.objects.filter(slug=selection.place) | Place.objects.filter(
            parent__slug=selection.place
        )
        rows = rows.filter(place__in=inside)
    return map(records.unit, rows.iterator(chunk_size=CHUNK))


DATASETS: dict[str, Callable[[Selection], Iterator[Row]]] = {
    "articles": articles,
    "officials": officials,
    "meetings": meetings,
    "observations": observations,
    "places": places,
}
