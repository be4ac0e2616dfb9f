"""Names in the order of the Vietnamese alphabet, in any database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.db.models.functions import Collate

from archive.vietnamese.collation import compare

if TYPE_CHECKING:
    from django.db.models.expressions import OrderBy

VIETNAMESE = "vi-x-icu"  # what PostgreSQL calls it


def by_name(column: str) -> Collate:
    """For `order_by`: `by_name("place__name")`."""
    return Collate(column, VIETNAMESE)


def teach(connection: Any, **_signal: Any) -> None:
    """Give a new connection to SQLite the collation that PostgreSQL has from ICU."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(VIETNAMESE, compare)


def newest(column: str) -> OrderBy:
    """Newest first, and what has no date after all that has: databases differ in where they put it."""
    return F(column).desc(nulls_last=True)


def oldest(column: str) -> OrderBy:
    """Oldest first, and what has no date before all that has."""
    return F(column).asc(nulls_first=True)
