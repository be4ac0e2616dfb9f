"""Confirm, correct and reject: a person's word on what a machine read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from archive.editing.showing import show
from archive.history.changes import difference, write_down
from archive.history.subjects import SUBJECTS, record_of
from archive.history.values import frozen_as, frozen_fields
from archive.models import Article, Change, Mention, Official, Place, State
from archive.models.turns import hold
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.history.changes import By

Action = Change.Action


@transaction.atomic
def confirm(fact: Any, by: By) -> None:
    """The machine read it right; of a person, all that hangs on them too."""
    hold(fact)
    for row in (fact, *hanging(fact)):
        if row.state in {State.EXTRACTED, State.REJECTED}:
            judge(row, State.CONFIRMED, Action.CONFIRMED, by)
    show([fact.article_id])


@transaction.atomic
def reject(fact: Any, by: By) -> None:
    """The fact is wrong: it leaves the site and never comes back. Posts and parts go with a person."""
    hold(fact)
    for row in (fact, *hanging(fact)):
        if row.state != State.REJECTED:
            judge(row, State.REJECTED, Action.REJECTED, by)
    show([fact.article_id])


@transaction.atomic
def restore(fact: Any, by: By) -> None:
    """Take a rejection back: the fact is right after all."""
    hold(fact)
    judge(fact, State.CONFIRMED, Action.CONFIRMED, by)
    show([fact.article_id])


@transaction.atomic
def remove(row: Any, by: By) -> None:
    """Delete a row that only a person has vouched for; its values stay in the history."""
    hold(row)
    articles = articles_of(row)
    values = frozen_fields(row, SUBJECTS[record_of(row)].fields)
    fields = {name: [value, None] for name, value in values.items() if value not in (None, "")}
    write_down(row, Action.REMOVED, fields, by)
    row.delete()
    show(articles)


@transaction.atomic
def correct(row: Any, values: dict[str, Any], by: By) -> Change | None:
    """Set fields of a fact, an article, a meeting or a person; None where nothing differs."""
    hold(row)
    change = set_values(row, values, Action.CORRECTED, by)
    if change:
        show(articles_of(row))
    return change


def hanging(fact: Any) -> Iterator[Any]:
    """The valid posts and parts of a person in this article."""
    if isinstance(fact, Mention):
        yield from fact.position_reports.exclude(state=State.REJECTED)
        yield from fact.participations.exclude(state=State.REJECTED)


def judge(fact: Any, state: State, action: Change.Action, by: By) -> None:
    """Set the state, and keep what the machine had read until now."""
    former = fact.state
    remember_machine(fact)
    fact.state = state
    fact.save()
    write_down(fact, action, {"state": [former, state.value]}, by)


def remember_machine(row: Any) -> None:
    """Before a person's first word on a fact: what the machine says of it."""
    if getattr(row, "state", "") == State.EXTRACTED:
        row.machine_values = frozen_fields(row, SUBJECTS[record_of(row)].proposed)


def set_values(
    row: Any, values: dict[str, Any], action: Change.Action, by: By, reverts: Change | None = None
) -> Change | None:
    """Set, save and write down the values that differ from those the row has.

    Raises ValidationError where they clash with another row.
    """
    before = frozen_fields(row, values)
    changed = difference(
        before, {name: frozen_as(type(row), name, value) for name, value in values.items()}
    )
    if not changed:
        return None
    changed |= mark_judged(row, before, set(changed))
    for name in changed.keys() & values.keys():
        setattr(row, name, values[name])
    derive(row)
    row.validate_constraints()
    row.save()
    return write_down(row, action, changed, by, reverts)


def mark_judged(row: Any, before: dict[str, Any], changed: set[str]) -> dict[str, list[Any]]:
    """Make the row a person's word; returns the change of its state where it has one."""
    if hasattr(row, "human_fields"):
        for name in changed - set(row.human_fields):
            row.machine_values[name] = before[name]
        row.human_fields = sorted({*row.human_fields, *changed})
        return {}
    remember_machine(row)
    is_fact = hasattr(row, "state")
    if not is_fact or "state" in changed or row.state in {State.ADDED, State.EDITED}:
        return {}
    former, row.state = row.state, State.EDITED
    return {"state": [former, row.state.value]}


def derive(row: Any) -> None:
    """Columns that follow from others."""
    if isinstance(row, Article):
        row.folded_title = fold(row.title)
        row.set_sort_date()
        row.unit = row.place.unit_on(row.sort_date) if row.place else None
    elif isinstance(row, Official | Place):
        row.folded = fold(row.name)


def articles_of(row: Any) -> list[int]:
    """The articles whose page shows this row."""
    if isinstance(row, Article):
        return [row.pk]
    if hasattr(row, "article_id"):
        return [row.article_id]
    related = row.reports if hasattr(row, "reports") else row.mentions
    return list(related.values_list("article_id", flat=True).distinct())
