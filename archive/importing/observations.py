"""Indicators of a record → rows: the series by catalogue key or name, the figure as reported."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.extraction.indicators.catalogue import CATALOGUE
from archive.importing.facts import WORDS_TELL, Reading, machine_key, reconcile
from archive.importing.ledger import Ledger, is_new
from archive.models import Indicator, Observation, State
from archive.vietnamese.fold import fold, slugify_vi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.extraction.record import IndicatorFact
    from archive.importing.known import Known
    from archive.models import ArticleVersion, Place

NAMES = 4096  # of series, whose folded forms are remembered


def save_observations(
    version: ArticleVersion, facts: Sequence[IndicatorFact], ledger: Ledger
) -> None:
    """Reconcile the figures of an article; the same figure told twice is kept once."""
    place = version.article.place
    readings = [observation_reading(place, i, fact, ledger) for i, fact in enumerate(facts)]
    rows = reconcile(Observation, version, readings, ledger, sameness=WORDS_TELL)
    told = [(fact, rows[reading.key]) for fact, reading in zip(facts, readings, strict=True)]
    by_name = {row.name: row for _, row in told}
    for fact, row in told:
        parent = by_name.get(fact.parent or "")
        if row.state != State.EXTRACTED or parent is row:
            continue
        above = parent.pk if parent else None  # by number: what stood above may be gone by now
        if above == row.parent_id:
            continue
        row.parent = parent
        if not is_new(row):
            row.save(update_fields=["parent"])


def observation_key(fact: IndicatorFact) -> str:
    return machine_key(
        "observation", fact.name, fact.value, fact.value_high, fact.unit, fact.period, fact.kind,
        fact.plan_percent, fact.growth_percent, fact.parent,
    )  # fmt: skip


def observation_reading(
    place: Place | None, order: int, fact: IndicatorFact, ledger: Ledger
) -> Reading:
    return Reading(
        key=observation_key(fact),
        values={
            "indicator": standing_series(fact.name, fact.key, ledger),
            "place": place,
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
    """The series of a figure that stands alone."""
    return standing_series(name, key, Ledger())


def standing_series(name: str, key: str | None, ledger: Ledger) -> Indicator:
    """The catalogue's series, else the one that editors gave this name, else the one of this name.

    A new name makes a series of its own; a series that a person has merged stands for the other.
    """
    found = named_series(name, key, ledger.known)
    while found.merged_into_id and found.merged_into:
        found = found.merged_into
    return found


def named_series(name: str, key: str | None, known: Known) -> Indicator:
    if key:
        found = known.catalogue.first(key)
        return found or catalogue_series(key, known)
    slug = slug_of(name)
    found = known.aliases.first(folded(name)) or known.series.first(slug)
    if found is None:
        found = Indicator.objects.create(slug=slug, name=name, folded=fold(name))
        known.series.add(slug, found)
    return found


@lru_cache(NAMES)
def slug_of(name: str) -> str:
    return slugify_vi(name)[:160] or "khong-ten"


folded = lru_cache(NAMES)(fold)  # the names of figures come again and again


def catalogue_series(key: str, known: Known) -> Indicator:
    """The row of a catalogue's series; one that had its name before it was recognised becomes it."""
    entry = CATALOGUE[key]
    slug = slug_of(entry.name)
    series = known.series.first(slug) or Indicator(slug=slug)
    series.key, series.name, series.folded = key, entry.name, fold(entry.name)
    series.category, series.definition = entry.category, entry.definition
    series.save()
    known.series.add(slug, series)
    known.catalogue.add(key, series)
    return series
