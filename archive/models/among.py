"""`rows.filter(column__among=values)`: what `in` says, with one parameter however many values there are.

Django prepares each value of `in` by itself, which for some hundred takes longer than the database takes to find
them. Values are plain: numbers or words.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Field, Lookup
from django.db.models.fields.related import ForeignObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """So many at a time, for statements that take no longer however many there are."""
    source = iter(rows)
    while some := list(islice(source, size)):
        yield some


@Field.register_lookup
@ForeignObject.register_lookup
class Among(Lookup[Any]):
    lookup_name = "among"
    prepare_rhs = False

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        values = list(self.rhs)
        if connection.vendor == "postgresql":
            return f"{column} = ANY(%s)", (*parameters, values)
        found = f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608
        return found, (*parameters, json.dumps(values))
