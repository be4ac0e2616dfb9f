"""The index as one search sees it, from its first look-up to its last, whatever writers do meanwhile."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays import contents
from archive.search.backends.whoosh_arrays.docs import Docs, Many, in_all
from archive.search.backends.whoosh_arrays.segment import Segment
from archive.search.ranking import K1, LENGTHS, B

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.cache import Cache
    from archive.search.backends.whoosh_arrays.contents import Contents

BYTE_LENGTHS = np.array(LENGTHS)
RETRIES = 20  # segments may be merged away between reading the table and opening them


@dataclass(frozen=True)
class Part:
    """A segment and which of its documents are in the index."""

    segment: Segment
    alive: Array | None  # None: all

    def living(self, docs: Docs) -> Docs:
        """Those that are not deleted."""
        return docs if self.alive is None else docs.within(Many(self.alive))

    def digests(self) -> Iterator[tuple[int, str]]:
        """Of living documents (id, digest), in the order of ids."""
        ids, digests = self.segment.ids, self.segment.strings("digest")
        docs = self.everything().listed()
        docs = docs[np.argsort(ids[docs])].astype("u2")
        return ((int(ids[doc]), digests[doc].decode()) for doc in map(int, docs))

    def everything(self) -> Docs:
        return self.living(in_all([], len(self.segment)))


@dataclass(frozen=True)
class Snapshot:
    """What scores depend on counts deleted documents until a merge takes them out, as Whoosh does."""

    generation: int
    parts: tuple[Part, ...]
    norms: dict[tuple[str, str, str], Array] = field(default_factory=dict)
    means: dict[tuple[str, str], float] = field(default_factory=dict)

    @cached_property
    def documents(self) -> int:
        return sum(len(part.segment) for part in self.parts)

    def mean_length(self, name: str, form: str) -> float:
        if (name, form) not in self.means:
            total = sum(int(part.segment.lengths(name, form).sum()) for part in self.parts)
            self.means[name, form] = total / self.documents or 1.0
        return self.means[name, form]

    def norm(self, part: Part, name: str, form: str) -> Array:
        """K1 × ((1 - B) + B × length ÷ mean length) of each document, in four bytes."""
        key = (part.segment.name, name, form)
        if key not in self.norms:
            lengths = part.segment.lengths(name, form)
            self.norms[key] = self.exact_norm(lengths, name, form).astype("f4")
        return self.norms[key]

    def exact_norm(self, lengths: Array, name: str, form: str) -> Array:
        """The same in eight bytes, of documents of these lengths."""
        lengths = np.where(lengths, kept(lengths), 1)  # as Whoosh counts an empty field
        norm: Array = K1 * ((1 - B) + B * lengths / self.mean_length(name, form))
        return norm

    def idf(self, found: int) -> float:
        return math.log(self.documents / (found + 1)) + 1


def kept(lengths: Array) -> Array:
    """Lengths as engines reckon with them."""
    found: Array = BYTE_LENGTHS[BYTE_LENGTHS.searchsorted(lengths, side="right") - 1]
    return found


class Snapshots:
    """Hands out the newest snapshot; segments that two of them share are opened once."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.folder = folder
        self.cache = cache
        self.lock = Lock()
        self.newest = Snapshot(0, ())

    def current(self) -> Snapshot:
        """As of now. Costs a look at the folder while nothing changed."""
        for attempt in range(RETRIES):
            try:
                newest = self.newest
                if newest.generation and contents.is_latest(self.folder, newest.generation):
                    return newest
                return self.renewed()
            except FileNotFoundError:
                time.sleep(0.005 * (attempt + 1))
        raise RuntimeError(
            f"the search index in {self.folder} cannot be opened, files are missing: "
            "run `manage.py index rebuild`"
        )

    def renewed(self) -> Snapshot:
        with self.lock:
            held = contents.read(self.folder)
            if held.generation != self.newest.generation:
                self.newest = self.opened(held)
            return self.newest

    def opened(self, held: Contents) -> Snapshot:
        known = {part.segment.name: part.segment for part in self.newest.parts}
        parts = []
        for entry in held.entries:
            segment = known.get(entry.name)
            if segment is None:
                segment = Segment(self.folder / f"{entry.name}.segment", self.cache)
            parts.append(Part(segment, None if entry.deleted is None else ~entry.gone()))
        return Snapshot(held.generation, tuple(parts))
