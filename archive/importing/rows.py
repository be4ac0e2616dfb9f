"""New rows as plain SQL: what the ORM would write, in a fraction of its time.

A row has its number before it is written, so that others can point at it. Between the taking of a number
and the writing nobody else may add rows to that table in the same transaction.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import connection
from django.db.models import (
    BooleanField,
    CharField,
    ForeignKey,
    IntegerField,
    TextField,
)
from django.db.models.base import ModelState
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from django.db.models import Field, Model

Row = TypeVar("Row", bound="Model")

AS_THEY_ARE = (BooleanField, CharField, ForeignKey, IntegerField, TextField)
LEAST_AHEAD, MOST_AHEAD = 64, 256  # numbers of a table that are taken by one query


class Numbers:
    """Primary keys, taken before the rows are written. Lives in one transaction.

    PostgreSQL's are taken from the sequence, some more than are used, and what is left over is never
    used. SQLite has one writer, so that counting on is enough until rows are written.
    """

    def __init__(self) -> None:
        self.ahead: dict[type[Model], Iterator[int]] = defaultdict(lambda: iter(()))
        self.taken: Counter[type[Model]] = Counter()

    def take(self, model: type[Model]) -> int:
        number = next(self.ahead[model], None)
        if number is None:
            self.ahead[model] = self.more(model)
            number = next(self.ahead[model])
        self.taken[model] += 1
        return number

    def more(self, model: type[Model]) -> Iterator[int]:
        table = model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
                last = cursor.fetchone()
                return count((last[0] if last else 0) + 1)
            many = min(max(LEAST_AHEAD, self.taken[model]), MOST_AHEAD)
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [connection.ops.quote_name(table), many],
            )
            return iter([number for (number,) in cursor.fetchall()])

    def forget(self) -> None:
        """What was taken is written: rows that others add now come after it."""
        if connection.vendor == "sqlite":
            self.ahead.clear()


@dataclass(frozen=True, slots=True)
class Blank:
    """What a row of a model holds where nothing is said."""

    plain: dict[str, Any]
    made: dict[str, Callable[[], Any]]  # lists and dicts, which each row has for itself
    related: dict[str, ForeignKey[Any, Any]]


@lru_cache(maxsize=64)
def blank_of(model: type[Model]) -> Blank:
    fields = model._meta.concrete_fields
    made = {f.attname: f.default for f in fields if f.default in {list, dict}}
    plain = {f.attname: f.get_default() for f in fields if f.attname not in made}
    return Blank(plain, made, {f.name: f for f in fields if isinstance(f, ForeignKey)})


def new(model: type[Row], number: int, values: Mapping[str, Any]) -> Row:
    """`model(pk=number, **values)`, made as unpickling makes it, without asking each field."""
    blank = blank_of(model)
    row = model.__new__(model)
    row._state = ModelState()
    held = vars(row)
    held |= blank.plain
    for name, make in blank.made.items():
        held[name] = make()
    for name, value in values.items():
        field = blank.related.get(name)
        if field is None:
            held[name] = value
        elif value is not None:
            held[field.attname] = value.pk
            row._state.fields_cache[name] = value
    row.pk = number
    return row


def insert(model: type[Model], rows: Sequence[dict[str, Any]]) -> None:
    """Write rows, given as values by column; all have the columns of the first.

    Moments that the model sets by itself are set, in `rows` too.
    """
    if not rows:
        return
    fields = [f for f in model._meta.concrete_fields if f.attname in rows[0] or is_moment(f)]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join("%s" for _ in fields)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({places})",  # noqa: S608
            list(zip(*(column(field, rows) for field in fields), strict=True)),
        )


def is_moment(field: Any) -> bool:
    return getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)


def column(field: Field[Any, Any], rows: Sequence[dict[str, Any]]) -> list[Any]:
    """The values of one column, as the driver of the database takes them."""
    name = field.attname
    if is_moment(field):
        now = timezone.now()
        for row in rows:
            row[name] = now
    values = [row[name] for row in rows]
    return values if isinstance(field, AS_THEY_ARE) else list(prepared(field, values))


def prepared(field: Field[Any, Any], values: Iterable[Any]) -> Iterator[Any]:
    """Dates, decimals and JSON as the ORM hands them over; each value once, because most come again."""
    prepare = partial(field.get_db_prep_save, connection=connection)
    known: dict[str, Any] = {}
    for value in values:
        key = repr(value)
        if key not in known:
            known[key] = prepare(value)
        yield known[key]
