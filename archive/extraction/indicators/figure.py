"""A figure while its sentence is read, and what a second quantity settles of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.extraction.indicators import words

if TYPE_CHECKING:
    from decimal import Decimal

    from archive.extraction.indicators.comparisons import Said
    from archive.extraction.indicators.quantities import Quantity
    from archive.extraction.indicators.things import Label
    from archive.extraction.record import FigureKind

NEAR = 1  # percentage points by which a stated share may differ from its quotient


@dataclass(slots=True, eq=False)
class Figure:
    """A figure while its sentence is read; `at` is its place in the sentence, `raw` the words before it."""

    label: Label
    level: Quantity | None
    at: int
    end: int
    raw: str
    plan: Decimal | None = None
    plan_stated: bool = False
    growth: Decimal | None = None
    base_words: str = ""
    kind: FigureKind = "result"
    period: str | None = None
    period_named: bool = False
    compared_with: str | None = None
    parent: Figure | None = None
    start: int = 0
    warnings: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.label.name

    @property
    def is_rate(self) -> bool:
        """Whether a change of it is in percentage points."""
        return (
            self.level.is_percent if self.level else words.RATE.match(self.name.lower()) is not None
        )


def doubt(figure: Figure, stated: Decimal) -> None:
    """`a/b, đạt x%`: the quotient must agree with what is stated."""
    if figure.level and figure.level.whole and figure.plan and abs(figure.plan - stated) >= NEAR:
        figure.warnings.append(f"states {stated:f} per cent, but the quotient is {figure.plan:f}")


def settle(figure: Figure, said: Said) -> None:
    """The first plan and the first growth of a figure count; rates change by points, not by growth."""
    if said.kind == "plan":
        if not figure.plan_stated:
            doubt(figure, said.value)
            figure.plan, figure.plan_stated = said.value, True
    elif (
        figure.growth is None
        and said.kind == "growth"
        and not (figure.is_rate and figure.level is not None)
    ):
        figure.growth, figure.base_words = said.value, said.base
