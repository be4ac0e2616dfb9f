"""A segment opened for reading: words, postings, positions, and what is known of each document.

Safe under threads: everything is read-only but for the shared cache.
"""

from __future__ import annotations

import json
import threading
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import zstandard

from archive.search.backends.whoosh_arrays.arrayfile import ArrayFile
from archive.search.backends.whoosh_arrays.labels import Labels
from archive.search.backends.whoosh_arrays.layout import MOST_DOCUMENTS, PAIRS
from archive.search.backends.whoosh_arrays.packed import Packed
from archive.search.backends.whoosh_arrays.postings import Found, Postings, united
from archive.search.backends.whoosh_arrays.strings import Strings

if TYPE_CHECKING:
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.cache import Cache


OWN = threading.local()  # a decompressor serves one thread
NO_TERMS = np.empty(0, "i8")
EPOCH = date(1970, 1, 1).toordinal()  # where the days of numpy begin
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


class Segment:
    """One segment file."""

    def __init__(self, path: Path, cache: Cache) -> None:
        self.name = path.stem
        self.file = ArrayFile(path)
        self.cache = cache
        self.ids = self.file["id"]
        self.days = self.file["day"]
        self.words = Strings(self.file, "words")
        self.shown, self.bodies = Strings(self.file, "hit"), Strings(self.file, "body")
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

    def found(self, field: str, form: str, text: str) -> Found:
        """Where a text stands, all its forms together."""
        return self.cache.get(
            (self.name, field, form, text),
            lambda: self.union(field, self.terms(field, form, text)),
        )

    def union(self, field: str, terms: Array) -> Found:
        """Where any of several terms stands."""
        lists = [self.field(field).postings(term) for term in terms.tolist()]
        return united(lists, len(self))

    def postings(self, field: str, form: str, text: str) -> Postings:
        """The same as a list, as Whoosh reads it."""
        found = self.found(field, form, text)
        return found if isinstance(found, Postings) else found.postings()

    def mask(self, field: str, form: str, text: str) -> Array:
        """Which documents have a text."""
        return self.found(field, form, text).mask(len(self))

    def weights(self, field: str, form: str, text: str, docs: Array | None = None) -> Array:
        """How much a text weighs in these documents, or in every one; 0 where it is not."""
        found = self.found(field, form, text)
        return found.row(len(self)) if docs is None else found.at(docs)

    def positions(self, field: str, form: str, text: str, docs: Array) -> Array:
        """Of every occurrence in these documents document << 32 | position, ascending."""
        terms = self.terms(field, form, text).tolist()
        keys = [NO_TERMS, *(self.field(field).positions(term, docs) for term in terms)]
        return np.sort(np.concatenate(keys), kind="stable")  # merges sorted runs

    def short_keys(self, form: str, pair: str) -> Array:
        """Of every occurrence of a pair below position SHORT document << 16 | position, ascending."""
        [keys] = self.cache.get(
            (self.name, "keys", form, pair), lambda: self.joined_keys(form, pair)
        )
        return keys

    def joined_keys(self, form: str, pair: str) -> tuple[Array]:
        field = self.field(PAIRS)
        keys = [field.short_keys(term) for term in self.terms(PAIRS, form, pair).tolist()]
        return (keys[0] if len(keys) == 1 else np.sort(np.concatenate([np.empty(0, "u4"), *keys])),)

    @property
    def has_long(self) -> bool:
        """Whether any document has positions that short keys have no room for."""
        return len(self.field(PAIRS).places.at) > 0

    # --- documents

    def lengths(self, field: str, form: str) -> Array:
        """How many terms each document has."""
        found: Array = self.file[f"{field}.{form}_length"]
        return found

    @cached_property
    def years(self) -> Array:
        """The year of each document, 0 without."""
        dates = (self.days - EPOCH).astype("datetime64[D]").astype("datetime64[Y]")
        return np.where(self.days, dates.astype("i8") + 1970, 0).astype("u2")

    def strings(self, name: str) -> Strings:
        """A column of strings: `digest`, `hit`, or `body`."""
        return Strings(self.file, name)

    def hit(self, doc: int) -> dict[str, str]:
        """What a list of hits shows, but for id, day and places."""
        found: dict[str, str] = json.loads(self.shown[doc])
        return found

    def body(self, doc: int) -> str:
        if not hasattr(OWN, "decompressor"):
            OWN.decompressor = zstandard.ZstdDecompressor()
        text: bytes = OWN.decompressor.decompress(self.bodies[doc])
        return text.decode()

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
