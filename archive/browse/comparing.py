"""Comparing up to six places in one indicator: which places, in which period, by which figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count

from archive.models import Observation, Place
from archive.ordering import by_name

if TYPE_CHECKING:
    from django.http import QueryDict

    from archive.models import Indicator

MOST = 6
REPORTED = (Observation.Kind.RESULT, Observation.Kind.ESTIMATE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`figures` of the period; `others`: the newest of chosen places that have none in it.

    `all` are the figures of the chosen places in this unit in every period, oldest first.
    """

    period: str
    unit: str
    places: list[Place]
    figures: list[Observation]
    others: list[Observation]
    all: list[Observation]
    periods: list[str]
    offered: list[Place]


def comparable(rows: Any) -> Any:
    """Reported levels of a known place and period: no target, no range, nothing below zero."""
    known = rows.filter(value__gt=0, value_high=None, place__isnull=False, kind__in=REPORTED)
    return known.exclude(period="")


def comparison(indicator: Indicator, params: QueryDict, rows: Any) -> Comparison | None:
    """What the address asks for: `?voi=` places, `?luc=` period; else the newest with two places."""
    rows = comparable(rows.filter(indicator=indicator))
    counted = list(
        rows.order_by()
        .values_list("period", "unit")
        .annotate(places=Count("place", distinct=True))
        .order_by("-period", "-places", "unit")
    )
    if not counted:
        return None
    period, unit = chosen_period(counted, params.get("luc", ""))
    offered = list(
        Place.objects.filter(pk__in=rows.values("place")).select_related("parent")
        .order_by(by_name("parent__name"), by_name("name"))
    )  # fmt: skip
    places = chosen_places(rows, params.getlist("voi"), offered, period, unit)
    figures = list(
        rows.filter(place__in=places, unit=unit)
        .select_related("article", "place__parent", "indicator")
        .order_by("period", "pk")
    )
    held = of_period(figures, period)
    return Comparison(
        period,
        unit,
        places,
        figures=held,
        others=newest_of_others(figures, held),
        all=figures,
        periods=list(dict.fromkeys(row[0] for row in counted)),
        offered=offered,
    )


def chosen_period(counted: list[tuple[str, str, int]], wanted: str) -> tuple[str, str]:
    """The wanted period in its most used unit, else the newest that two places share."""
    for period, unit, places in counted:
        if period == wanted or (not wanted and places > 1):
            return period, unit
    return counted[0][:2] if not wanted else chosen_period(counted, "")


def chosen_places(
    rows: Any, wanted: list[str], offered: list[Place], period: str, unit: str
) -> list[Place]:
    """The places that the address names, else those with the greatest figures of the period."""
    known = {place.slug: place for place in offered}
    named = [known[slug] for slug in dict.fromkeys(wanted) if slug in known]
    if not named:
        top = rows.filter(period=period, unit=unit).order_by("-value", "pk")
        slugs = top.values_list("place__slug", flat=True)[: 4 * MOST]
        named = [known[slug] for slug in dict.fromkeys(slugs)]
    return named[:MOST]


def of_period(figures: list[Observation], period: str) -> list[Observation]:
    """Greatest first, each value of a place once: where reports differ, both stand."""
    once = {
        (figure.place_id, figure.value): figure for figure in figures if figure.period == period
    }
    return sorted(once.values(), key=lambda figure: -(figure.value or 0))


def newest_of_others(figures: list[Observation], held: list[Observation]) -> list[Observation]:
    """Of each place that has none of the period its newest; `figures` are oldest first."""
    newest = {figure.place_id: figure for figure in figures}
    with_it = {figure.place_id for figure in held}
    return [figure for place, figure in newest.items() if place not in with_it]
