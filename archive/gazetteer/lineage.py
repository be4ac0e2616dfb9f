"""What became of units: dated successions, and the steps from a unit to those on the other side of a change."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

REFORM = date(2025, 7, 1)  # the day on which the district level ended
ABOLITION = "203/2025/QH15"


@dataclass(frozen=True, slots=True)
class Succession:
    """On a day the units `before` became the units `after` (slugs). A unit on both sides went on."""

    on: date
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    resolution: str

    def ended(self, slug: str) -> bool:
        """Whether a unit was gone after this change."""
        return slug in self.before and slug not in self.after

    def heirs(self) -> Iterator[tuple[str, str]]:
        """Pairs of a unit and one that its land or part of it went to."""
        for old in self.before:
            for new in self.after:
                if old != new and (old not in self.after or new not in self.before):
                    yield old, new


Step = tuple[date, str]  # the day of a change, and the unit on its other side


@dataclass(frozen=True, slots=True)
class Lineage:
    """Direct successors and predecessors by slug, oldest change first."""

    successions: tuple[Succession, ...]
    became: dict[str, tuple[Step, ...]] = field(repr=False)
    came_from: dict[str, tuple[Step, ...]] = field(repr=False)

    @classmethod
    def of(cls, successions: Iterable[Succession]) -> Lineage:
        ordered = tuple(sorted(successions, key=lambda s: s.on))
        became: dict[str, tuple[Step, ...]] = defaultdict(tuple)
        came_from: dict[str, tuple[Step, ...]] = defaultdict(tuple)
        for succession in ordered:
            for old, new in succession.heirs():
                became[old] += ((succession.on, new),)
                came_from[new] += ((succession.on, old),)
        return cls(ordered, dict(became), dict(came_from))

    @classmethod
    def load(cls, folder: Path) -> Lineage:
        """From the tables of `fixtures/gazetteer`."""
        return cls.of([*read_changes(folder / "successions.csv"), *read_ends(folder)])


def read_changes(path: Path) -> Iterator[Succession]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Succession(
                date.fromisoformat(row["effective_on"]),
                row["kind"],
                slugs(row["before"]),
                slugs(row["after"]),
                row["resolution"],
            )


def read_ends(folder: Path) -> Iterator[Succession]:
    """The end of each district, and the communes that its land went to."""
    with (folder / "district_communes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            before = (row["district"],)
            yield Succession(REFORM, "abolish", before, slugs(row["communes"]), ABOLITION)


def slugs(text: str) -> tuple[str, ...]:
    return tuple(text.split(" + ")) if text else ()
