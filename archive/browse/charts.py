"""Places side by side: the figures of one period and unit as bars on one scale."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.models import Observation

if TYPE_CHECKING:
    from collections.abc import Iterable

REPORTED = {Observation.Kind.RESULT, Observation.Kind.ESTIMATE}
MOST = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """`share`: percent of the longest bar, as the decimal string that SVG reads."""

    figure: Observation
    share: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures of several places that can be held against each other, greatest first."""

    period: str
    unit: str
    bars: list[Bar]


def comparison(figures: Iterable[Observation]) -> Comparison | None:
    """The newest period with figures of two places in one unit; None where there is none."""
    groups: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for figure in figures:
        if comparable(figure):
            groups[figure.period, figure.unit].append(figure)
    wide = [key for key, group in groups.items() if len({f.place_id for f in group}) > 1]
    if not wide:
        return None
    period, unit = max(wide)
    return Comparison(period, unit, bars(groups[period, unit]))


def comparable(figure: Observation) -> bool:
    """One reported level of a known place and period: no target, no range, nothing below zero."""
    single = figure.value is not None and figure.value > 0 and figure.value_high is None
    return bool(single and figure.place_id and figure.period and figure.kind in REPORTED)


def bars(figures: list[Observation]) -> list[Bar]:
    """Each value of a place once: where reports differ, both stand."""
    once = {(figure.place_id, figure.value): figure for figure in figures}
    ranked = sorted(once.values(), key=lambda figure: -(figure.value or 0))[:MOST]
    top = ranked[0].value or 1
    return [Bar(figure, f"{100 * (figure.value or 0) / top:.1f}") for figure in ranked]
