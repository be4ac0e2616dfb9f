"""Consistency: what a figure says of itself and of its parts must agree; doubts become warnings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from archive.extraction.indicators.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.extraction.record import IndicatorFact

TOLERANCE = Decimal("0.01")  # share of a total by which rounded parts may miss it


def with_warnings(facts: Iterable[IndicatorFact]) -> list[IndicatorFact]:
    """The facts, each with what looks wrong about it; confidence halves where something does."""
    rows = list(facts)
    wrong = parts_that_exceed(rows)
    checked = []
    for fact in rows:
        warnings = [
            *(["parts sum to more than the total"] if fact.name in wrong else []),
            *range_warning(fact),
        ]
        checked.append(
            replace(fact, warnings=tuple(warnings), confidence=fact.confidence / 2)
            if warnings
            else fact
        )
    return checked


def parts_that_exceed(facts: list[IndicatorFact]) -> set[str]:
    """Names of totals whose parts, in the same unit, sum to more than they are."""
    sums: dict[tuple[str, str | None], Decimal] = defaultdict(Decimal)
    for fact in facts:
        if fact.parent and fact.value:
            sums[fact.parent, fact.unit] += Decimal(fact.value)
    totals = {(f.name, f.unit): Decimal(f.value) for f in facts if f.value}
    return {
        name
        for (name, unit), total in sums.items()
        if (name, unit) in totals and total > totals[name, unit] * (1 + TOLERANCE)
    }


def range_warning(fact: IndicatorFact) -> list[str]:
    """A value in the catalogue's unit that is far outside what one district reports."""
    entry = CATALOGUE.get(fact.key or "")
    if entry is None or fact.value is None or entry.low is None or entry.high is None:
        return []
    if fact.unit != entry.unit:
        return []
    inside = entry.low / 10 <= Decimal(fact.value) <= entry.high * 10
    return (
        [] if inside else [f"outside the plausible range {entry.low} to {entry.high} {entry.unit}"]
    )
