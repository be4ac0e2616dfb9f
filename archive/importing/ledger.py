"""The rows of many pages on their way into the database: one statement a table and some hundred rows.

Rows are handed in as they are made, and may point at each other before any of them has a number.
"""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from archive.history.subjects import RECORDS
from archive.importing.known import Known
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
    from collections.abc import Iterable, Sequence

    from django.db.models import Model

    from archive.extraction.record import Span
    from archive.models import Fact

Row = TypeVar("Row", bound="Model")

WRITERS = 8  # files that are written at once

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
EVIDENCE = (
    *("version_id", "where", "index", "start", "end", "field", "quote"),
    *(f"{name}_id" for name in FACTS),
)


class Quote(NamedTuple):
    """A row of `Evidence`, by far the most frequent one, on its way."""

    version: ArticleVersion
    fact: Fact
    field: str
    span: Span
    words: str

    def columns(self) -> tuple[Any, ...]:
        """In the order of `EVIDENCE`."""
        span, owner = self.span, RECORDS[type(self.fact)]
        whose = (self.fact.pk if name == owner else None for name in FACTS)
        place = (span.where, span.index, span.start, span.end)
        return (self.version.pk, *place, self.field, self.words, *whose)


class Ledger:
    """Rows that wait, and what is known of the rows that are there. Lives in one transaction."""

    def __init__(self) -> None:
        self.waiting: dict[type[Any], list[Any]] = defaultdict(list)
        self.quotes: list[Quote] = []
        self.files: dict[str, bytes] = {}
        self.known = Known()

    def add(self, row: Row) -> Row:
        self.waiting[type(row)].append(row)
        return row

    def write(self) -> None:
        """Write all that waits; the bytes of captures before the rows that name them."""
        files, self.files = self.files, {}
        store(files)
        waiting, self.waiting = self.waiting, defaultdict(list)
        for model in ORDER:
            rows = waiting[model]
            if model is Observation:
                write_figures(rows)
            elif rows:
                model.objects.bulk_create(rows)
        quotes, self.quotes = self.quotes, []
        insert(Evidence, EVIDENCE, (quote.columns() for quote in quotes))

    def forget(self) -> None:
        """Write, and ask the rows anew: something else has changed them."""
        self.write()
        self.known = Known()


def store(files: dict[str, bytes]) -> None:
    """Write what the storage lacks. Each file waits for the disk, so many do it at once."""
    lacking = [path for path in files if not default_storage.exists(path)]
    with ThreadPoolExecutor(WRITERS) as threads:
        saved = threads.map(
            lambda path: default_storage.save(path, ContentFile(files[path])), lacking
        )
        list(saved)  # raises where one failed


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write plain numbers and words as rows that nobody points at, in a fraction of the time of `bulk_create`."""
    table, quoted = model._meta, connection.ops.quote_name
    names = ", ".join(quoted(column) for column in columns)
    places = ", ".join("%s" for _ in columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quoted(table.db_table)} ({names}) VALUES ({places})",  # noqa: S608
            list(rows),
        )


def write_figures(rows: list[Observation]) -> None:
    """Totals before their parts; what is part of itself by way of others is joined afterwards."""
    while rows:
        ready = [row for row in rows if row.parent is None or row.parent.pk]
        if not ready:
            break
        Observation.objects.bulk_create(ready)
        rows = [row for row in rows if row.pk is None]
    parents = [(row, row.parent) for row in rows]
    for row in rows:
        row.parent = None
    Observation.objects.bulk_create(rows)
    for row, parent in parents:
        row.parent = parent
        row.save(update_fields=["parent"])
