"""What several reports of one meeting say of the same figure, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Article, Indicator, Observation

MOST = 4  # reports that fit beside each other


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one period: `cells` hold, report by report, the figures that each gives."""

    indicator: Indicator
    period: str
    cells: list[list[Observation]]

    @property
    def differs(self) -> bool:
        """Two reports give it and are of two minds; a report that does not give it says nothing."""
        said = [{written(figure) for figure in cell} for cell in self.cells if cell]
        return any(one != said[0] for one in said)

    @property
    def is_shared(self) -> bool:
        return sum(bool(cell) for cell in self.cells) > 1


def written(figure: Observation) -> tuple[object, ...]:
    """What makes two figures the same: level and unit, and share of plan and growth where given."""
    return (
        figure.value,
        figure.value_high,
        figure.unit,
        figure.plan_percent,
        figure.growth_percent,
    )


def side_by_side(articles: list[Article], figures: Iterable[Observation]) -> list[Row]:
    """One row a figure, those that differ first, then those that several reports give."""
    shown = articles[:MOST]
    cells: dict[tuple[int, str], dict[int, list[Observation]]] = defaultdict(dict)
    indicators: dict[int, Indicator] = {}
    for figure in figures:
        indicators[figure.indicator_id] = figure.indicator
        row = cells[figure.indicator_id, figure.period]
        row.setdefault(figure.article_id, []).append(figure)
    rows = [
        Row(indicators[key[0]], key[1], [row.get(article.pk, []) for article in shown])
        for key, row in cells.items()
    ]
    return sorted(rows, key=lambda row: (not row.differs, not row.is_shared))
