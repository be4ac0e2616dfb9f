"""The gazetteer: dated units, found by address, by name, by day."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from archive.gazetteer.unit import Unit
from archive.vietnamese.fold import slugify_vi
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FILES = ("provinces.csv", "districts.csv", "communes.csv")
REFORM = date(2025, 7, 1)  # the day on which the district level ended

# Whose committee is called what, by kind of unit.
COMMITTEES = {
    "tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "thị xã": "Thị ủy", "quận": "Quận ủy",
    "huyện": "Huyện ủy", "xã": "Đảng ủy", "phường": "Đảng ủy", "thị trấn": "Đảng ủy",
    "đặc khu": "Đảng ủy",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Units by address and by name. Names are compared without case and old tone placement."""

    units: tuple[Unit, ...]
    by_slug: dict[str, tuple[Unit, ...]] = field(repr=False)
    by_name: dict[str, tuple[Unit, ...]] = field(repr=False)
    by_label: dict[str, tuple[Unit, ...]] = field(repr=False)

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Gazetteer:
        rows = tuple(sorted(units, key=lambda unit: (unit.slug, unit.valid_from or date.min)))
        large = [unit for unit in rows if unit.level != "commune"]
        return cls(
            rows,
            by_slug=group(rows, lambda unit: unit.slug),
            by_name=group(rows, lambda unit: name_key(unit.name)),
            by_label=group(large, lambda unit: slugify_vi(unit.name).replace("-", "")),
        )

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """From the tables of `fixtures/gazetteer`."""
        return cls.of(unit for name in FILES for unit in read_units(folder / name))

    def named(self, name: str, on: date | None = None) -> tuple[Unit, ...]:
        """Units of this name, those of the day where one is given; provinces first."""
        found = self.by_name.get(name_key(name), ())
        return tuple(unit for unit in found if on is None or unit.on(on))

    def spelled(self, label: str) -> tuple[Unit, ...]:
        """Provinces and districts whose name without accents and spaces is this: `kinhmon`."""
        return self.by_label.get(label, ())

    def at(self, slug: str, on: date | None) -> Unit | None:
        """The unit at an address on a day; without a day, or outside the table, the nearest one."""
        stretches = self.by_slug.get(slug, ())
        if not stretches:
            return None
        if on is None:
            return stretches[-1]
        current = next((unit for unit in stretches if unit.on(on)), None)
        return current or (stretches[0] if stretches[0].valid_from else stretches[-1])

    def province_of(self, unit: Unit, on: date | None) -> Unit:
        """The province that the unit is or lies in, as on the day."""
        if unit.parent is None:
            return unit
        province = self.at(unit.parent, on or unit.valid_to)
        if province is None:
            raise LookupError(f"the gazetteer has no province {unit.parent!r} for {unit.slug!r}")
        return province


def name_key(name: str) -> str:
    return shadow(name).casefold()


def group(units: Iterable[Unit], key: Callable[[Unit], str]) -> dict[str, tuple[Unit, ...]]:
    groups: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        groups[key(unit)].append(unit)
    order = {"province": 0, "district": 1, "commune": 2}
    return {k: tuple(sorted(v, key=lambda u: order[u.level])) for k, v in groups.items()}


def read_units(path: Path) -> Iterable[Unit]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Unit(
                slug=row["slug"],
                name=row["name"],
                kind=row["kind"],
                level=row["level"],  # type: ignore[arg-type]  # the table has the three levels
                parent=row["parent"] or None,
                code=row["code"] or None,
                valid_from=day(row["valid_from"]),
                valid_to=day(row["valid_to"]),
                resolution=row["resolution"] or None,
            )


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
