"""What every engine can do, and how a query is answered with one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from archive.search.query import Any, Word, half_loosened, loosened, sought

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.search.document import Document
    from archive.search.hits import Hits
    from archive.search.query import Query


class Engine(Protocol):
    """An index of documents. Documents are told by their id; adding one again replaces it."""

    def add(self, documents: Iterable[Document]) -> None:
        """Add or replace; visible to the next search."""

    def remove(self, ids: Iterable[int]) -> None:
        """Take out; ids that are not there are passed over."""

    def rebuild(self, documents: Iterable[Document]) -> None:
        """Make the index hold exactly these; searches see the old one until all are in."""

    def find(self, query: Query) -> Hits:
        """Answer a query exactly as it is."""

    def digests(self) -> dict[int, str]:
        """Id → digest of every document held."""

    def nearest(self, word: str) -> str | None:
        """The word of the archive, accent-free, that is spelled most like this one."""

    def knows(self, word: str) -> bool:
        """Whether any document has this accent-free word."""


def answer(engine: Engine, query: Query) -> Hits:
    """Answer a query; where nothing is found, widen it and say so, or offer other words."""
    hits = engine.find(query)
    strict = any(not word.loose for word in sought(query.node))
    if strict:
        hits = replace(hits, loose_total=engine.find(replace(loosened(query), limit=0)).total)
    if hits.total or query.node == Any(()):
        return hits
    wider = engine.find(half_loosened(query))
    if wider.total:
        return replace(wider, note="loose", loose_total=hits.loose_total)
    return replace(hits, did_you_mean=suggestion(engine, query))


def suggestion(engine: Engine, query: Query) -> str | None:
    """The query with each unknown word replaced by the nearest that the archive has."""
    words = [
        word for word in sought(query.node) if isinstance(word, Word) and word.exact[0] not in "§@#"
    ]
    changed = {
        word.folded: near
        for word in words
        if not engine.knows(word.folded) and (near := engine.nearest(word.folded))
    }
    if not changed:
        return None
    return " ".join(changed.get(word.folded, word.exact) for word in words)
