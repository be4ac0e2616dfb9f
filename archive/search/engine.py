"""What every engine can do, and how a query is answered with one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from archive.search.parsing import parse
from archive.search.query import EVERYTHING, half_loosened, most_of, sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.search.document import Document
    from archive.search.hits import Completion, Hits, Note
    from archive.search.query import Query


class OutdatedIndexError(RuntimeError):
    """The index was written by another version of the program; it has to be rebuilt."""


class SearchUnavailableError(RuntimeError):
    """The index is out of reach: its machines do not answer, or its folder can't be read, or is broken.

    What was to be indexed stays pending.
    """


class Engine(Protocol):
    """An index of documents. Documents are told by their id; adding one again replaces it.

    What can't be asked raises SearchUnavailableError or OutdatedIndexError.
    """

    def add(self, documents: Iterable[Document]) -> None:
        """Add or replace; visible to the next search."""

    def remove(self, ids: Iterable[int]) -> None:
        """Take out; ids that are not there are passed over."""

    def rebuild(self, documents: Iterable[Document]) -> None:
        """Make the index hold exactly these; searches see the old one until all are in."""

    def find(self, query: Query) -> Hits:
        """Answer a query exactly as it is."""

    def digests(self) -> Iterator[tuple[int, str]]:
        """(id, digest) of every document held, in the order of ids; not all are in memory at once."""

    def nearest(self, word: str) -> str | None:
        """The word of the archive, accent-free, that is spelled most like this one; none for one that is too long."""

    def knows(self, word: str) -> bool:
        """Whether any document has this accent-free word."""

    def complete(self, start: str, limit: int) -> list[Completion]:
        """Subjects with a word that begins so, accents aside, in the order of `completion_rank`."""


def answer(engine: Engine, query: Query) -> Hits:
    """Answer a query; where nothing is found, widen it step by step and say so, or offer words.

    The steps keep the order: what a query with accents finds at one, the query without finds at the
    same or an earlier one.
    """
    hits = engine.find(query)
    bare = loosened(query)
    if query.first is None and query.node != EVERYTHING:
        hits = replace(hits, loose_total=engine.find(replace(bare, limit=0)).total)
    if hits.total or query.node == EVERYTHING:
        return hits
    words = suggestion(engine, query)
    for note, wider in widened(query, bare):
        found = engine.find(wider)
        if found.total:
            return replace(
                found,
                note=note,
                loose_total=hits.loose_total,
                did_you_mean=words if note == "some" else None,
            )
    return replace(hits, did_you_mean=words)


def loosened(query: Query) -> Query:
    """The same query with every word matched accent-free."""
    bare = parse(query.text, loose=True, known=query.known)
    return replace(query, node=bare.node, first=bare.first, pairs=bare.pairs)


def widened(query: Query, bare: Query) -> Iterator[tuple[Note, Query]]:
    if query.first is None:
        yield "loose", half_loosened(query)
        yield "loose", bare
    some = most_of(bare)
    if some is not None:
        yield "some", some


def suggestion(engine: Engine, query: Query) -> str | None:
    """The query with each unknown word replaced by the nearest that the archive has."""
    words = {word.folded: word for word in sought(query.node) if word.is_plain}
    changed = {
        word: near for word in words if not engine.knows(word) and (near := engine.nearest(word))
    }
    if not changed:
        return None
    return " ".join(changed.get(key, word.exact) for key, word in words.items())
