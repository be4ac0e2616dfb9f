"""How what the machine reads meets what stands in the archive: a person's word is never changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from django.db.models import Q

from archive.history import proposals
from archive.history.subjects import RECORDS
from archive.importing.ledger import is_new
from archive.models import Evidence, Fact, State
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archive.extraction.record import Span
    from archive.importing.ledger import Ledger
    from archive.models import Article, ArticleVersion

FactRow = TypeVar("FactRow", bound=Fact)

KEYS = 8192  # that are remembered: people, posts and roles of some hundred portals
PARTS = 8192  # of keys, likewise: names of people and series, units, periods


@dataclass(frozen=True, slots=True)
class Sameness:
    """When a reading is about a fact that a person has judged, though its key is another.

    `by_words` holds for a fact whose evidence shares words with the reading (one phrase may give
    two roles, so words alone do not always tell); `by_values` for any fact, whatever its evidence.
    """

    by_words: Callable[[Any, Reading], bool]
    by_values: Callable[[Any, Reading], bool] = lambda _row, _reading: False


class Reading(NamedTuple):
    """One fact as read: its key, the columns of its row, and its evidence by field."""

    key: str
    values: dict[str, Any]
    spans: tuple[tuple[str, Span], ...]


@lru_cache(KEYS)
def key_of_person(*parts: str) -> str:
    """`machine_key` of what a person is called, holds and does, which reports say again and again."""
    return machine_key(*parts)


def machine_key(*parts: str | int | None) -> str:
    """Digest of what was read, as JSON; spellings that differ in tone placement or case count as equal."""
    return hashlib.sha256(f"[{', '.join(map(written, parts))}]".encode()).hexdigest()


@lru_cache(PARTS)
def written(part: str | int | None) -> str:
    """The spelling that counts, as `json.dumps` writes it."""
    if isinstance(part, str):
        return shadow(encode_basestring(part)).casefold()
    return "null" if part is None else str(part)


def reconcile(
    model: type[FactRow],
    version: ArticleVersion,
    readings: Sequence[Reading],
    ledger: Ledger,
    *,
    sameness: Sameness,
) -> dict[str, FactRow]:
    """Make the article's machine facts of one kind equal to `readings`; returns the row by key.

    Facts that a person confirmed, edited, rejected or added stay as they are, and so does whatever
    hangs on them; where the reading disagrees it becomes a proposal. A reading of a fact that a
    person has judged makes no second one.
    """
    if is_new(version.article):
        return first_facts(model, version, readings, ledger)
    ledger.write()
    rows = facts_of(model, version)
    met = matched(rows, version, readings, sameness)
    keep = {row.pk for _, row in met if row}
    stale = [row for row in rows if row.pk not in keep]
    remove_stale(stale, version)  # before others take its place
    kept: dict[str, FactRow] = {}
    read: list[tuple[FactRow, Reading]] = []
    for reading, row in met:
        fact = row or kept.get(reading.key) or fresh(model, version.article, reading, ledger)
        if fact.state == State.EXTRACTED:
            read.append((fact, reading))
        elif all(fact is not other for other in kept.values()):
            disagree(fact, version, reading)
        kept[reading.key] = fact
    write(version, read, ledger)
    return kept


def first_facts(
    model: type[FactRow], version: ArticleVersion, readings: Sequence[Reading], ledger: Ledger
) -> dict[str, FactRow]:
    """Those of a new article: nothing stands there yet, and the rows are not asked."""
    article = version.article
    rows: dict[str, FactRow] = {}
    for reading in readings:
        row = rows.get(reading.key)
        if row is None:  # one figure may be told twice
            row = rows[reading.key] = fresh(model, article, reading, ledger)
        for field, span in reading.spans:
            ledger.quote(version, row, field, span)
    return rows


def matched(
    rows: Sequence[FactRow],
    version: ArticleVersion,
    readings: Sequence[Reading],
    sameness: Sameness,
) -> list[tuple[Reading, FactRow | None]]:
    """Each reading with the row that it is about, where one stands."""
    if not rows:
        return [(reading, None) for reading in readings]
    judged = judged_spans(rows, version, besides={reading.key for reading in readings})
    known = {row.machine_key: row for row in rows if row.machine_key}
    return [(r, match(r, known.get(r.key), judged, sameness)) for r in readings]


def fresh(model: type[FactRow], article: Article, reading: Reading, ledger: Ledger) -> FactRow:
    return ledger.add(model, article=article, machine_key=reading.key, **reading.values)


def disagree(row: Fact, version: ArticleVersion, reading: Reading) -> None:
    """Ask about what the machine now reads otherwise; of a rejected fact nothing is asked."""
    same_reading = row.machine_key == reading.key
    news = proposals.disagreements(row, reading.values, same_reading=same_reading)
    spans = proposals.spans_of(version, [span for _, span in reading.spans])
    news = {} if row.state == State.REJECTED else news
    proposals.propose(version, row, news, spans, str(reading.values.get("rule", "")))


def write(version: ArticleVersion, read: Sequence[tuple[FactRow, Reading]], ledger: Ledger) -> None:
    """Save what was read and put the evidence of this version in place of older evidence."""
    for row, reading in read:
        if not is_new(row):
            for field, value in reading.values.items():
                setattr(row, field, value)
    rows = list({id(row): row for row, _ in read}.values())  # one figure may be told twice
    for row in rows:
        if not is_new(row):
            row.save()
            row.evidence.all().delete()  # type: ignore[attr-defined]  # every kind of fact has it
    for row, reading in read:
        for field, span in reading.spans:
            ledger.quote(version, row, field, span)


def facts_of(model: type[FactRow], version: ArticleVersion) -> list[FactRow]:
    """All facts of one kind that the article has, whoever read or judged them."""
    return cast("list[FactRow]", list(model.objects.filter(article=version.article)))


def judged_spans(
    rows: Sequence[FactRow], version: ArticleVersion, besides: set[str]
) -> list[tuple[FactRow, Sequence[Evidence]]]:
    """Of facts of one kind those that a person has judged, with their evidence in this version.

    Those whose key is read again are met by their key, and left out.
    """
    judged = [
        row for row in rows if row.state != State.EXTRACTED and row.machine_key not in besides
    ]
    if not judged:
        return []
    owner = RECORDS[type(judged[0])]
    spans: dict[int, list[Evidence]] = defaultdict(list)
    for item in Evidence.objects.filter(version=version, **{f"{owner}__in": judged}):
        spans[getattr(item, f"{owner}_id")].append(item)
    return [(row, spans[row.pk]) for row in judged]


def match(
    reading: Reading,
    known: FactRow | None,
    judged: list[tuple[FactRow, Sequence[Evidence]]],
    sameness: Sameness,
) -> FactRow | None:
    """The row that a reading is about: a judged one before one that only a machine has read."""
    if known is not None and known.state != State.EXTRACTED:
        return known
    for row, evidence in judged:
        words = any(overlap(item, span) for item in evidence for _, span in reading.spans)
        if sameness.by_values(row, reading) or (
            known is None and words and sameness.by_words(row, reading)
        ):
            return row
    return known


def overlap(item: Evidence, span: Span) -> bool:
    return (item.where, item.index) == (span.where, span.index) and (
        item.start < span.end and span.start < item.end
    )


def remove_stale(rows: Sequence[Fact], version: ArticleVersion) -> None:
    """Delete what a machine reads no more, unless a person's fact hangs on it.

    Where a person has kept it, they are asked.
    """
    for row in rows:
        if row.state != State.EXTRACTED:
            proposals.propose(version, row, proposals.gone(row), [], row.rule)
        elif not carries_judged(row):
            row.delete()


WORDS_TELL = Sameness(by_words=lambda _row, _reading: True)


def carries_judged(row: Fact) -> bool:
    """Whether facts under this one (a person's posts and roles) were judged by somebody."""
    judged = ~Q(state=State.EXTRACTED)
    return any(
        getattr(row, relation).filter(judged).exists()
        for relation in ("position_reports", "participations")
        if hasattr(row, relation)
    )
