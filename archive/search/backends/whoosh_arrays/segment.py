"""A segment opened for reading: words, postings, positions, and what is known of each document.

Safe under threads: everything is read-only but for the shared cache.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays import neighbours
from archive.search.backends.whoosh_arrays.arrayfile import ArrayFile
from archive.search.backends.whoosh_arrays.bodies import Bodies
from archive.search.backends.whoosh_arrays.docs import Docs, Few, Many, chosen
from archive.search.backends.whoosh_arrays.field import NO_TERMS, SHORT, Field, ranges
from archive.search.backends.whoosh_arrays.hints import Hints
from archive.search.backends.whoosh_arrays.labels import Labels
from archive.search.backends.whoosh_arrays.layout import PAIRS, PARTS
from archive.search.backends.whoosh_arrays.packed import places_of
from archive.search.backends.whoosh_arrays.postings import Found, Postings, united
from archive.search.backends.whoosh_arrays.strings import Strings
from archive.search.flow import Flow, flow_of
from archive.search.likeness import edits, fits
from archive.search.ranking import LENGTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.cache import Cache
    from archive.search.likeness import Form


BYTE_LENGTHS = np.array(LENGTHS, "u4")
EPOCH = date(1970, 1, 1).toordinal()  # where the days of numpy begin


class Segment:
    """One segment file."""

    def __init__(self, path: Path, cache: Cache) -> None:
        self.name = path.stem
        self.file = ArrayFile(path)
        self.cache = cache
        self.ids = self.file["id"]
        self.days = self.file["day"]
        self.words = Strings(self.file, "words")
        self.shown, self.bodies = Strings(self.file, "hit"), Bodies(self.file)
        self.twin = self.file["words.twin"]
        self.hints = Hints(self.file)
        self.paired, self.others = self.file["words.paired"], self.file["others"]
        self.parts = self.file["parts"].reshape(-1, len(PARTS))
        self.fields: dict[str, Field] = {}
        self.lists: dict[str, Labels] = {}
        self.codes: dict[tuple[str, str], Array] = {}

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
            return np.array([number], "u4")
        low, high = places_of(self.file["twins.of"], (number, number + 1))
        return self.file["twins.word"][low:high]

    def terms(self, field: str, form: str, text: str) -> Array:
        """Terms of a field that a text stands for."""
        [terms] = self.cache.answers.get(
            (self.name, "terms", field, form, text), lambda: (self.find(field, form, text),)
        )
        return terms

    def find(self, field: str, form: str, text: str) -> Array:
        if field != PAIRS:
            return self.field(field).find(self.forms(text, form))
        first, _, second = text.partition(" ")
        return self.field(field).find_pairs(self.forms(first, form), self.forms(second, form))

    def terms_like(self, field: str, form: Form) -> Array:
        """Terms of a field that are words of this form."""
        [terms] = self.cache.get(
            (self.name, field, form), lambda: (self.field(field).find(self.words_like(form)),)
        )
        return terms

    def words_like(self, form: Form) -> Array:
        """Numbers of the words of this form, ascending."""
        fit = fits(form)
        if form.how == "near":
            spelled = edits(form.spelled) | {form.spelled}
            found = set(self.words.find_all([near.encode() for near in spelled]))
        else:
            begun = (self.words.with_prefix(start.encode()) for start in form.starts)
            found = {n for row in begun for n in row if fit(self.words[n].decode())}
        words = np.array(sorted(found), "u4")
        if not form.loose:
            return words
        of = self.file["twins.of"]
        low, high = of.searchsorted(words), of.searchsorted(words, side="right")
        return np.sort(self.file["twins.word"][ranges(low, high - low)])

    def documents_like(self, field: str, form: Form) -> Docs:
        mask = np.zeros(len(self), bool)
        at = self.field(field).postings_of(self.terms_like(field, form))
        mask[self.field(field).docs[at]] = True
        return chosen(mask)

    def found(self, field: str, form: str, text: str) -> Found:
        """Where a text stands, all its forms together."""
        return self.cache.get((self.name, field, form, text), lambda: self.union(field, form, text))

    def union(self, field: str, form: str, text: str) -> Found:
        terms = self.terms(field, form, text).tolist()
        lists = [self.field(field).postings(term) for term in terms]
        if field == PAIRS and len(keys := self.other_keys(form, text)):
            lists.append(neighbours.postings_at(self, keys))
        return united(lists, len(self))

    def postings(self, field: str, form: str, text: str) -> Postings:
        """The same as a list, as Whoosh reads it."""
        found = self.found(field, form, text)
        return found if isinstance(found, Postings) else found.postings()

    def documents(self, field: str, form: str, text: str) -> Docs:
        """Which documents have a text."""
        return self.found(field, form, text).documents()

    def kept(self, key: Hashable, compute: Callable[[], Docs]) -> Docs:
        """Which documents fulfil what is asked for again and costs more than to look it up."""
        [kept] = self.cache.answers.get((self.name, key), lambda: (packed(compute(), len(self)),))
        if kept.dtype == np.uint16:
            return Few(kept)
        return Many(np.unpackbits(kept, count=len(self)).view(bool))

    # --- positions

    def positions(self, field: str, form: str, text: str, docs: Array) -> Array:
        """Of every occurrence in these documents document << 32 | position, ascending."""
        terms = self.terms(field, form, text)
        keys = self.field(field).keys(self.field(field).postings_in(terms, docs))
        if field == PAIRS:
            keys = np.concatenate((keys, self.other_keys(form, text, docs)))
        keys.sort()
        return keys

    def standing(
        self, field: str, texts: Sequence[tuple[str, str]], docs: Array
    ) -> Iterator[tuple[int, int, int]]:
        """(number of the text, document, position) of every occurrence of these forms and texts in few documents."""
        terms = [self.terms(field, form, text) for form, text in texts]
        numbers = np.repeat(np.arange(len(terms)), list(map(len, terms)))
        joined = np.concatenate([NO_TERMS, *terms])
        order = np.argsort(joined)
        which, found, places = self.field(field).occurrences(joined[order], docs)
        columns = (numbers[order][which], found, places)
        return zip(*(column.tolist() for column in columns), strict=True)

    def other_keys(self, form: str, pair: str, docs: Array | None = None) -> Array:
        """The same of a pair that is not kept, in these documents or in all."""
        first, _, second = pair.partition(" ")
        words = self.forms(first, form), self.forms(second, form)
        return neighbours.keys_of(self, *words, docs)

    def short_keys(self, form: str, pair: str) -> Array:
        """Of every occurrence of a pair below position SHORT document << 16 | position, ascending."""
        field = self.field(PAIRS)
        keys = [field.short_keys(term) for term in self.terms(PAIRS, form, pair).tolist()]
        others = self.other_keys(form, pair)
        others = others[others & neighbours.POSITION < SHORT]
        keys.append((others >> 32 << 16 | others & SHORT).astype("u4"))
        joined = np.concatenate(keys)
        if len(keys) > 2 or len(others):
            joined.sort()
        return joined

    @property
    def has_long(self) -> bool:
        """Whether any document has positions that short keys have no room for."""
        return len(self.field("all").places.at) > 0

    # --- documents

    def lengths(self, field: str, form: str) -> Array:
        """How many terms each document has."""
        found: Array = self.file[f"{field}.{form}_length"]
        return found

    def length_codes(self, field: str, form: str) -> Array:
        """The same in the one byte that engines keep of it: a place in LENGTHS."""
        if (field, form) not in self.codes:
            codes = BYTE_LENGTHS.searchsorted(self.lengths(field, form), side="right") - 1
            self.codes[field, form] = codes.astype("u1")
        return self.codes[field, form]

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
        found: dict[str, str] = json.loads(self.shown[doc].decode())
        return found

    def body(self, doc: int) -> str:
        return self.bodies[doc]

    def flow(self, doc: int) -> Flow:
        """A body and where its words stand, kept for who sees the same articles again."""
        return self.cache.texts.get((self.name, doc), lambda: flow_of(self.body(doc)))

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


def packed(docs: Docs, documents: int) -> Array:
    """A list, or bits where these take less memory."""
    if isinstance(docs, Few) and docs.docs.nbytes <= documents // 8:
        return docs.docs
    return np.packbits(docs.marked(documents))
