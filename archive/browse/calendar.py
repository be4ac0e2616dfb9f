"""Articles by year and month, with every year between the first and the last."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

STEPS = (1, 4, 10)  # articles a month from which a cell is darker


@dataclass(frozen=True, slots=True)
class Cell:
    """One month; `shade` 0 to 3 is the class of the style sheet."""

    year: int
    month: int
    count: int

    @property
    def shade(self) -> int:
        return sum(self.count >= step for step in STEPS)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


def calendar(days: Iterable[date | None]) -> list[tuple[int, list[Cell]]]:
    """Years in order, each with its twelve cells; days without a date do not count."""
    counts = Counter((day.year, day.month) for day in days if day)
    if not counts:
        return []
    years = range(min(counts)[0], max(counts)[0] + 1)
    return [
        (year, [Cell(year, month, counts[year, month]) for month in range(1, 13)]) for year in years
    ]
