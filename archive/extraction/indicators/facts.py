"""Figures → facts: decimal strings, the key of the catalogue, the rule and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.indicators.catalogue import key_of
from archive.extraction.record import IndicatorFact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from archive.extraction.indicators.figure import Figure

# How sure each kind of evidence for a name is: set by judgement, in the order of the misses on the development pages.
SURENESS = {"noun": 0.9, "verb": 0.88, "thing": 0.8, "share": 0.75, "structure": 0.9, "penalty": 0.95, "change": 0.8, "list": 0.6}  # fmt: skip
KNOWN = 0.08  # the name is in the catalogue
UNTIMED = 0.1  # the period is the page's, not told near the figure


def fact_of(figure: Figure) -> IndicatorFact:
    level = figure.level
    known = series_of(figure)
    return IndicatorFact(
        name=figure.name,
        value=plain(level.value) if level else None,
        value_high=plain(level.high) if level and level.high is not None else None,
        unit=level.unit if level else None,
        period=figure.period,
        kind=figure.kind,
        plan_percent=plain(figure.plan) if figure.plan is not None else None,
        growth_percent=plain(figure.growth) if figure.growth is not None else None,
        compared_with=figure.compared_with,
        parent=figure.parent.name if figure.parent else None,
        span=Span(figure.start + figure.at, figure.start + figure.end),
        key=known,
        rule=f"indicator.{figure.label.by}",
        confidence=confidence_of(figure, known),
        warnings=tuple(figure.warnings),
    )


def series_of(figure: Figure) -> str | None:
    """The key of the catalogue; a part of a total is not the total's own series."""
    known = key_of(figure.name)
    return None if figure.parent and known == key_of(figure.parent.name) else known


def confidence_of(figure: Figure, known: str | None) -> float:
    sure = SURENESS[figure.label.by] + (KNOWN if known else 0)
    timed = figure.period_named or figure.kind == "target"
    return round(min(sure, 0.98) - (0 if timed else UNTIMED), 2)


def plain(value: Decimal) -> str:
    """Decimal string without trailing zeros or an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def distinct(facts: Iterable[IndicatorFact]) -> Iterator[IndicatorFact]:
    """Without repeats: the same name, level, unit, period and kind again."""
    seen = set()
    for fact in facts:
        identity = (
            fact.name.casefold(),
            fact.value,
            fact.unit,
            fact.period,
            fact.kind,
            fact.growth_percent,
        )
        if identity not in seen:
            seen.add(identity)
            yield fact
