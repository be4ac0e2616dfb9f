"""The gazetteer: dated units, found by address, by name, by day."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from archive.gazetteer.lineage import Lineage
from archive.gazetteer.spelling import loose_key, name_key
from archive.gazetteer.unit import Unit
from archive.vietnamese.fold import slugify_vi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FILES = ("provinces.csv", "districts.csv", "communes.csv")
ORDER = {"province": 0, "district": 1, "commune": 2}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Units by address and by name. Names are compared without case and old tone placement."""

    units: tuple[Unit, ...]
    by_slug: dict[str, tuple[Unit, ...]] = field(repr=False)
    by_name: dict[str, tuple[Unit, ...]] = field(repr=False)
    by_loose_name: dict[str, tuple[Unit, ...]] = field(repr=False)
    by_label: dict[str, tuple[Unit, ...]] = field(repr=False)
    lineage: Lineage = field(repr=False)
    former: dict[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(
        cls,
        units: Iterable[Unit],
        lineage: Lineage | None = None,
        former: dict[str, tuple[str, ...]] | None = None,
    ) -> Gazetteer:
        """`former`: districts by the name of a commune that they had, `{"xã an lâm": (slug, …)}`."""
        rows = tuple(sorted(units, key=lambda unit: (unit.slug, unit.valid_from or date.min)))
        large = [unit for unit in rows if unit.level != "commune"]
        return cls(
            rows,
            by_slug=group(rows, lambda unit: unit.slug),
            by_name=group(rows, lambda unit: name_key(unit.name)),
            by_loose_name=group(rows, lambda unit: loose_key(unit.name)),
            by_label=group(large, lambda unit: slugify_vi(unit.name).replace("-", "")),
            lineage=lineage or Lineage.of(()),
            former=former or {},
        )

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """From the tables of `fixtures/gazetteer`."""
        units = [unit for name in FILES for unit in read_units(folder / name)]
        return cls.of(units, Lineage.load(folder), read_former(folder / "former_communes.csv"))

    def named(
        self, name: str, on: date | None = None, *, kind: str = "", province: str = ""
    ) -> tuple[Unit, ...]:
        """Units of this name, provinces first; of the day, of the kind, in the province (slug) if given.

        A name that no such unit has is tried in looser spellings: `Đăk Đoa`, `Qui Nhơn`, `Bắc Cạn`.
        """
        for units, key_of in ((self.by_name, name_key), (self.by_loose_name, loose_key)):
            fitting = tuple(
                unit
                for unit in units.get(key_of(name), ())
                if (on is None or unit.on(on))
                and kind in {"", unit.kind}
                and province in {"", unit.parent, unit.slug}
            )
            if fitting:
                return fitting
        return ()

    def knows(self, name: str) -> bool:
        return name_key(name) in self.by_name or loose_key(name) in self.by_loose_name

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

    def standing_for(self, slug: str, on: date | None) -> tuple[str, ...]:
        """Who stands at a day for a place that has ended or not begun: its heirs or its forerunners.

        The place itself where it is there, or where no day is given.
        """
        stretches = self.by_slug[slug]
        if on is None or any(unit.on(on) for unit in stretches):
            return (slug,)
        last, first = stretches[-1].valid_to, stretches[0].valid_from
        if last and last < on:
            steps = [s for s in self.lineage.became.get(slug, ()) if s[0] > last]
        else:
            steps = [s for s in self.lineage.came_from.get(slug, ()) if s[0] == first]
        return tuple(dict.fromkeys(n for _, s in steps for n in self.standing_for(s, on)))

    def kind_of_province(self, slug: str, on: date | None) -> str | None:
        """`tỉnh`, or `thành phố` for a centrally run city, of the province of a place on a day."""
        province = self.at(slug.split("/", maxsplit=1)[0], on)
        return province.kind if province else None

    def province_of(self, unit: Unit, on: date | None) -> Unit:
        """The province that the unit is or lies in, as on the day."""
        if unit.parent is None:
            return unit
        province = self.at(unit.parent, on or unit.valid_to)
        if province is None:
            raise LookupError(f"the gazetteer has no province {unit.parent!r} for {unit.slug!r}")
        return province


def group(units: Iterable[Unit], key: Callable[[Unit], str]) -> dict[str, tuple[Unit, ...]]:
    groups: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        groups[key(unit)].append(unit)
    return {k: tuple(sorted(v, key=lambda u: ORDER[u.level])) for k, v in groups.items()}


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


def read_former(path: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["communes"].split("; "):
                found[name.casefold()].append(row["district"])
    return {name: tuple(slugs) for name, slugs in found.items()}


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
