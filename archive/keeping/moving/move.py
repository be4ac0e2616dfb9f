"""The whole move on one screen: check, copy, index, prove."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.management import call_command
from django.db import connections, transaction
from django.db.utils import OperationalError

from archive.importing.captures import damage
from archive.keeping.moving import tables
from archive.keeping.moving.searches import Answers, compare, questions
from archive.keeping.moving.tables import SOURCE, Content, MoveError
from archive.models import Capture
from archive.search import index
from archive.search.query import Query
from archive.search.rows import documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

TARGET = "target"
MARK = "archive_moving_up"  # a table that says: what is here is half a move, it may be completed


@dataclass(frozen=True, slots=True)
class TableMoved:
    """A table's content here and there."""

    table: str
    here: Content
    there: Content

    @property
    def is_whole(self) -> bool:
        return self.here == self.there


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared after the move. `damaged`: captures whose file is missing or altered, with why."""

    tables: tuple[TableMoved, ...]
    damaged: tuple[tuple[str, str], ...]
    captures: int
    indexed: int | None
    answers: Answers | None

    @property
    def is_whole(self) -> bool:
        rows = all(table.is_whole for table in self.tables)
        return rows and not self.damaged and not (self.answers and self.answers.differing)


def connect(options: dict[str, Any]) -> None:
    """Know the database to move to as `target`. Raises MoveError where it cannot be used."""
    described = connections.configure_settings({SOURCE: {**options}})
    connections.settings[TARGET] = described[SOURCE]
    there = connections[TARGET]
    if there.vendor != "postgresql":
        raise MoveError("move_up goes to PostgreSQL: give its address as postgres://user@host/name")
    try:
        there.ensure_connection()
    except OperationalError as error:
        raise MoveError(f"the database cannot be reached: {error}") from error


def is_free() -> bool:
    """Whether nothing is there yet, or only what an earlier move that was cut off had brought."""
    names = set(connections[TARGET].introspection.table_names())
    return MARK in names or not any(name.startswith("archive_") for name in names)


def counts() -> list[tuple[str, int]]:
    """Rows by table, as they would be moved."""
    return [(model._meta.db_table, tables.count(model, SOURCE)) for model in tables.tables()]


def move(search: str, tick: Callable[[], None]) -> Proof:
    """Copy everything, build the index at `search` where that is named, and compare both sides.

    Nobody can write here meanwhile. What was cut off is completed by moving again: tables that are whole stay.
    """
    if not is_free():
        raise MoveError("the database holds an archive already: give an empty one")
    with transaction.atomic(using=SOURCE):
        prepare()
        moved = tuple(copied(tick))
        tables.reset_sequences(TARGET)
        proof = Proof(moved, *captures_there(), *searched(search))
    if proof.is_whole:
        execute(f"DROP TABLE {MARK}")
    return proof


def prepare() -> None:
    """Tables as this version has them; the mark comes first, so that the rest is known for half a move."""
    execute(f"CREATE TABLE IF NOT EXISTS {MARK} (started timestamptz DEFAULT now())")
    call_command("migrate", database=TARGET, verbosity=0)


def copied(tick: Callable[[], None]) -> Iterator[TableMoved]:
    """Each table when it is there; one that is whole already is only compared."""
    for model in tables.tables():
        here = tables.content(model, SOURCE)
        there = tables.content(model, TARGET)
        if here != there:
            tables.copy(model, TARGET, tick)
            there = tables.content(model, TARGET)
        yield TableMoved(model._meta.db_table, here, there)


def captures_there() -> tuple[tuple[tuple[str, str], ...], int]:
    """The files that the rows there name, read and hashed."""
    damaged, number = [], 0
    for capture in Capture.objects.using(TARGET).order_by("pk").iterator():
        number += 1
        if problem := damage(capture):
            damaged.append((capture.sha256, problem))
    return tuple(damaged), number


def searched(search: str) -> tuple[int | None, Answers | None]:
    """Build the other index and ask both engines the same."""
    if not search:
        return None, None
    there = index.engine_at(search)
    there.rebuild(documents())
    return there.find(Query(limit=0)).total, compare(index.engine(), there, questions())


def execute(sql: str) -> None:
    with connections[TARGET].cursor() as cursor:
        cursor.execute(sql)
