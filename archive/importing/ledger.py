"""The rows of many pages on their way into the database: one statement a table and some hundred rows.

Rows are handed in as they are made, and may point at each other before any of them has a number.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from archive.history.subjects import RECORDS
from archive.importing.known import Known
from archive.importing.rows import Numbers, insert, insert_values, new
from archive.importing.storage import keep
from archive.models import (
    Article,
    ArticleVersion,
    Capture,
    Evidence,
    Meeting,
    MeetingReport,
    Mention,
    Observation,
    Official,
    Participation,
    Position,
    PositionReport,
)
from archive.models.evidence import FACTS

if TYPE_CHECKING:
    from django.db.models import Model

    from archive.extraction.record import Span
    from archive.models import Fact

Row = TypeVar("Row", bound="Model")

QUOTE = (
    "version_id", "where", "index", "start", "end", "field", "quote", *(f"{name}_id" for name in FACTS)
)  # fmt: skip
# Before and after the number of a fact: of the kinds of fact that the evidence is not of.
NULLS = {
    model: ((None,) * (at := FACTS.index(name)), (None,) * (len(FACTS) - at - 1))
    for model, name in RECORDS.items()
    if name in FACTS
}

# A table comes after those that it points at.
ORDER: tuple[type[Any], ...] = (
    Article,
    Capture,
    ArticleVersion,
    Meeting,
    MeetingReport,
    Official,
    Position,
    Mention,
    PositionReport,
    Participation,
    Observation,
)


class Ledger:
    """Rows that wait, and what is known of the rows that are there. Lives in one transaction."""

    def __init__(self) -> None:
        self.waiting: dict[type[Any], list[Any]] = defaultdict(list)
        self.quotes: list[tuple[Any, ...]] = []
        self.files: dict[str, bytes] = {}
        self.known = Known()
        self.numbers = Numbers()

    def add(self, model: type[Row], **values: Any) -> Row:
        """A new row with its number, to be written with the others; what is set on it until then counts."""
        row = new(model, self.numbers.take(model), values)
        self.waiting[model].append(row)
        return row

    def quote(self, version: ArticleVersion, fact: Fact, field: str, span: Span) -> None:
        """The words under a span as evidence of a fact, by far the most frequent kind of row."""
        before, after = NULLS[type(fact)]
        self.quotes.append((
            version.id, span.where, span.index, span.start, span.end, field, words(version, span),
            *before, fact.pk, *after,
        ))  # fmt: skip

    def write(self) -> None:
        """Write all that waits; the bytes of captures before the rows that name them."""
        files, self.files = self.files, {}
        keep(files)
        waiting, self.waiting = self.waiting, defaultdict(list)
        for model in ORDER:
            insert(model, [vars(row) for row in waiting[model]])
            for row in waiting[model]:
                row._state.adding = False
        quotes, self.quotes = self.quotes, []
        insert_values(Evidence, QUOTE, quotes)
        self.numbers.forget()

    def forget(self) -> None:
        """Write, and ask the rows anew: something else has changed them."""
        self.write()
        self.known = Known()


def is_new(row: Model) -> bool:
    """Whether a row has yet to be written."""
    return bool(row._state.adding)


def words(version: ArticleVersion, span: Span) -> str:
    """The words under the span."""
    if span.where == "captions":
        return str(version.captions[span.index][span.start : span.end])
    text = version.body if span.where == "body" else version.title
    return text[span.start : span.end]
