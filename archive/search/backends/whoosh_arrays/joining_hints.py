"""Hints of several segments, and of the pairs that they keep and the joined one does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.arrayfile import Spool, Spools
from archive.search.backends.whoosh_arrays.hints import (
    BUCKETS,
    DOC,
    ascending,
    encoded,
    keys_of,
    stretches,
)
from archive.search.backends.whoosh_arrays.layout import PAIRS
from archive.search.backends.whoosh_arrays.moving import GONE, let_go
from archive.search.backends.whoosh_arrays.neighbours import kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, Stored
    from archive.search.backends.whoosh_arrays.joining_postings import Rows
    from archive.search.backends.whoosh_arrays.moving import Source

HALF = np.uint64(32)  # bits of a key that tell the second word of a pair
SECOND = np.uint64(0xFFFFFFFF)
AT_ONCE = 1 << 20  # keys of hints that are sorted at once
DOCUMENTS = 200_000  # of hints that are joined at once


class Runs:
    """Keys of hints, too many for memory: sorted some at a time, and kept in a file."""

    def __init__(self, folder: Path) -> None:
        self.spool = Spool(folder, np.dtype("u4"))
        self.held: list[Array] = []
        self.count = 0  # of those held
        self.starts: list[
            Array
        ] = []  # of each run where in the file each bucket begins, and the end

    def add(self, keys: Array) -> None:
        self.held.append(keys)
        self.count += len(keys)
        if self.count >= AT_ONCE:
            self.end_run()

    def end_run(self) -> None:
        keys = ascending(np.concatenate([np.empty(0, "u4"), *self.held]))
        sizes = np.bincount(keys >> np.uint32(16), minlength=BUCKETS)
        self.starts.append((len(self.spool) + np.append(0, np.cumsum(sizes))).astype("u4"))
        self.spool.append(keys)
        self.held, self.count = [], 0

    def sizes(self) -> Array:
        """How many keys each bucket has."""
        found: Array = np.sum([np.diff(start) for start in self.starts], axis=0, dtype="i8")
        return found

    def between(self, low: int, high: int) -> list[Array]:
        """The keys of a range of buckets."""
        return [self.spool.read(int(start[low]), int(start[high])) for start in self.starts]


class Dropped:
    """Pairs that a segment keeps and the joined one does not, and the hints that they leave."""

    def __init__(self, folder: Path, marks: Array, spelled: Array) -> None:
        self.marks, self.spelled = marks, spelled
        self.keys = Runs(folder)

    def taken(self, rows: Rows) -> Array:
        """Which postings are of such pairs."""
        pair = (rows.keys >> HALF).astype("i8"), (rows.keys & SECOND).astype("i8")
        gone = ~kept(*(self.marks[words] for words in pair))
        postings: Array = np.repeat(gone, rows.sizes)
        docs = rows.docs[postings]
        alive = docs != GONE
        firsts, seconds = (
            np.repeat(self.spelled[words[gone]], rows.sizes[gone])[alive] for words in pair
        )
        self.keys.add(keys_of(firsts, seconds, docs[alive].astype("u4")))
        return postings


def joined_hints(folder: Path, sources: Sequence[Source], more: Runs) -> dict[str, Stored]:
    """Hints of all segments and further ones."""
    more.end_run()
    spools = Spools(folder)
    spools.add(f"{PAIRS}.gaps", np.empty(0, "u1"))
    sizes = np.zeros(BUCKETS, "i8")
    held = sum((np.diff(source.segment.hints.start) for source in sources), more.sizes())
    for low, high in stretches(held, DOCUMENTS):
        keys = more.between(low, high)
        for source in sources:
            of_source = source.segment.hints.keys(low, high)
            docs = source.docs[of_source & DOC]
            keys.append((of_source & ~DOC | docs.astype("u4"))[docs != GONE])
        of_buckets, gaps = encoded(ascending(np.concatenate(keys)))
        sizes += of_buckets
        spools.add(f"{PAIRS}.gaps", gaps)
        let_go(sources)
    return {**spools.found, f"{PAIRS}.buckets": np.append(0, np.cumsum(sizes)).astype("u4")}
