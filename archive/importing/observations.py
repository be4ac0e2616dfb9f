"""Indicators of a record → rows: the series by catalogue key or name, the figure as reported."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from archive.extraction.indicators.catalogue import CATALOGUE
from archive.importing.facts import WORDS_TELL, Reading, machine_key, reconcile
from archive.models import Indicator, IndicatorAlias, Observation, State
from archive.vietnamese.fold import fold, slugify_vi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.extraction.record import IndicatorFact
    from archive.models import ArticleVersion


def save_observations(version: ArticleVersion, facts: Sequence[IndicatorFact]) -> None:
    """Reconcile the figures of an article; the same figure told twice is kept once."""
    readings = [observation_reading(version, i, fact) for i, fact in enumerate(facts)]
    rows = reconcile(Observation, version, readings, sameness=WORDS_TELL)
    by_name = {rows[observation_key(fact)].name: rows[observation_key(fact)] for fact in facts}
    for fact in facts:
        row = rows[observation_key(fact)]
        parent = by_name.get(fact.parent or "")
        above = parent.pk if parent else None  # by number: what stood above may be gone by now
        if row.state == State.EXTRACTED and above not in (row.pk, row.parent_id):
            row.parent = parent
            row.save(update_fields=["parent"])


def observation_key(fact: IndicatorFact) -> str:
    return machine_key(
        "observation", fact.name, fact.value, fact.value_high, fact.unit, fact.period, fact.kind,
        fact.plan_percent, fact.growth_percent, fact.parent,
    )  # fmt: skip


def observation_reading(version: ArticleVersion, order: int, fact: IndicatorFact) -> Reading:
    return Reading(
        key=observation_key(fact),
        values={
            "indicator": series_of(fact.name, fact.key),
            "place": version.article.place,
            "name": fact.name,
            "order": order,
            "value": decimal(fact.value),
            "value_high": decimal(fact.value_high),
            "unit": fact.unit or "",
            "period": fact.period or "",
            "kind": fact.kind,
            "plan_percent": decimal(fact.plan_percent),
            "growth_percent": decimal(fact.growth_percent),
            "compared_with": fact.compared_with or "",
            "rule": fact.rule,
            "confidence": round(fact.confidence, 2),
            "warnings": list(fact.warnings),
        },
        spans=(("", fact.span),),
    )


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def series_of(name: str, key: str | None) -> Indicator:
    """The catalogue's series, else the one that editors gave this name, else the one of this name.

    A new name makes a series of its own; a series that a person has merged stands for the other.
    """
    found = named_series(name, key)
    while found.merged_into:
        found = found.merged_into
    return found


def named_series(name: str, key: str | None) -> Indicator:
    if key:
        return Indicator.objects.filter(key=key).first() or catalogued(key)
    alias = IndicatorAlias.objects.select_related("indicator").filter(folded=fold(name)).first()
    if alias:
        return alias.indicator.merged_into or alias.indicator
    return Indicator.objects.get_or_create(
        slug=slugify_vi(name)[:160] or "khong-ten",
        defaults={"name": name, "folded": fold(name)},
    )[0]


def catalogued(key: str) -> Indicator:
    """The new series of the catalogue, or one that had its name before it was known to be that."""
    entry = CATALOGUE[key]
    own = {
        "key": key,
        "name": entry.name,
        "folded": fold(entry.name),
        "category": entry.category,
        "definition": entry.definition,
    }
    return Indicator.objects.update_or_create(slug=slugify_vi(entry.name)[:160], defaults=own)[0]
