"""Adding what the machine overlooked, with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from archive.editing.judging import articles_of, derive
from archive.editing.showing import show
from archive.history.changes import write_down
from archive.history.subjects import SUBJECTS, record_of
from archive.history.values import frozen_fields
from archive.models import Change, Evidence, Fact, State

if TYPE_CHECKING:
    from archive.history.changes import By
    from archive.models import ArticleVersion


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a version: half-open range of code points in its body, title or one caption."""

    version: ArticleVersion
    where: str
    index: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The whole text that the words stand in."""
        version = self.version
        texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
        return str(texts[self.where][self.index])

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]


@transaction.atomic
def add(fact: Any, words: Words | None, by: By) -> Any:
    """Save a new row as a person's word, a fact with its evidence."""
    add_row(fact, words, by)
    show(articles_of(fact))
    return fact


def add_row(fact: Any, words: Words | None, by: By) -> None:
    if isinstance(fact, Fact):
        fact.state = State.ADDED
    derive(fact)
    fact.validate_constraints()
    fact.save()
    if words:
        attach(fact, words)
    values = frozen_fields(fact, SUBJECTS[record_of(fact)].fields)
    fields = {name: [None, value] for name, value in values.items() if value not in (None, "")}
    write_down(fact, Change.Action.ADDED, fields, by)


def attach(fact: Any, words: Words, field: str = "") -> None:
    """Let the fact (or one field of it) rest on these words."""
    Evidence.objects.get_or_create(
        version=words.version,
        where=words.where,
        index=words.index,
        start=words.start,
        end=words.end,
        field=field,
        **{record_of(fact): fact},
        defaults={"quote": words.quote},
    )
