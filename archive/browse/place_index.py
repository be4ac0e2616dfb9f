"""Districts by first letter, in Vietnamese order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Sum
from django.db.models.functions import Coalesce

from archive.models import Place, PlaceUnit
from archive.vietnamese.collation import collation_key, initial


@dataclass(frozen=True, slots=True)
class Entry:
    """A district as it was last, with its articles."""

    place: Place
    unit: PlaceUnit | None
    count: int


def districts_by_letter() -> list[tuple[str, list[Entry]]]:
    """`[("A", [An Biên, …]), ("B", …), …, ("#", [1, 10, …])]`. Two queries."""
    places = Place.objects.filter(level=Place.Level.DISTRICT).select_related("parent")
    counted = places.annotate(count=Coalesce(Sum("article_sums__articles"), 0)).prefetch_related(
        "units"
    )
    entries = [Entry(place, place.unit_on(None), place.count) for place in counted]
    entries.sort(key=lambda entry: sort_key(entry.place))
    return [
        (letter, list(group)) for letter, group in groupby(entries, lambda e: initial(e.place.name))
    ]


def sort_key(place: Place) -> tuple[object, ...]:
    """Numbers as numbers after all letters, namesakes by province."""
    number = int(place.name) if place.name.isdigit() else 0
    return number, collation_key(place.name), collation_key(str(place.parent))
