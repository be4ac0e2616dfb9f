"""Every table into an empty PostgreSQL: rows with their numbers, parents first, a table a transaction."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from graphlib import TopologicalSorter
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connections, models, transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SOURCE = "default"
BATCH = 2000  # rows that are in memory at once
Model = type[models.Model]
Row = tuple[Any, ...]


class MoveError(RuntimeError):
    """Why nothing, or no more, was moved; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a table holds: how many rows, and a SHA-256 over all of them in the order of their keys."""

    rows: int
    digest: str


def tables() -> list[Model]:
    """Every table with the accounts' and those between two others, each after those it points at."""
    held = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]
    return list(TopologicalSorter({model: targets(model) for model in held}).static_order())


def targets(model: Model) -> set[Model]:
    """The tables whose rows this one names, but for itself."""
    related = (field.related_model for field in model._meta.concrete_fields if field.is_relation)
    return {other for other in related if isinstance(other, type) and other is not model}


def columns(model: Model) -> list[models.Field[Any, Any]]:
    return list(model._meta.concrete_fields)


def rows_of(model: Model, alias: str) -> Iterator[Row]:
    """Rows in the order of their keys, as Python values, streamed."""
    names = [field.attname for field in columns(model)]
    found = model._default_manager.using(alias).order_by("pk").values_list(*names)
    return found.iterator(chunk_size=BATCH)


def copy(model: Model, alias: str, tick: Callable[[], None]) -> None:
    """Put all rows into the table there, which is emptied first, in one transaction."""
    with transaction.atomic(using=alias):
        empty(model, alias)
        rows = rows_of(model, SOURCE)
        while batch := list(islice(rows, BATCH)):
            try:
                write(model, alias, batch)
            except (DatabaseError, ValueError) as error:
                first, last = batch[0], batch[-1]
                raise MoveError(
                    f"{model._meta.db_table}: a row between {first[0]} and {last[0]} does not fit: {error}"
                ) from error
            tick()


def write(model: Model, alias: str, batch: Iterable[Row]) -> None:
    """Rows as they are: no default, no `auto_now` touches them."""
    connection = connections[alias]
    fields = columns(model)
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    prepared = (
        tuple(f.get_db_prep_save(v, connection) for f, v in zip(fields, row, strict=True))
        for row in batch
    )
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({names}) FROM STDIN") as stream,
    ):
        for values in prepared:
            stream.write_row(values)


def empty(model: Model, alias: str) -> None:
    """And the tables that name its rows, which are copied after it."""
    table = connections[alias].ops.quote_name(model._meta.db_table)
    with connections[alias].cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


def reset_sequences(alias: str) -> None:
    """What is made next takes a free number."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(sql)


def count(model: Model, alias: str) -> int:
    return model._default_manager.using(alias).count()


def content(model: Model, alias: str) -> Content:
    """Read a table anew and digest it; equal rows give equal digests in every database."""
    digest, number = hashlib.sha256(), 0
    for row in rows_of(model, alias):
        number += 1
        digest.update("\x1f".join(map(written, row)).encode())
        digest.update(b"\x1e")
    return Content(number, digest.hexdigest())


def written(value: Any) -> str:
    """One way to write a value: databases differ in the zeros of decimals and the order of keys."""
    match value:
        case None:
            return "\x00"
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            return value.isoformat()
        case bytes() | memoryview():
            return bytes(value).hex()
        case dict() | list():
            return json.dumps(value, sort_keys=True, ensure_ascii=False)
        case _:
            return str(value)
