"""What several reports of one meeting say of the same figure, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import permutations
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
    articles: list[Article]
    cells: list[list[Observation]]

    @property
    def by_article(self) -> list[tuple[Article, list[Observation]]]:
        return list(zip(self.articles, self.cells, strict=True))

    @property
    def differs(self) -> bool:
        """Two reports give it and are of two minds; what a report leaves out contradicts nothing."""
        return any(contradict(one, other) for one, other in permutations(self.cells, 2))

    @property
    def is_shared(self) -> bool:
        return sum(bool(cell) for cell in self.cells) > 1


def contradict(told: list[Observation], other: list[Observation]) -> bool:
    """Whether a figure of the one stands against all that the other gives of the same kind."""
    for figure in told:
        rivals = [rival for rival in other if rival.kind == figure.kind]
        if rivals and not any(agree(figure, rival) for rival in rivals):
            return True
    return False


def agree(one: Observation, other: Observation) -> bool:
    """The same level, unit, share of plan and growth, as far as both give them."""
    pairs = zip(written(one), written(other), strict=True)
    return all(a == b for a, b in pairs if a not in {None, ""} and b not in {None, ""})


def written(figure: Observation) -> tuple[object, ...]:
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
        Row(indicators[key[0]], key[1], shown, [row.get(article.pk, []) for article in shown])
        for key, row in cells.items()
    ]
    return sorted(rows, key=lambda row: (not row.differs, not row.is_shared))
