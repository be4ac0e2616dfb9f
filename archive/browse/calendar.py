"""Articles by year and month, with every year between the first and the last."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count

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
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def shade(self) -> int:
        return sum(self.count >= step for step in STEPS)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


def articles_by_month(articles: Any) -> list[tuple[int, list[Cell]]]:
    """The calendar of a queryset of articles. One query."""
    months = articles.order_by().values_list("sort_date__year", "sort_date__month")
    return calendar(months.annotate(Count("pk")))


def years_of(by_month: list[tuple[int, list[Cell]]]) -> list[tuple[int, int]]:
    """Articles a year, the newest first; a year without is left out."""
    counts = [(year, sum(cell.count for cell in cells)) for year, cells in reversed(by_month)]
    return [(year, count) for year, count in counts if count]


def calendar(counts: Iterable[tuple[int | None, int | None, int]]) -> list[tuple[int, list[Cell]]]:
    """(year, month, articles) → years in order, each with twelve cells; no date does not count."""
    held = {(year, month): count for year, month, count in counts if year}
    if not held:
        return []
    years = range(min(held)[0], max(held)[0] + 1)
    return [
        (year, [Cell(year, month, held.get((year, month), 0)) for month in range(1, 13)])
        for year in years
    ]
