"""Proposals of a machine: taken or declined by a person, one by one or all of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from archive.editing.judging import articles_of, set_values
from archive.editing.showing import show
from archive.history.changes import write_down
from archive.history.subjects import rows_of
from archive.history.values import thawed
from archive.models import Change, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.history.changes import By

State = Proposal.State
Action = Change.Action


@transaction.atomic
def decide(proposals: Iterable[Proposal], by: By, *, accept: bool) -> int:
    """Accept or decline those that still wait; returns how many. One act, undone together."""
    chosen = list(proposals)
    waiting = (
        Proposal.objects.select_for_update(no_key=True)
        .waiting()
        .filter(pk__in=[p.pk for p in chosen])
    )
    rows = rows_of((item.record, item.record_id) for item in chosen)
    decided = 0
    articles: set[int] = set()
    for item in waiting:
        row = rows.get((item.record, item.record_id))
        if row is not None:
            take(row, item, by) if accept else keep(row, item, by)
            articles |= {item.article_id, *articles_of(row)}
        item.state = State.ACCEPTED if accept and row is not None else State.DECLINED
        item.decided_by, item.decided_at = by.user, timezone.now()
        item.save(update_fields=["state", "decided_by", "decided_at"])
        decided += 1
    show(sorted(articles))
    return decided


def take(row: Any, item: Proposal, by: By) -> None:
    """Set the machine's value; it is the person's word from now on."""
    value = thawed(type(row), item.field, item.new)
    set_values(row, {item.field: value}, Action.ACCEPTED, by)


def keep(row: Any, item: Proposal, by: By) -> None:
    write_down(row, Action.DECLINED, {item.field: [item.new, item.old]}, by)
