"""What `in` says, with one parameter however many values there are.

`rows.filter(column__among=values)`, and of several columns `rows.filter(OneOf(columns, keys))`. Django prepares each
value of `in` by itself, which for some hundred takes longer than the database takes to find them. Values are plain:
numbers, words or days.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import BooleanField, F, Field, Func, Lookup
from django.db.models.fields.related import ForeignObject

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

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


class OneOf(Func):
    """Whether columns say one of some keys together; each column by itself would find ever more rows."""

    output_field = BooleanField()
    template = "(%(expressions)s)"

    def __init__(self, columns: Sequence[str], keys: Collection[Sequence[Any]]) -> None:
        super().__init__(*map(F, columns))
        self.keys = json.dumps(list(keys), cls=DjangoJSONEncoder)

    def as_sql(  # type: ignore[override]  # nobody says it otherwise
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        columns, parameters = super().as_sql(compiler, connection)
        fields = [column.output_field for column in self.get_source_expressions()]
        if connection.vendor == "postgresql":
            parts = [f"(value->>{i})::{f.db_type(connection)}" for i, f in enumerate(fields)]
            source = "jsonb_array_elements(%s::jsonb)"
        else:
            parts = [f"json_extract(value, '$[{i}]')" for i in range(len(fields))]
            source = "json_each(%s)"
        found = f"{columns} IN (SELECT {', '.join(parts)} FROM {source})"  # noqa: S608
        return found, (*parameters, self.keys)
