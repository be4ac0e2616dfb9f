"""The stored postings of one field of a segment, and the positions in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.codes import Codes
from archive.search.backends.whoosh_arrays.layout import MOST_DOCUMENTS, PAIRS, STEP
from archive.search.backends.whoosh_arrays.packed import Packed
from archive.search.backends.whoosh_arrays.postings import Postings

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile

NO_TERMS = np.empty(0, "i8")
SHORT = 0xFFFF  # positions below take two bytes
MANY = 4096  # documents from which on marking all is faster than looking each up
FEW = 64  # documents up to which each is looked up


class Field:
    """The stored postings of one field; a term is told by its place among `terms`."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.terms, self.start, self.docs = (
            file[f"{name}.{x}"] for x in ("terms", "start", "docs")
        )
        self.codes = Codes.of(file, f"{name}.codes")
        self.ranges = file[f"{name}.ranges"] if name == PAIRS else None
        self.steps = file[f"{name}.steps"]
        self.places = Packed.of(file, f"{name}.places")

    def find(self, words: Array) -> Array:
        """Terms that are these words."""
        return found_in(self.terms, words)

    def find_pairs(self, firsts: Array, seconds: Array) -> Array:
        """Terms that are one of `firsts` and one of `seconds` side by side, ascending."""
        assert self.ranges is not None
        found = [NO_TERMS]
        bounds = zip(self.ranges[firsts].tolist(), self.ranges[firsts + 1].tolist(), strict=True)
        for low, high in bounds:
            if low < high:
                found.append(found_in(self.terms[low:high], seconds) + low)
        return np.concatenate(found)

    def bounds(self, term: int) -> tuple[int, int]:
        return int(self.start[term]), int(self.start[term + 1])

    def postings(self, term: int) -> Postings:
        low, high = self.bounds(term)
        return Postings(self.docs[low:high], self.codes.weights(low, high))

    def postings_of(self, terms: Array) -> Array:
        """Indexes of the postings of several terms, which ascend."""
        starts = self.start[terms].astype("i8")
        return ranges(starts, self.start[terms + 1] - starts)

    def postings_in(self, terms: Array, docs: Array) -> Array:
        """Indexes of those in these documents, which ascend."""
        docs = docs.astype("u2")
        bounds = zip(self.start[terms].tolist(), self.start[terms + 1].tolist(), strict=True)
        if len(docs) > FEW:
            found = [places_in(self.docs[low:high], docs) + low for low, high in bounds]
            return np.concatenate([NO_TERMS, *found])
        at, there = self.looked_up(terms, docs)
        return at[there]

    def looked_up(self, terms: Array, docs: Array) -> tuple[Array, Array]:
        """For each term and each document the index of the posting, and whether there is one."""
        if not len(terms):
            return NO_TERMS, NO_TERMS.astype(bool)
        starts, ends = self.start.take(terms), self.start.take(terms + 1)
        bounds = zip(starts.tolist(), ends.tolist(), strict=True)
        rows = [self.docs[low:high].searchsorted(docs) for low, high in bounds]
        at = np.concatenate(rows) + np.repeat(starts, len(docs))
        there = self.docs.take(at, mode="clip") == np.tile(docs, len(rows))
        there &= at < np.repeat(ends, len(docs))
        return at, there

    def keys(self, at: Array) -> Array:
        """Of every occurrence in postings, whose indexes ascend: document << 32 | position."""
        counts, places = self.places_at(at)
        return np.repeat(self.docs[at].astype("i8") << 32, counts) | places

    def places_at(self, at: Array) -> tuple[Array, Array]:
        """Of postings, whose indexes ascend, how many positions each has, and all of them."""
        if not len(at):
            return NO_TERMS, NO_TERMS
        counts = self.codes.counts_at(at)
        return counts, self.places.take(ranges(self.begins(at), counts))

    def occurrences(self, terms: Array, docs: Array) -> tuple[Array, Array, Array]:
        """Of each in few documents (u2) which of the terms, which ascend, it is; document; position."""
        at, there = self.looked_up(terms, docs)
        rows = there.nonzero()[0]
        counts, places = self.places_at(at[rows])
        rows = np.repeat(rows, counts)
        return rows // len(docs), docs[rows % len(docs)], places

    def begins(self, at: Array) -> Array:
        """Where the positions of postings begin, whose indexes ascend."""
        first, last = int(at[0]), int(at[-1])
        if last - first < STEP * len(at):
            counts = self.codes.counts(first, last + 1)
            sums = np.cumsum(counts)
            begins: Array = (sums - counts)[at - first] + self.begin(first)
            return begins
        steps = at // STEP
        found: Array = self.steps[steps] + self.codes.sums(steps * STEP, at, STEP)
        return found

    def begin(self, index: int) -> int:
        """The same of one posting, or the end of all positions."""
        step = index // STEP
        counts = self.codes.counts(step * STEP, index)
        return int(self.steps[step]) + int(counts.sum())

    def short_keys(self, term: int) -> Array:
        """Of every occurrence at a position below SHORT: document << 16 | position."""
        low, high = self.bounds(term)
        keys = np.repeat(
            self.docs[low:high].astype("u4") << np.uint32(16), self.codes.counts(low, high)
        )
        first = self.begin(low)
        places = self.places.small[first : first + len(keys)]
        keys |= places
        return keys[places < SHORT] if len(self.places.at) else keys


def found_in(ascending: Array, wanted: Array) -> Array:
    """Places of the wanted numbers, those that are there."""
    if not len(ascending):
        return NO_TERMS
    places = np.minimum(ascending.searchsorted(wanted), len(ascending) - 1)
    found: Array = places[ascending[places] == wanted]
    return found


def places_in(numbers: Array, wanted: Array) -> Array:
    """Places in `numbers` of the wanted ones that are there. Both ascend, none twice, all take two bytes."""
    few, many = (numbers, wanted) if len(numbers) < len(wanted) else (wanted, numbers)
    if len(few) > MANY:
        marks = np.zeros(MOST_DOCUMENTS, bool)
        marks[wanted] = True
        return np.flatnonzero(marks[numbers])
    if not len(few):
        return NO_TERMS
    places = many.searchsorted(few)
    if places[-1] == len(many):
        places = np.minimum(places, len(many) - 1)
    equal = np.flatnonzero(many[places] == few)
    found: Array = equal if few is numbers else places[equal]
    return found


def ranges(starts: Array, counts: Array) -> Array:
    """The numbers start, start + 1 … of each range, one after the other."""
    total = int(counts.sum())
    if not total:
        return NO_TERMS
    before = np.cumsum(counts) - counts
    shift = starts.astype("i8") - before.astype("i8")
    numbers: Array = np.arange(total) + np.repeat(shift, counts)
    return numbers
