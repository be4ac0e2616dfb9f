"""The engine of a folder: snapshots to read from, commits to write with."""

from __future__ import annotations

from contextlib import suppress
from heapq import merge
from multiprocessing import get_context
from typing import TYPE_CHECKING

from archive.search.backends.whoosh_arrays import (
    contents,
    facets,
    merging,
    ordering,
    showing,
    writing,
)
from archive.search.backends.whoosh_arrays.batch import batches
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.conditions import Filters, holds
from archive.search.backends.whoosh_arrays.lexicon import Lexicon
from archive.search.backends.whoosh_arrays.snapshot import Snapshots
from archive.search.backends.whoosh_arrays.vocabulary import completed, nearest_word
from archive.search.backends.whoosh_arrays.workers import built_in_processes
from archive.search.hits import Hits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.docs import Docs
    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.document import Document
    from archive.search.hits import Completion
    from archive.search.query import Query

BATCH = 2048  # documents of a segment as it is first written: some 200 MB while it is built
CACHE_BYTES, ANSWER_BYTES, TEXT_BYTES = 112 << 20, 16 << 20, 8 << 20
CONTEXT = get_context("spawn")  # threads of a site may hold locks, which a fork would keep
SMALL = 1000  # documents that are merged at once, in some 50 ms; more in the background


class WhooshEngine:
    """Documents in `folder`. One engine serves all threads of a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.cache = Cache(CACHE_BYTES, ANSWER_BYTES, TEXT_BYTES)
        self.snapshots = Snapshots(folder, self.cache)
        self.merger: SpawnProcess | None = None
        self.learnt: list[Lexicon] = []

    # --- writing

    def add(self, documents: Iterable[Document]) -> None:
        contents.read(self.folder)  # refuses an index of another version before any work
        lexicon = self.taken()
        rows = batches(documents, BATCH, lexicon)
        with writing.building(self.folder) as run:
            built = [writing.build(self.folder, batch.arrays(), run) for batch in rows]
            self.learnt[:] = [lexicon.learnt()]
            if not built:
                return
            writing.add(self.folder, built)
        self.merge()

    def taken(self) -> Lexicon:
        """What was learnt of words, which one thread has at a time."""
        try:
            return self.learnt.pop()
        except IndexError:
            return Lexicon()

    def remove(self, ids: Iterable[int]) -> None:
        writing.remove(self.folder, ids)

    def rebuild(self, documents: Iterable[Document]) -> None:
        with writing.locked(self.folder):
            before = writing.current(self.folder, anew=True)
            held = writing.opened(self.folder, before)
        with writing.building(self.folder) as run:
            built = built_in_processes(self.folder, run, documents, BATCH)
            writing.replace(self.folder, built, before, held)
        self.merge()

    def merge(self) -> None:
        """Join small segments; what takes longer is done beside, by one process at a time."""
        merging.merge_all(self.folder, self.cache, SMALL)
        more = merging.mergeable(contents.read(self.folder))
        if more and not (self.merger and self.merger.is_alive()):
            self.merger = CONTEXT.Process(target=merging.merge_alone, args=(self.folder,))
            with suppress(OSError):  # no room for a process: the next change tries again
                self.merger.start()

    # --- reading

    def find(self, query: Query) -> Hits:
        snapshot = self.snapshots.current()
        found = self.found(snapshot, query)
        total = sum(docs.number for _, docs in found)
        hits = showing.hits_at(ordering.ordered(snapshot, query, found), query)
        return Hits(total, hits, facets.counted((part.segment, docs) for part, docs in found))

    @staticmethod
    def found(snapshot: Snapshot, query: Query) -> list[tuple[Part, Docs]]:
        """Of each part in which the query finds documents, which."""
        filters, found = Filters(query), []
        for part in snapshot.parts:
            docs = part.living(holds(part.segment, query.node))
            if docs.number:
                docs = filters.passing(part.segment, docs)
            if docs.number:
                found.append((part, docs))
        return found

    def digests(self) -> Iterator[tuple[int, str]]:
        return merge(*(part.digests() for part in self.snapshots.current().parts))

    def knows(self, word: str) -> bool:
        parts = self.snapshots.current().parts
        return any(len(part.segment.terms("all", "folded", word)) for part in parts)

    def nearest(self, word: str) -> str | None:
        return nearest_word(self.snapshots.current(), word)

    def complete(self, start: str, limit: int) -> list[Completion]:
        return completed(self.snapshots.current(), start, limit)
