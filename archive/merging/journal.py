"""A journal of moves: every step with what stood there before, so that all of them can be taken back.

A step is `{"model", "field", "old", "new", "pks"}` for rows of which a column was set from `old` to
`new`, or `{"model", "made": pk}` for a row that was made. Columns of foreign keys hold numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps

from archive.sums.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model, QuerySet

Step = dict[str, Any]
DERIVED = {
    table.model for table in TABLES
}  # made from the other rows, so that nothing hangs on them
CHUNK = 500  # rows of one statement; the databases bound its parameters


@dataclass(slots=True)
class Journal:
    """Moves rows and writes down how to move them back."""

    steps: list[Step] = field(default_factory=list)

    def set(self, row: Model, **values: Any) -> None:
        """Set columns of one row; those that have the value already are passed over."""
        for name, value in values.items():
            column = row._meta.get_field(name).attname  # type: ignore[union-attr]
            new = getattr(value, "pk", value)
            old = getattr(row, column)
            if old != new:
                setattr(row, column, new)
                self.write(type(row), column, old, new, [row.pk])

    def move(self, rows: QuerySet[Any], name: str, value: Any) -> None:
        """Set one column of many rows."""
        column = rows.model._meta.get_field(name).attname
        by_old: dict[Any, list[int]] = {}
        for pk, old in rows.order_by("pk").values_list("pk", column):
            by_old.setdefault(old, []).append(pk)
        for old, pks in by_old.items():
            self.write(rows.model, column, old, getattr(value, "pk", value), pks)

    def make(self, model: type[Any], **values: Any) -> Any:
        """A row that was not there."""
        row = model._default_manager.create(**values)
        self.steps.append({"model": model.__name__, "made": row.pk})
        return row

    def write(self, model: type[Any], column: str, old: Any, new: Any, pks: list[int]) -> None:
        if old == new:
            return
        for start in range(0, len(pks), CHUNK):
            some = pks[start : start + CHUNK]
            model._default_manager.filter(pk__in=some).update(**{column: new})
            step = {"model": model.__name__, "field": column, "pks": some}
            self.steps.append({**step, "old": plain(old), "new": plain(new)})


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def take_back(steps: Iterable[Step]) -> int:
    """Take back the steps, the last first; returns how many values were left because they changed since."""
    left = 0
    for step in reversed(list(steps)):
        model = apps.get_model("archive", step["model"])
        if "made" in step:
            left += unmake(model, step["made"])
        else:
            left += put_back(model, step)
    return left


def put_back(model: type[Any], step: Step) -> int:
    rows = model._default_manager.filter(pk__in=step["pks"])
    same = [pk for pk, now in rows.values_list("pk", step["field"]) if plain(now) == step["new"]]
    kept: int = rows.count() - len(same)
    model._default_manager.filter(pk__in=same).update(**{step["field"]: step["old"]})
    return kept


def unmake(model: type[Any], pk: int) -> int:
    """Delete a row that was made, unless something hangs on it by now."""
    row = model._default_manager.filter(pk=pk).first()
    if row is None:
        return 0
    relations = (one for one in model._meta.related_objects if one.related_model not in DERIVED)
    if any(hangs(relation, row) for relation in relations):
        return 1
    row.delete()
    return 0


def hangs(relation: Any, row: Any) -> bool:
    rows = relation.related_model._default_manager.filter(**{relation.field.name: row})
    return bool(rows.exists())
