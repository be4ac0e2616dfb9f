"""The five data sets: one flat record a row, in a stable order, read in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive.models import Article, Meeting, Observation, Place, PlaceUnit, PositionReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

CHUNK = 500  # rows that are read from the database at once
Row = dict[str, Any]


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
    for article in rows.iterator(chunk_size=CHUNK):
        yield {
            "id": article.pk,
            "url": article.url,
            "title": article.title,
            "source": article.source.slug,
            "place": article.place.slug if article.place else None,
            "unit": str(article.unit) if article.unit else None,
            "event_on": article.event_on,
            "published_at": article.published_at,
            "captured_on": article.captured_on,
            "date": article.sort_date,
            "date_kind": article.date_kind or None,
        }


def officials(selection: Selection) -> Iterator[Row]:
    """One row a post and report: who held what on which day, by which article."""
    rows = (
        PositionReport.objects.valid()
        .filter(article__in=articles_of(selection))
        .select_related("mention__official", "position__place")
        .order_by("mention__official__slug", "on", "order")
    )
    for report in rows.iterator(chunk_size=CHUNK):
        yield {
            "official": report.mention.official.slug,
            "name": report.mention.official.name,
            "position": report.position.title,
            "place": report.position.place.slug if report.position.place else None,
            "on": report.on,
            "article": report.article_id,
            "state": report.state,
        }


def meetings(selection: Selection) -> Iterator[Row]:
    rows = (
        Meeting.objects.filter(reports__article__in=articles_of(selection), merged_into=None)
        .distinct()
        .select_related("place")
        .prefetch_related("reports")
        .order_by("pk")
    )
    for meeting in rows.iterator(chunk_size=CHUNK):
        yield {
            "id": meeting.pk,
            "kind": meeting.kind,
            "name": meeting.name,
            "place": meeting.place.slug if meeting.place else None,
            "ordinal": meeting.ordinal,
            "congress": meeting.congress,
            "term": meeting.term or None,
            "held_on": meeting.held_on,
            "day_part": meeting.day_part or None,
            "articles": " ".join(str(report.article_id) for report in meeting.reports.all()),
        }


def observations(selection: Selection) -> Iterator[Row]:
    rows = (
        Observation.objects.valid()
        .filter(article__in=articles_of(selection))
        .select_related("indicator", "place", "parent")
        .prefetch_related("evidence")
        .order_by("article", "order")
    )
    for figure in rows.iterator(chunk_size=CHUNK):
        yield {
            "id": figure.pk,
            "indicator": figure.indicator.slug,
            "name": figure.name,
            "place": figure.place.slug if figure.place else None,
            "period": figure.period or None,
            "kind": figure.kind,
            "value": figure.value,
            "value_high": figure.value_high,
            "unit": figure.unit or None,
            "plan_percent": figure.plan_percent,
            "growth_percent": figure.growth_percent,
            "compared_with": figure.compared_with or None,
            "parent": figure.parent.name if figure.parent else None,
            "article": figure.article_id,
            "as_written": " ".join(item.quote for item in figure.evidence.all()),
            "state": figure.state,
        }


def places(selection: Selection) -> Iterator[Row]:
    """One row a unit: a place between two days."""
    rows = PlaceUnit.objects.select_related("place__parent").order_by("place__slug", "valid_from")
    if selection.place:
        inside = Place.objects.filter(slug=selection.place) | Place.objects.filter(
            parent__slug=selection.place
        )
        rows = rows.filter(place__in=inside)
    for unit in rows.iterator(chunk_size=CHUNK):
        yield {
            "place": unit.place.slug,
            "level": unit.place.level,
            "kind": unit.kind,
            "name": unit.name,
            "code": unit.code or None,
            "parent": unit.place.parent.slug if unit.place.parent else None,
            "valid_from": unit.valid_from,
            "valid_to": unit.valid_to,
            "resolution": unit.resolution or None,
        }


DATASETS: dict[str, Callable[[Selection], Iterator[Row]]] = {
    "articles": articles,
    "officials": officials,
    "meetings": meetings,
    "observations": observations,
    "places": places,
}
