"""The stored postings of one field of a segment, and the positions in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.layout import MOST_DOCUMENTS, PAIRS
from archive.search.backends.whoosh_arrays.packed import Packed
from archive.search.backends.whoosh_arrays.postings import Postings

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile

NO_TERMS = np.empty(0, "i8")
SHORT = 0xFFFF  # positions below take two bytes
MANY = 4096  # documents from which on marking all is faster than looking each up


class Field:
    """The stored postings of one field; a term is told by its place among `terms`."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.terms, self.start, self.docs = (
            file[f"{name}.{x}"] for x in ("terms", "start", "docs")
        )
        self.weights = Packed.of(file, f"{name}.weights")
        self.ranges = file[f"{name}.ranges"] if name == PAIRS else None
        self.counts = Packed.of(file, f"{name}.counts")
        self.places_start = file[f"{name}.places_start"]
        self.places = Packed.of(file, f"{name}.places")

    def find(self, words: Array) -> Array:
        """Terms that are these words."""
        return found_in(self.terms, words)

    def find_pairs(self, firsts: Array, seconds: Array) -> Array:
        """Terms that are one of `firsts` and one of `seconds` side by side."""
        assert self.ranges is not None
        found = [NO_TERMS]
        for first in firsts.tolist():
            low, high = int(self.ranges[first]), int(self.ranges[first + 1])
            if low < high:
                found.append(found_in(self.terms[low:high], seconds) + low)
        return np.concatenate(found)

    def bounds(self, term: int) -> tuple[int, int]:
        return int(self.start[term]), int(self.start[term + 1])

    def postings(self, term: int) -> Postings:
        low, high = self.bounds(term)
        return Postings(self.docs[low:high], self.weights.weights(low, high))

    def positions(self, term: int, docs: Array) -> Array:
        """Of every occurrence in these documents, which ascend: document << 32 | position."""
        low, high = self.bounds(term)
        there = self.docs[low:high]
        at = places_in(there, docs)
        if not len(at):
            return NO_TERMS
        counts = self.counts.take(low + at)
        starts = int(self.places_start[term]) + self.counts.sums(low, at)
        places = self.places.take(ranges(starts, counts))
        return np.repeat(there[at].astype("i8") << 32, counts) | places

    def postings_of(self, terms: Array) -> tuple[Array, Array]:
        """Of several terms, ascending: places of their postings, and how many each has."""
        starts = self.start[terms].astype("i8")
        counts = self.start[terms + 1] - starts
        return ranges(starts, counts), counts

    def positions_of(self, terms: Array, docs: Array) -> Array:
        """The same of several terms as `positions` of one, in any order."""
        at, sizes = self.postings_of(terms)
        counts = self.counts.take(at)
        ends = np.cumsum(counts)
        begins = np.cumsum(sizes) - sizes  # among the postings
        starts = (
            ends - counts + np.repeat(self.places_start[terms] - (ends - counts)[begins], sizes)
        )
        chosen = np.isin(self.docs[at], docs)
        at, counts, starts = at[chosen], counts[chosen], starts[chosen]
        places = self.places.take(ranges(starts, counts))
        return np.repeat(self.docs[at].astype("i8") << 32, counts) | places

    def short_keys(self, term: int) -> Array:
        """Of every occurrence at a position below SHORT: document << 16 | position."""
        low, high = self.bounds(term)
        counts = self.counts.slice(low, high)
        first = int(self.places_start[term])
        last = int(self.places_start[term + 1])
        places = self.places.small[first:last]
        keys = np.repeat(self.docs[low:high].astype("u4") << np.uint32(16), counts)
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
    few, many = sorted((numbers, wanted.astype("u2")), key=len)
    if len(few) > MANY:
        marks = np.zeros(MOST_DOCUMENTS, bool)
        marks[wanted] = True
        return np.flatnonzero(marks[numbers])
    if not len(few):
        return NO_TERMS
    places = np.minimum(many.searchsorted(few), len(many) - 1)
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
