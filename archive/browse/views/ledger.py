"""The table of places: what the archive holds of each province and of the units below it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Sum

from archive.models import Place
from archive.vietnamese.collation import collation_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from archive.models import PlaceUnit


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A place with what the archive holds of it; `children` are its districts with articles."""

    place: Place
    count: int
    last: date | None
    children: tuple[LedgerRow, ...] = ()

    @property
    def unit(self) -> PlaceUnit | None:
        """The unit as it was on the day of the newest article."""
        return self.place.unit_on(self.last)


def held_places() -> Any:
    """Places with articles, each with `count` and `last`. Two queries with the units."""
    return (
        Place.objects.filter(article_sums__isnull=False)
        .annotate(count=Sum("article_sums__articles"), last=Max("article_sums__last"))
        .select_related("parent")
        .prefetch_related("units", "parent__units")
    )


def ledger(held: Iterable[Any] | None = None) -> list[LedgerRow]:
    """Provinces in Vietnamese order, each with its places below; `held` narrows the places."""
    below: dict[int, list[LedgerRow]] = defaultdict(list)
    own: dict[int, LedgerRow] = {}
    provinces: dict[int, Place] = {}
    for place in held_places() if held is None else held:
        row = LedgerRow(place, place.count, place.last)
        province = place.parent or place
        provinces.setdefault(province.pk, province)
        if place.parent_id:
            below[province.pk].append(row)
        else:
            own[province.pk] = row
    return in_order(province_row(place, own.get(pk), below[pk]) for pk, place in provinces.items())


def ledger_below(provinces: Iterable[Place]) -> list[LedgerRow]:
    """The units of these provinces that have articles."""
    held = held_places().filter(parent__in=[province.pk for province in provinces])
    return in_order(LedgerRow(place, place.count, place.last) for place in held)


def province_row(place: Place, own: LedgerRow | None, below: list[LedgerRow]) -> LedgerRow:
    parts = [*below, *([own] if own else [])]
    last = max((part.last for part in parts if part.last), default=None)
    return LedgerRow(place, sum(part.count for part in parts), last, tuple(in_order(below)))


def in_order(rows: Iterable[LedgerRow]) -> list[LedgerRow]:
    return sorted(rows, key=lambda row: collation_key(row.place.name))
