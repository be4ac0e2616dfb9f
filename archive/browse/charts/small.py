"""One figure as a small chart: what was reached, against its plan and the year before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from archive.browse.charts.bars import before, planned
from archive.browse.charts.scale import Axis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Observation

MOST = 10


@dataclass(frozen=True, slots=True)
class Small:
    """Lengths in percent of the width; `plan` and `before` are derived and may be None."""

    figure: Observation
    plan: Decimal | None
    before: Decimal | None
    length: str
    plan_at: str
    before_length: str

    @property
    def name(self) -> str:
        return f"nho-{self.figure.pk}"


def small_charts(figures: Iterable[Observation]) -> list[Small]:
    """One a series: the first figure of it that is a single level above nothing."""
    once: dict[int, Observation] = {}
    for figure in figures:
        if figure.value and figure.value > 0 and figure.value_high is None:
            once.setdefault(figure.indicator_id, figure)
    return [small(figure) for figure in list(once.values())[:MOST]]


def small(figure: Observation) -> Small:
    value, plan, was = figure.value or Decimal(0), planned(figure), before(figure)
    longest = max(part for part in (value, plan, was) if part is not None)
    over = Axis(Decimal(0), longest, longest, last=Decimal(98))
    return Small(
        figure,
        plan,
        was,
        length=over.at(value),
        plan_at=over.at(plan) if plan is not None else "",
        before_length=over.at(was) if was is not None else "",
    )
