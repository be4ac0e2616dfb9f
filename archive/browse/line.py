"""The line of units of a place: what it came from, what it was from day to day, what came of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, Sum

from archive.models import ArticleSum, Place, Succession
from archive.vietnamese.collation import collation_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import PlaceUnit

    Span = tuple[PlaceUnit, ...]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Relative:
    """A place on the other side of a change, as it was there, with its articles."""

    place: Place
    unit: PlaceUnit | None
    count: int

    @property
    def kind(self) -> str:
        return self.unit.kind if self.unit else ""

    @property
    def name(self) -> str:
        return self.unit.name if self.unit else self.place.name

    @property
    def province(self) -> Place | None:
        """The province that it lay in then, None of a province."""
        return (self.unit and self.unit.parent) or self.place.parent


@dataclass(frozen=True, slots=True)
class Change:
    """One change and the places on its other side, in Vietnamese order.

    `ended`: those before it were gone after it.
    """

    on: date
    kind: str
    ended: bool
    resolution: str
    relatives: tuple[Relative, ...]

    @property
    def by_kind(self) -> list[tuple[str, list[Relative]]]:
        """`[("phường", […]), ("xã", […])]`"""
        ordered = sorted(self.relatives, key=lambda relative: relative.kind)
        return [(kind, list(group)) for kind, group in groupby(ordered, lambda r: r.kind)]

    @property
    def provinces(self) -> list[Place]:
        """Those that the relatives lay in."""
        return list({r.province.pk: r.province for r in self.relatives if r.province}.values())


@dataclass(frozen=True, slots=True)
class Stretch:
    """A unit with its articles, and with what joined it or was taken from it meanwhile.

    It lasts until the last day of `units`, which differ in neither kind nor name nor province.
    """

    units: tuple[PlaceUnit, ...]
    count: int
    joined: tuple[Change, ...]
    left: tuple[Change, ...]

    @property
    def unit(self) -> PlaceUnit:
        return self.units[0]

    @property
    def until(self) -> date | None:
        return self.units[-1].valid_to

    @property
    def name(self) -> str:
        """With its kind."""
        return str(self.unit)


@dataclass(frozen=True, slots=True)
class Line:
    """`origins` began the place, `ends` are what came of it when it was no more."""

    origins: tuple[Change, ...]
    stretches: tuple[Stretch, ...]
    ends: tuple[Change, ...]

    @property
    def until(self) -> date | None:
        """The last day of the place, None where it is still there."""
        return self.stretches[-1].until if self.stretches else None

    @property
    def is_long(self) -> bool:
        """Whether there is more to tell than that the place has always been there."""
        events = [change for s in self.stretches for change in (*s.joined, *s.left)]
        return len(self.stretches) > 1 or bool(self.until or self.origins or events)


def line_of(place: Place, articles: Any) -> Line:
    """Eight queries at most, however much there is. `articles`: those of the place itself."""
    units = sorted(place.units.all(), key=lambda unit: unit.valid_from or date.min)
    spans = [tuple(group) for _, group in groupby(units, lambda u: (u.kind, u.name, u.parent_id))]
    came, became = rows(place, "after", "before"), rows(place, "before", "after")
    counts = articles_of([row.before for row in came] + [row.after for row in became])
    before = changes(came, lambda row: row.before, counts)
    after = changes(became, lambda row: row.after, counts)
    began = units[0].valid_from if units else None
    over = units[-1].valid_to if units else None
    joined = [change for change in before if change.on != began]
    left = [change for change in after if over is None or change.on <= over]
    return Line(
        tuple(change for change in before if change.on == began),
        tuple(
            Stretch(span, count, during(span, joined), during(span, left))
            for span, count in zip(spans, held_during(articles, spans), strict=True)
        ),
        tuple(change for change in after if change not in left),
    )


def rows(place: Place, here: str, there: str) -> list[Succession]:
    found = Succession.objects.filter(**{here: place}).select_related(here, f"{there}__parent")
    return list(found.prefetch_related(f"{there}__units__parent__units").order_by("on", "kind"))


def changes(found: Iterable[Succession], other: Any, counts: dict[int, int]) -> list[Change]:
    """Rows of one change put together."""
    grouped: dict[tuple[date, str, bool, str], list[Relative]] = defaultdict(list)
    for row in found:
        place = other(row)
        day = row.on if place.pk == row.after_id else row.on - DAY
        relative = Relative(place, place.unit_on(day), counts.get(place.pk, 0))
        grouped[row.on, row.kind, row.ended, row.resolution].append(relative)
    return [
        Change(*key, tuple(sorted(relatives, key=lambda r: collation_key(r.name))))
        for key, relatives in grouped.items()
    ]


def during(span: Span, found: Iterable[Change]) -> tuple[Change, ...]:
    """Changes of the days of a stretch."""
    return tuple(change for change in found if any(unit.holds_on(change.on) for unit in span))


def held_during(articles: Any, spans: Iterable[Span]) -> list[int]:
    """How many articles fall in the days of each stretch. One query."""
    wanted = {f"n{number}": Count("pk", filter=days(span)) for number, span in enumerate(spans)}
    counts = articles.order_by().aggregate(**wanted) if wanted else {}
    return list(counts.values())


def days(span: Span) -> Q:
    condition = Q(sort_date__isnull=False)
    if span[0].valid_from:
        condition &= Q(sort_date__gte=span[0].valid_from)
    return condition & Q(sort_date__lte=span[-1].valid_to) if span[-1].valid_to else condition


def articles_of(places: Iterable[Place]) -> dict[int, int]:
    """Articles by place; those of a province with all that lies in it. One query."""
    ids = {place.pk for place in places}
    inside = Place.objects.filter(Q(pk__in=ids) | Q(parent__in=ids)).values("pk")
    held = ArticleSum.objects.filter(place__in=inside)
    counts: dict[int, int] = defaultdict(int)
    pairs = held.values_list("place_id", "place__parent_id").annotate(n=Sum("articles"))
    for place, parent, number in pairs:
        for pk in {place, parent} & ids:
            counts[pk] += number
    return counts
