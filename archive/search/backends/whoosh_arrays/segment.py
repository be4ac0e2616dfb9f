"""A segment opened for reading: words, postings, positions, and what is known of each document.

Safe under threads: everything is read-only but for the shared cache.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import zstandard

from archive.search.backends.whoosh_arrays.arrayfile import ArrayFile
from archive.search.backends.whoosh_arrays.labels import Labels
from archive.search.backends.whoosh_arrays.layout import PAIRS
from archive.search.backends.whoosh_arrays.packed import Packed
from archive.search.backends.whoosh_arrays.strings import Strings

if TYPE_CHECKING:
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.cache import Cache


class Postings(NamedTuple):
    """Documents that have a term, ascending, and how much it weighs in each."""

    docs: Array
    weights: Array


NOTHING = Postings(np.empty(0, "u2"), np.empty(0, "f4"))
NO_TERMS = np.empty(0, "i8")


class Field:
    """The stored postings of one field; a term is told by its place among `terms`."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.terms, self.start, self.docs = (
            file[f"{name}.{x}"] for x in ("terms", "start", "docs")
        )
        self.weights = Packed.of(file, f"{name}.weights")
        self.ranges = file[f"{name}.ranges"] if name == PAIRS else None
        if name != PAIRS:
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

    def positions(self, term: int, among: Array | None = None) -> tuple[Array, Array]:
        """(document, position) of every occurrence, in the documents that `among` marks."""
        low, high = self.bounds(term)
        docs, counts = self.docs[low:high], self.counts.slice(low, high)
        first = int(self.places_start[term])
        if among is None:
            return np.repeat(docs, counts), self.places.slice(first, first + int(counts.sum()))
        starts = first + np.cumsum(counts) - counts
        wanted = among[docs]
        places = ranges(starts[wanted], counts[wanted])
        return np.repeat(docs[wanted], counts[wanted]), self.places.take(places)


class Segment:
    """One segment file."""

    def __init__(self, path: Path, cache: Cache) -> None:
        self.name = path.stem
        self.file = ArrayFile(path)
        self.cache = cache
        self.ids = self.file["id"]
        self.days = self.file["day"]
        self.words = Strings(self.file, "words")
        self.twin = self.file["words.twin"]
        self.parts = self.file["parts"].reshape(-1, 3)
        self.fields: dict[str, Field] = {}
        self.lists: dict[str, Labels] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def field(self, name: str) -> Field:
        if name not in self.fields:
            self.fields[name] = Field(self.file, name)
        return self.fields[name]

    # --- terms

    def forms(self, text: str, form: str) -> Array:
        """Numbers of the words that a text stands for: itself, or every word with this twin."""
        number = self.words.find(text.encode())
        if number is None:
            return NO_TERMS
        if form == "exact":
            return np.array([number])
        of = self.file["twins.of"]
        low, high = of.searchsorted(number), of.searchsorted(number, side="right")
        return self.file["twins.word"][low:high]

    def terms(self, field: str, form: str, text: str) -> Array:
        """Terms of a field that a text stands for."""
        if field != PAIRS:
            return self.field(field).find(self.forms(text, form))
        first, _, second = text.partition(" ")
        return self.field(field).find_pairs(self.forms(first, form), self.forms(second, form))

    def postings(self, field: str, form: str, text: str) -> Postings:
        """Of all forms together; a document's weights add up."""
        return self.cache.get(
            (self.name, field, form, text),
            lambda: self.union(field, self.terms(field, form, text)),
        )

    def union(self, field: str, terms: Array) -> Postings:
        """Postings of several terms as of one."""
        lists = [self.field(field).postings(term) for term in terms.tolist()]
        if len(lists) < 2:
            return lists[0] if lists else NOTHING
        docs = np.concatenate([found.docs for found in lists])
        weights = np.concatenate([found.weights for found in lists])
        return added_up(docs, weights, len(self))

    def positions(self, field: str, form: str, text: str, among: Array) -> Array:
        """Of every occurrence document << 32 | position, ascending."""
        found = [
            self.field(field).positions(term, among)
            for term in self.terms(field, form, text).tolist()
        ]
        if not found:
            return NO_TERMS
        keys = np.concatenate([docs.astype("i8") << 32 | places for docs, places in found])
        return keys if len(found) == 1 else np.sort(keys, kind="stable")  # merges sorted runs

    # --- documents

    def lengths(self, field: str, form: str) -> Array:
        """How many terms each document has."""
        found: Array = self.file[f"{field}.{form}_length"]
        return found

    def strings(self, name: str) -> Strings:
        """A column of strings: `digest`, `hit`, or `body`."""
        return Strings(self.file, name)

    def hit(self, doc: int) -> dict[str, str]:
        """What a list of hits shows, but for id, day and places."""
        found: dict[str, str] = json.loads(self.strings("hit")[doc])
        return found

    def body(self, doc: int) -> str:
        return zstandard.ZstdDecompressor().decompress(self.strings("body")[doc]).decode()

    def labels(self, name: str) -> Labels:
        if name not in self.lists:
            self.lists[name] = Labels(self.file, f"in_{name}")
        return self.lists[name]

    @cached_property
    def subjects(self) -> Strings:
        return Strings(self.file, "subjects.terms")

    def docs_of_subject(self, number: int) -> Array:
        start = self.file["subjects.start"]
        return self.file["subjects.docs"][int(start[number]) : int(start[number + 1])]


def found_in(ascending: Array, wanted: Array) -> Array:
    """Places of the wanted numbers, those that are there."""
    if not len(ascending):
        return NO_TERMS
    places = np.minimum(ascending.searchsorted(wanted), len(ascending) - 1)
    found: Array = places[ascending[places] == wanted]
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


def added_up(docs: Array, weights: Array, documents: int) -> Postings:
    """Each document once, its weights added up."""
    if len(docs) * 8 > documents:
        sums = np.bincount(docs, weights, minlength=documents)
        found = np.flatnonzero(sums)
        return Postings(found.astype("u2"), sums[found].astype("f4"))
    order = np.argsort(docs, kind="stable")
    docs = docs[order]
    begins = np.flatnonzero(np.append(True, docs[1:] != docs[:-1])) if len(docs) else NO_TERMS
    sums = np.add.reduceat(weights[order], begins) if len(begins) else weights
    return Postings(docs[begins], sums)
