"""The map of the provinces, of 2024 or of today, shaded by how much the archive holds of each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from archive.browse.words import counted
from archive.models import Place, Succession
from archive.vietnamese.collation import collation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archive.browse.views.ledger import LedgerRow

OUTLINES = Path(__file__).resolve().parents[2] / "fixtures" / "map" / "provinces.csv"
TODAY, BEFORE = "nay", "2024"
CLASSES = 3  # shades of the style sheet


class Archipelago(NamedTuple):
    """Its name, and where on the map that stands."""

    name: str
    x: int
    y: int


ARCHIPELAGOS = {
    "da-nang": Archipelago("Quần đảo Hoàng Sa", 5950, 3480),
    "khanh-hoa": Archipelago("Quần đảo Trường Sa", 6500, 6130),
}


class Outline(NamedTuple):
    """One province on one of the maps, as SVG paths: its land, and the islets of its archipelago."""

    map: str
    province: str
    land: str
    islets: str


@dataclass(frozen=True, slots=True)
class Area:
    """A province on the map. `former` are those of the past whose articles count here too."""

    outline: Outline
    place: Place | None
    count: int
    shade: int
    former: tuple[str, ...]

    @property
    def archipelago(self) -> Archipelago | None:
        return ARCHIPELAGOS.get(self.outline.province)

    @property
    def label(self) -> str:
        """`Hải Phòng: 2 bài, cả của Hải Dương cũ`"""
        words = f"{self.place}: {counted(self.count, 'bài')}"
        if not self.former:
            return words
        return _("{words}, cả của {former} cũ").format(words=words, former=", ".join(self.former))


@dataclass(frozen=True, slots=True)
class Step:
    """A class of the legend: from so many articles to so many."""

    shade: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """`areas` in Vietnamese order, which is the order of the keyboard."""

    which: str
    areas: tuple[Area, ...]
    legend: tuple[Step, ...]


@lru_cache(maxsize=1)
def outlines() -> tuple[Outline, ...]:
    with OUTLINES.open(encoding="utf-8", newline="") as file:
        return tuple(Outline(**row) for row in csv.DictReader(file))


def province_map(which: str, rows: Iterable[LedgerRow]) -> ProvinceMap:
    """The map that was asked for, today's by default. Two queries."""
    which = BEFORE if which == BEFORE else TODAY
    drawn = [outline for outline in outlines() if outline.map == which]
    counts, former = gather({outline.province for outline in drawn}, rows)
    most = max(counts.values(), default=0)
    lows = lower_bounds(most)
    places = {place.slug: place for place in Place.objects.filter(level=Place.Level.PROVINCE)}
    areas = [
        Area(
            outline,
            places.get(outline.province),
            counts.get(outline.province, 0),
            shade_of(counts.get(outline.province, 0), lows),
            former.get(outline.province, ()),
        )
        for outline in drawn
    ]
    areas.sort(key=lambda area: collation_key(area.place.name if area.place else ""))
    return ProvinceMap(which, tuple(areas), legend(lows, most))


def gather(
    drawn: set[str], rows: Iterable[LedgerRow]
) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """Articles by province of the map; a province that it does not show counts with its heir."""
    heirs = dict(
        Succession.objects.filter(before__level=Place.Level.PROVINCE, ended=True).values_list(
            "before__slug", "after__slug"
        )
    )
    counts: dict[str, int] = {}
    former: dict[str, tuple[str, ...]] = {}
    for row in rows:
        slug = shown_as(row.place.slug, drawn, heirs)
        counts[slug] = counts.get(slug, 0) + row.count
        if slug != row.place.slug:
            former[slug] = (*former.get(slug, ()), row.place.name)
    return counts, former


def shown_as(slug: str, drawn: set[str], heirs: Mapping[str, str]) -> str:
    while slug not in drawn and slug in heirs:
        slug = heirs[slug]
    return slug


def lower_bounds(most: int) -> tuple[int, ...]:
    """Where the classes begin, each about as many times the last: 1, 5, 22 up to a hundred."""
    third = most ** (1 / 3)
    bounds = {1, round(third) + 1, round(third * third) + 1}
    return tuple(sorted(bound for bound in bounds if bound <= most))


def shade_of(count: int, lows: tuple[int, ...]) -> int:
    """0 where there is nothing; the highest class is always the darkest."""
    return CLASSES - len(lows) + sum(count >= low for low in lows) if count else 0


def legend(lows: tuple[int, ...], most: int) -> tuple[Step, ...]:
    highs = [*(low - 1 for low in lows[1:]), most]
    steps = zip(lows, highs, strict=False)
    return tuple(Step(shade_of(low, lows), low, high) for low, high in steps)
