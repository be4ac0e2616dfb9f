"""New rows as plain SQL: what the ORM would write, in a fraction of its time.

A row has its number before it is written, so that others can point at it. Between the taking of a number
and the writing nobody else may add rows to that table in the same transaction.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import connection
from django.db.models import (
    BooleanField,
    CharField,
    ForeignKey,
    IntegerField,
    JSONField,
    TextField,
)
from django.db.models.base import ModelState
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
        return number

    def more(self, model: type[Model]) -> Iterator[int]:
        table = model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
                last = cursor.fetchone()
                return count((last[0] if last else 0) + 1)
            many = min(max(LEAST_AHEAD, self.taken[model]), MOST_AHEAD)
            self.taken[model] += many
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
    # Lists and dicts, which each row has for itself: name of a column, what makes one.
    made: tuple[tuple[str, Callable[[], Any]], ...]
    related: tuple[tuple[str, str], ...]  # name of a relation, name of its column


@lru_cache(maxsize=256)
def blank_of(model: type[Model], said: tuple[str, ...]) -> Blank:
    """For rows of which these columns and relations are said."""
    fields = [f for f in model._meta.concrete_fields if f.attname not in said]
    made = tuple((f.attname, f.default) for f in fields if f.default in {list, dict})
    plain = {f.attname: value_of(f.get_default()) for f in fields if f.default not in {list, dict}}
    related = tuple((f.name, f.attname) for f in fields if f.name in said)
    return Blank(plain, made, related)


def value_of(default: Any) -> Any:
    """Of a choice its value: drivers take long to find out what a choice is."""
    return default.value if isinstance(default, Enum) else default


def new(model: type[Row], number: int, values: Mapping[str, Any]) -> Row:
    """`model(pk=number, **values)`, made as unpickling makes it, without asking each field."""
    blank = blank_of(model, tuple(values))
    row = model.__new__(model)
    held = vars(row)
    held.update(blank.plain)
    for name, make in blank.made:
        held[name] = make()
    held.update(values)
    held["id"] = number
    held["_state"] = state = ModelState()
    for name, column in blank.related:
        other = held.pop(name)
        if other is not None:
            held[column] = other.id
            state.fields_cache[name] = other
    return row


def insert(model: type[Model], rows: Sequence[dict[str, Any]]) -> None:
    """Write rows, given as values by column; all have the columns of the first.

    Moments that the model sets by itself are set, in `rows` too.
    """
    if not rows:
        return
    now = timezone.now()
    for moment in (f.attname for f in model._meta.concrete_fields if is_moment(f)):
        for row in rows:
            row[moment] = now
    names = [f.attname for f in model._meta.concrete_fields if f.attname in rows[0]]
    insert_values(model, names, [tuple(map(row.__getitem__, names)) for row in rows])


def insert_values(
    model: type[Model], names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Write rows, given as the values of these columns.

    A column of which none says anything is left out: drivers take long over None.
    """
    if not rows:
        return
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    told = {
        by_name[name]: column
        for name, column in zip(names, zip(*rows, strict=True), strict=True)
        if any(value is not None for value in column)
    }
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in told)
    places = ", ".join("%s" for _ in told)
    values = map(driven, told.keys(), told.values())
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places})",  # noqa: S608
            list(zip(*values, strict=True)),
        )


def is_moment(field: Any) -> bool:
    return getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)


def driven(field: Field[Any, Any], values: Sequence[Any]) -> Sequence[Any]:
    """The values of one column, as the driver of the database takes them."""
    return values if isinstance(field, AS_THEY_ARE) else prepared(field, values)


def prepared(field: Field[Any, Any], values: Sequence[Any]) -> list[Any]:
    """Dates, decimals and JSON as the ORM hands them over; each value once, because most come again."""
    prepare = partial(field.get_db_prep_save, connection=connection)
    keys = list(map(repr, values)) if isinstance(field, JSONField) else values
    once = dict(zip(keys, values, strict=True))
    known = {key: prepare(value) for key, value in once.items()}
    return list(map(known.__getitem__, keys))
