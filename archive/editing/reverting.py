"""Taking back: one field, one change, or a whole act. What was set since is never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from archive.editing.judging import articles_of, derive
from archive.editing.showing import show
from archive.history.changes import write_down
from archive.history.proposals import digest
from archive.history.subjects import SUBJECTS
from archive.history.values import field_name, frozen, same, shown, thawed
from archive.models import Change, Mention, Proposal, State

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from archive.history.changes import By

Action = Change.Action


class RevertError(Exception):
    """Raised where a change cannot be taken back; the message says why."""


@transaction.atomic
def revert(change: Change, by: By, fields: Iterable[str] | None = None) -> None:
    """Put back what `fields` (all of them without) were before the change.

    Raises RevertError where a value was set anew since, or the row is gone.
    """
    model = SUBJECTS[change.record].model
    row = model.objects.select_for_update(no_key=True).filter(pk=change.record_id).first()
    if row is None:
        raise RevertError(f"“{change.label}” không còn trong kho.")
    chosen = change.fields.keys() if fields is None else set(fields)
    articles = articles_of(row)
    if change.action == Action.DECLINED:
        reopen(row, change, by)
    elif change.action == Action.ADDED:
        unchanged_since(change, row, chosen)
        take_out(row, change, by)
    else:
        unchanged_since(change, row, chosen)
        put_back(row, change, chosen, by)
    show(articles)


@transaction.atomic
def revert_act(act: uuid.UUID, by: By) -> None:
    """Take back all that was written in one save, the last first."""
    for change in Change.objects.filter(act=act).order_by("-pk"):
        revert(change, by)


def unchanged_since(change: Change, row: Any, fields: Iterable[str]) -> None:
    """Raise RevertError where one of the fields no longer has the value that the change gave it."""
    for name in fields:
        now, then = frozen(getattr(row, name)), change.fields[name][1]
        if not same(now, then):
            raise RevertError(
                f"“{change.label}”, {field_name(change.record, name)}: nay là "
                f"{shown(change.record, name, now)}, không còn là "
                f"{shown(change.record, name, then)}. Hãy sửa tay."
            )


def put_back(row: Any, change: Change, fields: Iterable[str], by: By) -> None:
    taken = {name: change.fields[name] for name in fields}
    for name, (old, _) in taken.items():
        try:
            setattr(row, name, thawed(type(row), name, old))
        except ValueError as error:
            raise RevertError(f"Không đặt lại được: {error}.") from error
    forget(row, taken)
    derive(row)
    row.save()
    write_down(row, Action.REVERTED, {n: [new, old] for n, (old, new) in taken.items()}, by, change)
    if change.action == Action.ACCEPTED:
        for name, (_, new) in taken.items():
            ask_again(change, name, new)


def reopen(row: Any, change: Change, by: By) -> None:
    """A proposal that was declined waits again."""
    for name, (machine, person) in change.fields.items():
        ask_again(change, name, machine)
        write_down(row, Action.REVERTED, {name: [person, machine]}, by, change)


def ask_again(change: Change, field: str, value: Any) -> None:
    """The proposal that was decided waits again."""
    decided = Proposal.objects.filter(
        record=change.record, record_id=change.record_id, field=field, digest=digest(value)
    )
    decided.update(state=Proposal.State.WAITING, decided_at=None, decided_by=None)


def forget(row: Any, taken: dict[str, Any]) -> None:
    """A field that is back at what the machine read is the machine's again."""
    if hasattr(row, "human_fields"):
        back = {n for n, (old, _) in taken.items() if same(row.machine_values.get(n), old)}
        row.human_fields = sorted(set(row.human_fields) - back)
        row.machine_values = {n: v for n, v in row.machine_values.items() if n not in back}
    elif getattr(row, "state", "") == State.EXTRACTED:
        row.machine_values = {}


def take_out(row: Any, change: Change, by: By) -> None:
    """A fact that a person had added goes, a person's posts and parts in the article before them."""
    if isinstance(row, Mention):
        hanging = [*row.position_reports.all(), *row.participations.all()]
        if any(fact.state != State.ADDED for fact in hanging):
            raise RevertError(f"“{row}” đã có chức vụ hoặc vai mà máy đọc; hãy bác thay vì bỏ.")
    fields = {name: [new, old] for name, (old, new) in change.fields.items()}
    write_down(row, Action.REVERTED, fields, by, change)
    row.delete()
