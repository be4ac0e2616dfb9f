"""Totals of rows of sums (`archive.sums`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Max, Min, Sum
from django.db.models.functions import Coalesce

if TYPE_CHECKING:
    from datetime import date


def total(sums: Any, column: str) -> int:
    number: int = sums.aggregate(total=Coalesce(Sum(column), 0))["total"]
    return number


def spanned(sums: Any, column: str) -> dict[str, Any]:
    """The total under the name of its column, with `first` and `last`, the days between which all lies."""
    return dict(
        sums.aggregate(**{column: Coalesce(Sum(column), 0)}, first=Min("first"), last=Max("last"))
    )


def span(sums: Any) -> tuple[date, date] | None:
    """From when to when these reach; None where nothing has a day."""
    ends = sums.aggregate(first=Min("first"), last=Max("last"))
    return (ends["first"], ends["last"]) if ends["first"] else None
