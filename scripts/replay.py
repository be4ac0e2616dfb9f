"""Dated changes, undone one by one from the units of 30 June 2025: what was there before, since when.

How the table of changes reads: fixtures/gazetteer/sources/README.md.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from scripts.unit_packages import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scripts.unit_packages import Listed

REFORM = date(2025, 7, 1)
DAY = timedelta(days=1)
KINDS = ("thành phố", "thị xã", "huyện", "quận", "tỉnh")


class Key(NamedTuple):
    """How the table names a unit. A province has no `above`."""

    above: str
    kind: str
    name: str


@dataclass(slots=True)
class Stretch:
    """A unit while nothing about it changed."""

    key: Key
    code: str
    valid_to: date | None
    valid_from: date | None = None
    resolution: str = ""


@dataclass(slots=True, eq=False)
class Line:
    """One identity with its stretches, newest first."""

    stretches: list[Stretch] = field(default_factory=list)

    @property
    def newest(self) -> Key:
        return self.stretches[0].key


class Succession(NamedTuple):
    """On a day these became those. A line on both sides went on."""

    on: date
    kind: str
    before: list[Line]
    after: list[Line]
    resolution: str


class Change(NamedTuple):
    """A row of the table, its units parsed."""

    on: date
    kind: str
    before: list[Key]
    after: list[Key]
    resolution: str
    of_provinces: bool
    follow: tuple[str, list[str]] | None


class Replay:
    """The lines as of the day that the walk has come back to, and those that it has left behind."""

    def __init__(self, units: Iterable[Listed]) -> None:
        last = REFORM - DAY
        self.open = {
            Key(*unit[:3]): Line([Stretch(Key(*unit[:3]), unit.code, last)]) for unit in units
        }
        self.begun: list[Line] = []
        self.successions: list[Succession] = []

    @property
    def lines(self) -> list[Line]:
        return [*self.open.values(), *self.begun]

    def undo(self, change: Change) -> None:
        after = [self.open[key] for key in change.after]
        made = [key for key in change.after if key not in change.before]
        gone = [key for key in change.before if key not in change.after]
        alone = len(made) == len(gone) == 1
        for key in made:
            old = next((old for old in gone if old.name == key.name), None)
            old = old or (gone[0] if alone else None)
            if old:
                self.renew(key, old, change)
                gone.remove(old)
            else:
                self.begin(key, change)
        for key in gone:
            self.open[key] = Line([Stretch(key, "", change.on - DAY)])
        before = [self.open[key] for key in change.before]
        self.successions.append(
            Succession(change.on, change.kind, before, after, change.resolution)
        )

    def undo_above(self, change: Change) -> None:
        """Districts go back under the name of the province that they came from."""
        (before, after) = change.before[0], change.after[0]
        if len(change.before) == len(change.after) == 1 and before.name != after.name:
            for key in [key for key in self.open if key.above == after.name]:
                self.renew(key, key._replace(above=before.name), change)
        if change.follow:
            old, names = change.follow
            for key in [k for k in self.open if k.above == after.name and k.name in names]:
                self.renew(key, key._replace(above=old), change)

    def renew(self, key: Key, old: Key, change: Change) -> None:
        """A unit went on under another kind, name or province."""
        line = self.open.pop(key)
        newest = line.stretches[-1]
        newest.valid_from, newest.resolution = change.on, change.resolution
        line.stretches.append(Stretch(old, newest.code, change.on - DAY))
        self.open[old] = line

    def begin(self, key: Key, change: Change) -> None:
        line = self.open.pop(key)
        line.stretches[-1].valid_from = change.on
        line.stretches[-1].resolution = change.resolution
        self.begun.append(line)


def changes(path: Path) -> list[Change]:
    with path.open(encoding="utf-8") as file:
        return [change_of(row) for row in csv.DictReader(file)]


def change_of(row: dict[str, str]) -> Change:
    of_provinces = "level=province" in row["note"]
    above = "" if of_provinces else row["province"]
    follow = re.search(r"districts of (.+?) follow \((.+?)\)", row["note"])
    return Change(
        date.fromisoformat(row["effective_on"]),
        row["kind"],
        units(row["before"], above),
        units(row["after"], above),
        row["resolution"],
        of_provinces,
        (follow[1], follow[2].split(", ")) if follow else None,
    )


def units(text: str, above: str) -> list[Key]:
    """`huyện Kinh Môn + thị xã Chí Linh [Hải Dương]` → keys; `*` stands for all and gives none."""
    return [key(part.strip(), above) for part in text.split(" + ") if part.strip() not in {"", "*"}]


def key(text: str, above: str) -> Key:
    other = re.fullmatch(r"(.*?) \[(.+)\]", text)
    if other:
        text, above = other.groups()
    kind = next(kind for kind in KINDS if text.startswith(kind))
    return Key(above, kind, tidy(text.removeprefix(kind)))
