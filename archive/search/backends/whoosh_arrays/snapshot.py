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
from archive.search.engine import SearchUnavailableError
from archive.search.ranking import K1, LENGTHS, B

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.cache import Cache
    from archive.search.backends.whoosh_arrays.contents import Contents

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
    tables: dict[tuple[str, str], Array] = field(default_factory=dict)

    @cached_property
    def documents(self) -> int:
        return sum(len(part.segment) for part in self.parts)

    def table(self, name: str, form: str) -> Array:
        """K1 × ((1 - B) + B × length ÷ mean length) for each length that one byte tells."""
        if (name, form) not in self.tables:
            total = sum(int(part.segment.lengths(name, form).sum()) for part in self.parts)
            mean = total / self.documents or 1.0
            lengths = np.maximum(LENGTHS, 1)  # as Whoosh counts an empty field
            self.tables[name, form] = K1 * ((1 - B) + B * lengths / mean)
        return self.tables[name, form]

    def norm(self, part: Part, name: str, form: str) -> Array:
        """That of each document, in four bytes."""
        key = (part.segment.name, name, form)
        if key not in self.norms:
            table = self.table(name, form).astype("f4")
            self.norms[key] = table.take(part.segment.length_codes(name, form))
        return self.norms[key]

    def exact_norm(self, rows: Sequence[tuple[Part, Array]], name: str, form: str) -> Array:
        """That of documents of several parts, one after the other, in eight bytes."""
        codes = [part.segment.length_codes(name, form).take(docs) for part, docs in rows]
        return self.table(name, form).take(np.concatenate(codes))

    def idf(self, found: int) -> float:
        return math.log(self.documents / (found + 1)) + 1


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
        raise SearchUnavailableError(
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
