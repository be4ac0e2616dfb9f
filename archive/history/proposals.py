"""Where a machine's reading disagrees with a person's word: written as proposals, applied to nothing.

A reading is news only where it differs from the person's value *and* from what the machine had read
when the person judged: nobody is asked twice about a value that they have already overruled.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from archive.history.changes import label_of
from archive.history.subjects import SUBJECTS, record_of
from archive.history.values import Frozen, frozen, frozen_as, same
from archive.models import Proposal, State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.models import ArticleVersion

Spans = list[list[Any]]
GONE = {"state": State.REJECTED.value}


def digest(value: Frozen) -> str:
    """Stands for a machine's value; a row counts by its number, whatever it is called."""
    plain = value.get("id") if isinstance(value, dict) else value
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode()).hexdigest()


def disagreements(
    row: Any, values: Mapping[str, Any], *, same_reading: bool = False
) -> dict[str, Frozen]:
    """The machine's values that are news to the person who judged this row, frozen.

    `same_reading`: the machine reads what it had read then, so that only values which it derives
    besides can be news.
    """
    news = {}
    for field in SUBJECTS[record_of(row)].proposed:
        if field not in values or not judged_field(row, field):
            continue
        value = frozen_as(type(row), field, values[field])
        known = field in row.machine_values
        old_news = alike(field, value, row.machine_values[field]) if known else same_reading
        if not old_news and not alike(field, value, frozen(getattr(row, field))):
            news[field] = value
    return news


def alike(field: str, one: Frozen, other: Frozen) -> bool:
    """Whether two values say the same; posts do under one title, wherever the row of it lies."""
    if field == "position" and one and other:
        return bool(one["text"] == other["text"])
    return same(one, other)


def judged_field(row: Any, field: str) -> bool:
    """Of an article or a meeting each field is judged by itself, a fact as a whole."""
    return field in row.human_fields if hasattr(row, "human_fields") else True


def propose(
    version: ArticleVersion, row: Any, news: Mapping[str, Frozen], spans: Spans, rule: str
) -> None:
    """Make what waits about this row equal to `news`; what was decided before stays decided."""
    record = record_of(row)
    known = {
        (item.field, item.digest): item
        for item in Proposal.objects.filter(record=record, record_id=row.pk)
    }
    offered = {(field, digest(value)) for field, value in news.items()}
    for key, item in known.items():
        own = item.article_id == version.article_id  # another report of a meeting may still say so
        if own and item.state == Proposal.State.WAITING and key not in offered:
            item.state = Proposal.State.OUTDATED
            item.save(update_fields=["state"])
    for field, value in news.items():
        new = Proposal(record=record, record_id=row.pk, field=field, digest=digest(value))
        item = known.get((field, new.digest), new)
        if item.state in {Proposal.State.ACCEPTED, Proposal.State.DECLINED}:
            continue
        item.state = Proposal.State.WAITING
        item.article, item.version, item.spans, item.rule = version.article, version, spans, rule
        item.label, item.old, item.new = label_of(row), frozen(getattr(row, field)), value
        item.save()


def gone(row: Any) -> dict[str, Frozen]:
    """The news that a machine no longer finds a fact which it had read and a person has kept."""
    kept = row.state in {State.CONFIRMED, State.EDITED}
    return dict(GONE) if kept and row.machine_key else {}


def spans_of(version: ArticleVersion, spans: Sequence[Any]) -> Spans:
    """Spans of extraction as JSON, with their words."""
    texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
    return [
        [s.where, s.index, s.start, s.end, texts[s.where][s.index][s.start : s.end]] for s in spans
    ]
