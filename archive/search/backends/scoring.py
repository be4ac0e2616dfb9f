"""What engines share that needs no index: filters, facets, words and names to offer, the form of a hit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.search.document import Subject
from archive.search.excerpts import marked, snippet
from archive.search.hits import Hit
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from archive.search.document import Document
    from archive.search.query import Query

FACETS = ("place", "year", "kind", "source", "official")


def passes(document: Document, query: Query) -> bool:
    """Whether a document is inside all filters of the query."""
    day = document.date
    return all(
        (
            not query.places or not query.places.isdisjoint(document.places),
            query.since is None or (day is not None and day >= query.since),
            query.until is None or (day is not None and day <= query.until),
            query.year is None or (day is not None and day.year == query.year),
            query.kind is None or query.kind in document.kinds,
            query.source is None or query.source == document.source,
            query.official is None or query.official in document.officials,
        )
    )


def facet_values(document: Document, facet: str) -> tuple[str, ...]:
    """Under which values of a facet a document counts."""
    match facet:
        case "place":
            return document.places
        case "year":
            return (str(document.date.year),) if document.date else ()
        case "kind":
            return document.kinds
        case "source":
            return (document.source,)
        case "official":
            return document.officials
    raise ValueError(f"there is no facet {facet!r}: only {', '.join(FACETS)}")


def wanted_of(text: str) -> str:
    """What somebody types, or a name, as they are compared: folded, its words one space apart."""
    return " ".join(fold(text).split())


def completion_rank(subject: Subject, count: int, start: str) -> tuple[bool, int, str, str]:
    """Sort key of a suggestion: names that begin so, then what most articles tell of."""
    begins = wanted_of(subject.label).startswith(start)
    return not begins, -count, subject.kind, subject.key


@lru_cache(maxsize=8192)
def starts_of(subject: Subject) -> tuple[str, ...]:
    """The subject as found by each of its words: the label from there on, kind, key and label."""
    words = fold(subject.label).split()
    return tuple(
        "\t".join((" ".join(words[i:]), subject.kind, subject.key, subject.label))
        for i in range(len(words))
    )


def started(start: str) -> Subject:
    """The subject that is found so; its label, which comes last, may hold any sign."""
    _, kind, key, label = start.split("\t", 3)
    return Subject(kind, key, label)  # type: ignore[arg-type]


def hit_of(document: Document, query: Query, score: float) -> Hit:
    return Hit(
        id=document.id,
        url=document.url,
        score=round(score, 4),
        date=document.date,
        date_kind=document.date_kind,
        place=document.places[0] if document.places else None,
        title=marked(document.title, query, document.province_kind),
        snippet=snippet(document.body, query, document.province_kind),
    )
