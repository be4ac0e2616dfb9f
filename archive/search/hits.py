"""What an engine answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from archive.search.document import SubjectKind

Note = Literal["loose", "some"]


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

    `total` is exact, `facets` hold counts by slug or year. `note` says how a query that nothing
    fulfils was widened: `loose`, words were matched accent-free; `some`, a part of the words was let
    go. `loose_total` is what the query without accents would find.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    did_you_mean: str | None = None
    note: Note | None = None
    loose_total: int | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """A subject that begins with what was typed, and how many articles tell of it."""

    kind: SubjectKind
    key: str
    label: str
    count: int
