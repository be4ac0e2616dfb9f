"""Constraints and indexes that more than one table needs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


def unique_or_null(
    fields: tuple[str, ...], nullable: str, name: str
) -> tuple[models.UniqueConstraint, models.UniqueConstraint]:
    """Unique in `fields` and `nullable` where a null counts as a value of its own.

    Two partial constraints, because SQLite has no NULLS NOT DISTINCT.
    """
    return (
        models.UniqueConstraint(fields=[*fields, nullable], name=name),
        models.UniqueConstraint(
            fields=fields, condition=Q(**{nullable: None}), name=f"{name}_null"
        ),
    )


def index_of_set(name: str, index: str) -> models.Index:
    """For a foreign key that is null in most rows, which then need not be written into its index."""
    return models.Index(fields=[name], condition=Q(**{f"{name}__isnull": False}), name=index)
