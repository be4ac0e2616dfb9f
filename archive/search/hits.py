"""What an engine answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of text and the ranges of it that were sought, in code points."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that was found."""

    id: int
    url: str
    score: float
    date: date | None
    date_kind: str
    place: str | None
    title: Excerpt
    snippet: Excerpt


@dataclass(frozen=True, slots=True)
class Hits:
    """The answer to a query.

    `total` is exact, `facets` hold counts by slug or year. `note` is `loose` where words were matched
    accent-free because nothing was found as written; `loose_total` is what that would find.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    did_you_mean: str | None = None
    note: str | None = None
    loose_total: int | None = None
