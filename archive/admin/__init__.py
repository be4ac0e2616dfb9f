"""Correcting what the machine read, with the words it read beside the field."""

from archive.admin import (
    articles,
    batches,
    indicators,
    meetings,
    officials,
    places,
    redirects,
    sources,
)

__all__ = [
    "articles",
    "batches",
    "indicators",
    "meetings",
    "officials",
    "places",
    "redirects",
    "sources",
]
