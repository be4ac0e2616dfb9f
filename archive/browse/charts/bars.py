"""Places side by side: the figures of one period and unit as bars on one axis."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from archive.browse.charts.scale import Axis, axis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Observation

TOP, ROW, GAP = 28, 50, 28  # pixels: above the first row, a row, before the rows of other periods
BEFORE = 16  # what the bar of the year before adds to a row


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure at its height; `start` and `length` are percents of the width.

    `before` is derived: what the compared period must have been by the growth that is reported.
    """

    figure: Observation
    value: Decimal
    y: int
    start: str
    length: str
    end: str
    before: Decimal | None = None
    before_length: str = "0"
    before_end: str = "0"


@dataclass(frozen=True, slots=True)
class BarChart:
    """`line`: the height of the line under which figures of other periods stand, else None."""

    name: str
    axis: Axis
    bars: list[Bar]
    height: int
    line: int | None = None

    @property
    def least(self) -> Decimal:
        return min(bar.value for bar in self.bars)

    @property
    def greatest(self) -> Decimal:
        return max(bar.value for bar in self.bars)

    @property
    def has_before(self) -> bool:
        return any(bar.before is not None for bar in self.bars)


def value_chart(
    name: str, figures: list[Observation], others: Iterable[Observation] = ()
) -> BarChart | None:
    """Values, with the year before where a report gives the growth; `others` below a line."""
    held, apart = list(figures), list(others)
    rows = [(figure, figure.value or Decimal(0), before(figure)) for figure in [*held, *apart]]
    return chart(name, rows, len(held) if held and apart else None)


def plan_chart(name: str, figures: Iterable[Observation]) -> BarChart | None:
    """How much of the plan was reached, in percent."""
    return share_chart(name, [(f, f.plan_percent) for f in figures if f.plan_percent is not None])


def growth_chart(name: str, figures: Iterable[Observation]) -> BarChart | None:
    """Growth in percent; shrinking goes to the left of zero."""
    rows = [(f, f.growth_percent) for f in figures if f.growth_percent is not None]
    return share_chart(name, rows)


def share_chart(name: str, rows: list[tuple[Observation, Decimal]]) -> BarChart | None:
    return chart(name, [(figure, percent, None) for figure, percent in rows], None)


def chart(
    name: str, rows: list[tuple[Observation, Decimal, Decimal | None]], apart: int | None
) -> BarChart | None:
    """Rows on one axis; from row `apart` on they stand below a line. None without rows."""
    if not rows:
        return None
    values = [value for _, value, _ in rows] + [was for _, _, was in rows if was is not None]
    over = axis(values)
    bars: list[Bar] = []
    y, line = TOP, None
    for index, (figure, value, was) in enumerate(rows):
        if index == apart:
            line, y = y, y + GAP
        bars.append(bar(over, figure, value, was, y))
        y += ROW + (BEFORE if was is not None else 0)
    return BarChart(name, over, bars, y, line)


def bar(over: Axis, figure: Observation, value: Decimal, was: Decimal | None, y: int) -> Bar:
    zero = Decimal(0)
    return Bar(
        figure,
        value,
        y,
        start=over.at(min(value, zero)),
        length=over.length(zero, value),
        end=over.at(max(value, zero)),
        before=was,
        before_length=over.length(zero, was) if was is not None else "0",
        before_end=over.at(was) if was is not None else "0",
    )


def before(figure: Observation) -> Decimal | None:
    """31.167 at +15,9% was ≈ 26.891; None where no growth is reported or nothing was left to grow."""
    growth = figure.growth_percent
    if growth is None or growth <= -100 or figure.value is None:
        return None
    return figure.value / (1 + growth / 100)


def planned(figure: Observation) -> Decimal | None:
    """31.167 at 51,7% of the plan means a plan of ≈ 60.284."""
    if not figure.plan_percent or figure.plan_percent < 0 or figure.value is None:
        return None
    return figure.value / figure.plan_percent * 100
