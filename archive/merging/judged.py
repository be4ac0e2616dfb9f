"""A fact that a person has given to another record is that person's word: no machine moves it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.history.subjects import SUBJECTS, record_of
from archive.history.values import frozen_fields
from archive.models import State

if TYPE_CHECKING:
    from archive.merging.journal import Journal
    from archive.models import Fact


def judge(fact: Fact, journal: Journal) -> None:
    """Mark what only a machine had said as edited, and keep what the machine had read."""
    if fact.state == State.EXTRACTED:
        read = frozen_fields(fact, SUBJECTS[record_of(fact)].proposed)
        journal.set(fact, state=State.EDITED.value, machine_values=read)
