"""How what the machine reads meets what stands in the archive: a person's word is never changed."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db.models import Q

from archive.models import Evidence, Fact, State
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.extraction.record import Span
    from archive.models import ArticleVersion

FactRow = TypeVar("FactRow", bound=Fact)


@dataclass(frozen=True, slots=True)
class Reading:
    """One fact as read: its key, the columns of its row, and its evidence by field."""

    key: str
    values: dict[str, Any]
    spans: tuple[tuple[str, Span], ...]


def machine_key(*parts: object) -> str:
    """Digest of what was read; spellings that differ in tone placement or case count as equal."""
    text = json.dumps(parts, ensure_ascii=False, default=str)
    return hashlib.sha256(shadow(text).casefold().encode()).hexdigest()


def reconcile(
    model: type[FactRow],
    version: ArticleVersion,
    readings: Iterable[Reading],
    *,
    same_words_same_fact: bool,
) -> dict[str, FactRow]:
    """Make the article's machine facts of one kind equal to `readings`; returns the row by key.

    Facts that a person confirmed, edited, rejected or added stay as they are, and so does whatever
    hangs on them. With `same_words_same_fact` a reading of words that a person has judged makes no
    second fact; without it (one phrase gives two roles) only the key counts.
    """
    rows = facts_of(model, version)
    known = {row.machine_key: row for row in rows if row.machine_key}
    judged = judged_spans(model, version) if same_words_same_fact else []
    kept: dict[str, FactRow] = {}
    for reading in readings:
        row = known.get(reading.key) or judged_row(reading, judged)
        if row is None:
            row = model(article=version.article, machine_key=reading.key)
        if row.state == State.EXTRACTED:
            write(row, version, reading)
        kept[reading.key] = row
    keep = {row.pk for row in kept.values()}
    remove_stale([row for row in rows if row.pk not in keep])
    return kept


def write(row: Fact, version: ArticleVersion, reading: Reading) -> None:
    """Save the values and put the evidence of this version in place of older evidence."""
    for field, value in reading.values.items():
        setattr(row, field, value)
    row.save()
    owner = evidence_owner(type(row))
    Evidence.objects.filter(**{owner: row}).delete()
    Evidence.objects.bulk_create(
        Evidence(
            version=version,
            where=span.where,
            index=span.index,
            start=span.start,
            end=span.end,
            field=field,
            quote=quote(version, span),
            **{owner: row},
        )
        for field, span in reading.spans
    )


def evidence_owner(model: type[Fact]) -> str:
    """Name of the foreign key of `Evidence` to this kind of fact."""
    return {
        "MeetingReport": "meeting_report",
        "Mention": "mention",
        "PositionReport": "position_report",
        "Participation": "participation",
        "Observation": "observation",
    }[model.__name__]


def quote(version: ArticleVersion, span: Span) -> str:
    """The words under the span."""
    texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
    return str(texts[span.where][span.index][span.start : span.end])


def facts_of(model: type[FactRow], version: ArticleVersion) -> list[FactRow]:
    """All facts of one kind that the article has, whoever read or judged them."""
    return cast("list[FactRow]", list(model.objects.filter(article=version.article)))


def judged_spans(
    model: type[FactRow], version: ArticleVersion
) -> list[tuple[FactRow, Sequence[Evidence]]]:
    """The facts of this kind that a person has judged, with their evidence in this version."""
    owner = evidence_owner(model)
    judged = [row for row in facts_of(model, version) if row.state != State.EXTRACTED]
    spans: dict[int, list[Evidence]] = defaultdict(list)
    for item in Evidence.objects.filter(version=version, **{f"{owner}__in": judged}):
        spans[getattr(item, f"{owner}_id")].append(item)
    return [(row, spans[row.pk]) for row in judged]


def judged_row(
    reading: Reading, judged: list[tuple[FactRow, Sequence[Evidence]]]
) -> FactRow | None:
    """The judged fact that was read from the same words, where there is one."""
    for row, evidence in judged:
        if any(overlap(item, span) for item in evidence for _, span in reading.spans):
            return row
    return None


def overlap(item: Evidence, span: Span) -> bool:
    return (item.where, item.index) == (span.where, span.index) and (
        item.start < span.end and span.start < item.end
    )


def remove_stale(rows: Sequence[Fact]) -> None:
    """Delete machine facts that are read no more, but none on which a person's fact hangs."""
    for row in rows:
        if row.state == State.EXTRACTED and not carries_judged(row):
            row.delete()


def carries_judged(row: Fact) -> bool:
    """Whether facts under this one (a person's posts and roles) were judged by somebody."""
    judged = ~Q(state=State.EXTRACTED)
    return any(
        getattr(row, relation).filter(judged).exists()
        for relation in ("position_reports", "participations")
        if hasattr(row, relation)
    )
