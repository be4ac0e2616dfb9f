"""One transaction each: merge, split, take back, tell apart; queue and search are brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from archive.editing.showing import show
from archive.merging.journal import Journal, take_back
from archive.merging.kinds import BY_MODEL, KINDS
from archive.models import Distinction, Merge

if TYPE_CHECKING:
    from collections.abc import Collection

    from archive.history.changes import By

Act = Merge.Act


class MergeError(Exception):
    """Raised where records cannot be merged, split or put back; the message says why."""


@transaction.atomic
def merge(kept: Any, gone: Any, by: By) -> Merge:
    """Move everything of `gone` to `kept`; the address of `gone` leads there from now on."""
    if kept.pk == gone.pk:
        raise MergeError("Đây là cùng một bản ghi.")
    for row in (kept, gone):
        if row.merged_into_id:
            raise MergeError(f"“{row}” đã được gộp vào bản ghi khác.")
    record = BY_MODEL[type(kept)]
    kind = KINDS[record]
    touched = kind.articles(kept) | kind.articles(gone)
    journal = Journal()
    kind.merge(kept, gone, journal)
    first, second = sorted((kept.pk, gone.pk))
    Distinction.objects.filter(record=record, first_id=first, second_id=second).delete()
    done = written(Act.MERGE, kept, gone, journal, by)
    show(sorted(touched))
    return done


@transaction.atomic
def split(row: Any, chosen: Collection[int], by: By) -> Merge:
    """Make a record of the chosen parts (ids as `parts` gives them); some must stay."""
    kind = KINDS[BY_MODEL[type(row)]]
    parts = kind.parts(row)
    rows = [fact for part in parts if part["id"] in chosen for fact in part["rows"]]
    if not rows:
        raise MergeError(f"Chọn ít nhất một {kind.part} để tách.")
    if all(part["id"] in chosen for part in parts):
        raise MergeError(f"Để lại ít nhất một {kind.part}; tách hết thì không còn gì để tách.")
    touched = kind.articles(row)
    journal = Journal()
    other = kind.split(row, rows, journal)
    done = written(Act.SPLIT, row, other, journal, by)
    tell_apart(row, other, by)
    show(sorted(touched))
    return done


def written(act: Merge.Act, row: Any, other: Any, journal: Journal, by: By) -> Merge:
    """The line of the log."""
    return Merge.objects.create(
        act=act,
        record=BY_MODEL[type(row)],
        record_id=row.pk,
        other_id=other.pk,
        label=str(row)[:500],
        other_label=str(other)[:500],
        steps=journal.steps,
        why=by.why[:500],
        user=by.user,
        who=by.user.get_username(),
    )


@transaction.atomic
def undo(done: Merge, by: By) -> int:
    """Put back what was moved; returns how many values stay because somebody changed them since.

    Raises MergeError where it was undone before, or where one of the records was merged or split later.
    """
    done = Merge.objects.select_for_update(no_key=True).get(pk=done.pk)
    if done.undone_at:
        raise MergeError("Lần này đã được hoàn tác.")
    both = [done.record_id, done.other_id]
    later = Merge.objects.filter(
        Q(record_id__in=both) | Q(other_id__in=both),
        record=done.record,
        pk__gt=done.pk,
        undone_at=None,
    ).first()
    if later:
        raise MergeError(f"Hoàn tác lần sau trước: {later} ({later.get_act_display()}).")
    rows = KINDS[done.record].model._default_manager.in_bulk(both).values()
    touched = {pk for row in rows for pk in KINDS[done.record].articles(row)}
    left = take_back(done.steps)
    if done.act == Act.SPLIT:
        pair = {"first_id": min(both), "second_id": max(both)}
        Distinction.objects.filter(record=done.record, **pair).delete()
    done.undone_at, done.undone_by = timezone.now(), by.user.get_username()
    done.save(update_fields=["undone_at", "undone_by"])
    show(sorted(touched))
    return left


def tell_apart(one: Any, other: Any, by: By) -> None:
    """Remember that the two are not the same."""
    first, second = sorted((one, other), key=lambda row: row.pk)
    Distinction.objects.get_or_create(
        record=BY_MODEL[type(one)],
        first_id=first.pk,
        second_id=second.pk,
        defaults={
            "label": f"{first} / {second}"[:500],
            "why": by.why[:500],
            "who": by.user.get_username(),
        },
    )
