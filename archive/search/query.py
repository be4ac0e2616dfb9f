"""One query value, the same for every engine: what must hold, the filters, the order, the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from archive.search.synonyms import NONE, Synonyms
from archive.search.words import has_accent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from archive.search.likeness import Form

Sort = Literal["relevance", "newest", "oldest"]
FieldName = Literal["all", "title", "people", "places"]
MARKS = "§@"  # a term that begins so is no word of a text


@dataclass(frozen=True, slots=True)
class Word:
    """A term that must occur in a field; `loose` matches it accent-free."""

    exact: str
    folded: str
    loose: bool
    field: FieldName = "all"

    @property
    def is_plain(self) -> bool:
        """Whether it is a word, and no concept, date or amount."""
        return bool(self.folded)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Like:
    """A word of this form must occur in a field. It adds nothing to a score."""

    form: Form
    field: FieldName = "all"


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold; without parts everything does."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least so many of the parts must hold."""

    parts: tuple[Node, ...]
    least: int = 1


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Node


Node = Word | Phrase | Like | All | Any | Not
EVERYTHING = All(())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that stand side by side in the query; an article with them so is lifted."""

    exact: str
    folded: str
    loose: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: the words, the filters, the order, the page. Filters are slugs and dates.

    Of what fulfils `node`, by relevance, what fulfils `first` too comes first: the accents as typed.
    An article must lie in one of `places`; an empty set is no filter. `known` are the synonyms that
    the words were read with.
    """

    text: str = ""
    node: Node = EVERYTHING
    first: Node | None = None
    pairs: tuple[Pair, ...] = ()
    places: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    year: int | None = None
    kind: str | None = None
    source: str | None = None
    official: str | None = None
    sort: Sort = "relevance"
    offset: int = 0
    limit: int = 10
    ignored: tuple[str, ...] = ()
    known: Synonyms = NONE


def sought(node: Node) -> Iterator[Word]:
    """The words that a matching document shows, the excluded left out."""
    match node:
        case Word():
            yield node
        case Phrase(words):
            yield from words
        case All(parts) | Any(parts):
            for part in parts:
                yield from sought(part)


def likes(node: Node) -> Iterator[Form]:
    """Forms of words that a matching document shows."""
    match node:
        case Like(form):
            yield form
        case All(parts) | Any(parts):
            for part in parts:
                yield from likes(part)


def half_loosened(query: Query) -> Query:
    """The same query with the words that carry no mark matched accent-free."""
    return replace(query, node=half_loosen(query.node))


def half_loosen(node: Node) -> Node:
    match node:
        case Word():
            return replace(node, loose=node.is_plain and not has_accent(node.exact))
        case Phrase(words):
            return Phrase(tuple(replace(w, loose=not has_accent(w.exact)) for w in words))
        case All(parts):
            return All(tuple(map(half_loosen, parts)))
        case Any(parts, least):
            return Any(tuple(map(half_loosen, parts)), least)
        case Like() | Not():
            return node


def most_of(query: Query) -> Query | None:
    """The query with a third of its words let go, what it excludes still out; None for a short one."""
    parts = query.node.parts if isinstance(query.node, All) else ()
    wanted = tuple(part for part in parts if not isinstance(part, Not))
    if len(wanted) < 3:
        return None
    some = Any(wanted, least=len(wanted) - max(1, len(wanted) // 3))
    unwanted = (part for part in parts if isinstance(part, Not))
    return replace(query, node=All((some, *unwanted)))
