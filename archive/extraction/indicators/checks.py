"""Consistency: what a figure says of itself and of its parts must agree; doubts become warnings."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from archive.extraction.indicators.catalogue import CATALOGUE
from archive.extraction.indicators.scales import in_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.extraction.record import IndicatorFact

TOLERANCE = Decimal("0.01")  # share of a total by which rounded parts may miss it
WIDE = 10  # how many times a district's range a province may report
UNLIKELY = 1000  # per cent of growth or of a plan
# Parts that together are the whole: when all are told they must sum to it.
PARTITIONS = (
    frozenset({"gtsx_agri", "gtsx_indcon", "gtsx_serv"}),
    frozenset({"structure_agri", "structure_ind", "structure_serv"}),
    frozenset({"discipline_reprimand", "discipline_warning", "discipline_dismissal", "discipline_expulsion"}),
)  # fmt: skip
DISJOINT = frozenset("đồng tấn ha con".split())  # parts in these do not overlap as people may


def with_warnings(facts: Iterable[IndicatorFact]) -> list[IndicatorFact]:
    """The facts, each with what looks wrong about it; confidence halves where something does."""
    rows = list(facts)
    sums = warnings_of_sums(rows)
    return [
        warned(fact, (*fact.warnings, *sums.get(fact.name, ()), *of_itself(fact))) for fact in rows
    ]


def warned(fact: IndicatorFact, warnings: tuple[str, ...]) -> IndicatorFact:
    if not warnings:
        return fact
    return fact._replace(warnings=warnings, confidence=round(fact.confidence / 2, 2))


def warnings_of_sums(facts: Sequence[IndicatorFact]) -> dict[str, list[str]]:
    """By the name of a total: how its parts miss it."""
    parts: dict[str, list[IndicatorFact]] = defaultdict(list)
    for fact in facts:
        if fact.parent and fact.value:
            parts[fact.parent].append(fact)
    found: dict[str, list[str]] = {}
    for total in facts:
        if total.value and total.name in parts and total.name not in found:
            found[total.name] = sum_warning(total, parts[total.name])
    return found


def sum_warning(total: IndicatorFact, parts: list[IndicatorFact]) -> list[str]:
    amounts = [in_unit(part.value, part.unit, total.unit) for part in parts]
    told = [amount for amount in amounts if amount is not None]
    whole, together = Decimal(total.value or 0), sum(told, Decimal())
    if not whole or len(told) < len(parts):
        return []
    whole_told = any(keys <= {part.key for part in parts} for keys in PARTITIONS)
    penal = all((part.key or "").startswith("discipline_") for part in parts)
    if together > whole * (1 + TOLERANCE) and (penal or base_of(total.unit) in DISJOINT):
        return ["parts sum to more than the total"]
    if whole_told and together < whole * (1 - TOLERANCE):
        return ["parts sum to less than the total"]
    return []


def base_of(unit: str | None) -> str:
    return (unit or "").split("/")[0].rpartition(" ")[2]


def of_itself(fact: IndicatorFact) -> list[str]:
    """What is odd about a figure alone."""
    warnings = range_warning(fact)
    if fact.growth_percent and Decimal(fact.growth_percent) > UNLIKELY:
        warnings.append(f"growth of {fact.growth_percent} per cent is unlikely")
    if fact.plan_percent and Decimal(fact.plan_percent) > UNLIKELY:
        warnings.append(f"{fact.plan_percent} per cent of the plan is unlikely")
    if (
        fact.value
        and fact.name.startswith("Tỷ lệ")
        and fact.unit == "%"
        and Decimal(fact.value) > 100
    ):
        warnings.append(f"a share of {fact.value} per cent is unlikely")
    return warnings


def range_warning(fact: IndicatorFact) -> list[str]:
    """A value outside what one district reports: at all for a rate, far outside for an amount."""
    entry = CATALOGUE.get(fact.key or "")
    if entry is None or entry.low is None or entry.high is None:
        return []
    value = in_unit(fact.value, fact.unit, entry.unit)
    if value is None:
        return []
    wide = 1 if entry.unit == "%" else WIDE
    if entry.low / wide <= value <= entry.high * wide:
        return []
    return [f"outside the plausible range {entry.low} to {entry.high} {entry.unit}"]
