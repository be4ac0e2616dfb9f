"""Values as history keeps them: JSON that can be compared, shown in words and put back.

A decimal is its shortest string, a day or moment its ISO form, a row `{"id": 12, "text": "…"}` with
the name it had; texts, numbers and null are themselves.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone

from archive.history.subjects import SUBJECTS
from archive.vietnamese.dates import vi_day
from archive.vietnamese.numbers import plain_number
from archive.vietnamese.periods import period_words

if TYPE_CHECKING:
    from collections.abc import Iterable

PERIODS = {"period", "compared_with"}
Frozen = Any  # what JSON holds


def frozen(value: Any) -> Frozen:
    """A value of a field as JSON; equal values freeze alike, `905.50` as `905.5`."""
    if isinstance(value, models.Model):
        return {"id": value.pk, "text": str(value)}
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime):
        return value.astimezone(timezone.get_default_timezone()).isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value


def frozen_as(model: type[models.Model], field: str, value: Any) -> Frozen:
    """A value that is on its way into a field, as it will freeze when it is read again."""
    column = model._meta.get_field(field)
    return frozen(value if column.is_relation else column.to_python(value))  # type: ignore[union-attr]


def frozen_fields(row: models.Model, fields: Iterable[str]) -> dict[str, Frozen]:
    return {field: frozen_as(type(row), field, getattr(row, field)) for field in fields}


def same(one: Frozen, other: Frozen) -> bool:
    """Whether two frozen values are equal; rows are when they are the same row."""
    if isinstance(one, dict) and isinstance(other, dict):
        return bool(one.get("id") == other.get("id"))
    return bool((one or None) == (other or None)) if not isinstance(one, bool) else one == other


def thawed(model: type[models.Model], field: str, value: Frozen) -> Any:
    """The value that was frozen. Raises ValueError where the row it names is gone."""
    column = model._meta.get_field(field)
    if not isinstance(column, models.ForeignKey):
        return column.to_python(value)  # type: ignore[union-attr]
    if value is None:
        return None
    row = column.related_model._default_manager.filter(pk=value["id"]).first()
    if row is None:
        raise ValueError(f"“{value['text']}” không còn trong kho")
    return row


def shown(record: str, field: str, value: Frozen) -> str:
    """A frozen value in Vietnamese words: `1.259,84`, `13/7/2022`, `6 tháng đầu năm 2022`."""
    if value is None or value == "":
        return "trống"
    if isinstance(value, dict):
        return str(value["text"])
    if isinstance(value, bool):
        return "có" if value else "không"
    if field in PERIODS:
        return period_words(value)
    return shown_by_column(SUBJECTS[record].model._meta.get_field(field), value)


def shown_by_column(column: Any, value: Frozen) -> str:
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(column, models.DecimalField):
        return plain_number(Decimal(value))
    if isinstance(column, models.DateTimeField):
        moment = datetime.fromisoformat(value)
        return f"{vi_day(moment.date())}, {moment:%H:%M}"
    if isinstance(column, models.DateField):
        return vi_day(date.fromisoformat(value))
    return str(value)


def field_name(record: str, field: str) -> str:
    """`giá trị` for `value`: how the field is called on forms."""
    return str(SUBJECTS[record].model._meta.get_field(field).verbose_name)
