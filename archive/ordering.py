"""Names in the order of the Vietnamese alphabet, in any database."""

from __future__ import annotations

from typing import Any

from django.db.models.functions import Collate

from archive.vietnamese.collation import compare

VIETNAMESE = "vi-x-icu"  # what PostgreSQL calls it


def by_name(column: str) -> Collate:
    """For `order_by`: `by_name("place__name")`."""
    return Collate(column, VIETNAMESE)


def teach(connection: Any, **_signal: Any) -> None:
    """Give a new connection to SQLite the collation that PostgreSQL has from ICU."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(VIETNAMESE, compare)
