"""Writing history: every change of a person, and those of a machine that change what is shown."""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from archive.history.subjects import FACTS, SUBJECTS, record_of
from archive.history.values import Frozen, frozen_as, frozen_fields, same
from archive.models import Article, Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.contrib.auth.models import User

    from archive.models import ImportBatch

Fields = dict[str, list[Frozen]]
Snapshot = dict[tuple[str, int], tuple[str, dict[str, Frozen]]]
Action = Change.Action


@dataclass(frozen=True, slots=True)
class By:
    """Who acts and why; all that is written under one `By` is one act and is undone together.

    `article` is the one on the desk: what is changed there of a meeting or a person is told of it.
    """

    user: User
    why: str = ""
    article: Article | None = None
    act: uuid.UUID = field(default_factory=uuid.uuid4)


def difference(old: dict[str, Frozen], new: dict[str, Frozen]) -> Fields:
    """`{field: [old, new]}` of the fields that differ."""
    return {name: [old[name], value] for name, value in new.items() if not same(old[name], value)}


def write_down(
    row: Any, action: Change.Action, fields: Fields, by: By, reverts: Change | None = None
) -> Change:
    """One line of history about a row, in the name of a person."""
    return Change.objects.create(
        act=by.act,
        user=by.user,
        who=by.user.get_username(),
        article=article_of(row) or by.article,
        record=record_of(row),
        record_id=row.pk,
        label=label_of(row),
        action=action,
        fields=fields,
        why=by.why[:500],
        reverts=reverts,
    )


def article_of(row: Any) -> Article | None:
    """The article that a row belongs to; meetings and officials belong to none."""
    return row if isinstance(row, Article) else getattr(row, "article", None)


def label_of(row: Any) -> str:
    """What the row is called, a person's post or part with the person's name before it."""
    mention = getattr(row, "mention", None)
    return (f"{mention.name}: {row}" if mention else str(row))[:500]


def snapshot(article: Article) -> Snapshot:
    """What the public sees of an article now: its fields and its facts that stand."""
    seen: Snapshot = {("article", article.pk): frozen_row("article", article)}
    for record in FACTS:
        rows = SUBJECTS[record].model.objects.valid().filter(article=article)
        for row in rows.select_related(*relations(record)):
            seen[record, row.pk] = frozen_row(record, row)
    return seen


def frozen_row(record: str, row: Any) -> tuple[str, dict[str, Frozen]]:
    return label_of(row), frozen_fields(row, SUBJECTS[record].fields)


def relations(record: str) -> list[str]:
    """Foreign keys that freezing or naming a row of this kind follows."""
    subject = SUBJECTS[record]
    keys = [name for name in subject.fields if subject.model._meta.get_field(name).is_relation]
    return [*keys, *(["mention"] if hasattr(subject.model, "mention") else [])]


@contextmanager
def machine_changes(article: Article, batch: ImportBatch | None) -> Iterator[None]:
    """Write down what a machine changes of an article within the block; nothing of a new one."""
    if article._state.adding:
        yield
        return
    before = snapshot(Article.objects.get(pk=article.pk))
    yield
    after = snapshot(Article.objects.get(pk=article.pk))
    act = uuid.uuid4()
    Change.objects.bulk_create(
        Change(
            act=act,
            article=article,
            batch=batch,
            record=record,
            record_id=pk,
            label=label,
            action=Action.REREAD,
            fields=fields,
        )
        for record, pk, label, fields in rewritten(before, after)
    )


def rewritten(before: Snapshot, after: Snapshot) -> Iterator[tuple[str, int, str, Fields]]:
    """What differs between two snapshots; a fact that came or went shows in its `state`."""
    for key in before.keys() | after.keys():
        label, now = after.get(key, ("", {}))
        former, was = before.get(key, ("", {}))
        if now and was:
            fields = difference(was, now)
        else:
            fields = {name: [None, value] for name, value in now.items() if value}
            fields |= {name: [value, None] for name, value in was.items() if value}
        if fields:
            yield *key, label or former, fields


def moved_by_machine(rows: list[Any], name: str, value: Any) -> None:
    """Set one field of rows that only a machine has read, and write it down."""
    act = uuid.uuid4()
    for row in rows:
        former = frozen_as(type(row), name, getattr(row, name))
        setattr(row, name, value)
        row.save(update_fields=[name])
        Change.objects.create(
            act=act,
            article=article_of(row),
            record=record_of(row),
            record_id=row.pk,
            label=label_of(row),
            action=Action.REREAD,
            fields={name: [former, frozen_as(type(row), name, value)]},
        )
