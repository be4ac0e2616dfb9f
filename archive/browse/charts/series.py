"""Series through the years: one line a place, of periods of one kind in one unit."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.browse.charts.scale import Axis, axis

if TYPE_CHECKING:
    from archive.models import Observation, Place

HEIGHT, TOP, BOTTOM = 220, 14, 26  # pixels
LEFT, RIGHT = Decimal(12), Decimal(96)  # percent of the width
SPAN = re.compile(r"(\d{4})(?:-(.+))?")
SHAPES = ("a", "b", "c", "d", "e", "f")  # classes of the style sheet: dash and dot of each line


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: x in percent of the width, y in pixels."""

    figure: Observation
    year: int
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Line:
    """A place's points by year; where reports of a year differ, each has its point."""

    place: Place
    shape: str
    points: list[Point]

    @property
    def steps(self) -> list[tuple[Point, Point]]:
        """Pairs to join: neighbouring years only, a year without a report is a gap."""
        return [(one, two) for one, two in pairwise(self.points) if two.year - one.year == 1]


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """`part` of the year that the figures sum over: `H1`, `9M`, "" for whole years."""

    name: str
    part: str
    unit: str
    axis: Axis
    lines: list[Line]
    years: list[tuple[int, str]]
    height: int = HEIGHT
    floor: int = HEIGHT - BOTTOM

    @property
    def levels(self) -> list[tuple[Decimal, str]]:
        return [(tick.value, tick.at) for tick in self.axis.ticks]

    @property
    def left(self) -> str:
        return f"{LEFT}"

    @property
    def example(self) -> str:
        """A period code of the chart, to say what its years stand for."""
        return self.lines[0].points[0].figure.period


def series_chart(name: str, figures: list[Observation]) -> SeriesChart | None:
    """The kind of period with the most points; None where it has fewer than two years."""
    parts: dict[str, list[Observation]] = defaultdict(list)
    for figure in figures:
        if (found := SPAN.fullmatch(figure.period)) and figure.value is not None:
            parts[found[2] or ""].append(figure)
    wide = {part: rows for part, rows in parts.items() if len(years_of(rows)) > 1}
    if not wide:
        return None
    part, rows = max(wide.items(), key=lambda item: (len(years_of(item[1])), len(item[1])))
    return drawn(name, part, rows)


def years_of(figures: list[Observation]) -> list[int]:
    return sorted({int(figure.period[:4]) for figure in figures})


def drawn(name: str, part: str, figures: list[Observation]) -> SeriesChart:
    years = years_of(figures)
    heights = axis(
        [figure.value or Decimal(0) for figure in figures],
        first=Decimal(HEIGHT - BOTTOM),
        last=Decimal(TOP),
    )
    across = {year: place_of(year, years) for year in range(years[0], years[-1] + 1)}
    by_place: dict[int, list[Observation]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: figure.period):
        by_place[figure.place_id or 0].append(figure)
    lines = [
        Line(rows[0].place, shape, [point(row, heights, across) for row in rows])
        for rows, shape in zip(by_place.values(), SHAPES, strict=False)
        if rows[0].place
    ]
    unit = Counter(figure.unit for figure in figures).most_common(1)[0][0]
    return SeriesChart(name, part, unit, heights, lines, list(across.items()))


def place_of(year: int, years: list[int]) -> str:
    share = Decimal(year - years[0]) / max(years[-1] - years[0], 1)
    return f"{LEFT + share * (RIGHT - LEFT):.2f}"


def point(figure: Observation, heights: Axis, across: dict[int, str]) -> Point:
    year = int(figure.period[:4])
    return Point(figure, year, across[year], heights.at(figure.value or Decimal(0)))
