"""Documents → postings: all tokens of a batch at once, sorted as arrays.

Words are numbered as they come; the accent-free twin of a word is looked up once a word, not once an
occurrence. What comes out are the arrays of a segment (`layout`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import zstandard

from archive.search.backends.whoosh_arrays.labels import pack_labels
from archive.search.backends.whoosh_arrays.layout import (
    LISTS,
    MOST_DOCUMENTS,
    NONE,
    PAIRS,
    SHOWN,
    TEXTS,
)
from archive.search.backends.whoosh_arrays.lexicon import Lexicon
from archive.search.backends.whoosh_arrays.packed import pack, pack_weights
from archive.search.backends.whoosh_arrays.strings import pack_strings
from archive.search.document import GAP, OWN_FIELDS, WEIGHTS
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.document import Document, Subject

Arrays = dict[str, "Array"]
BODY = ("lead", "body")  # parts that make the body


class Column:
    """Terms of one field as they come, document by document."""

    def __init__(self) -> None:
        self.parts: list[tuple[Array, Array, Array]] = []  # numbers, seconds or positions, weights
        self.lengths: list[int] = []

    def begin(self) -> None:
        """The next document."""
        self.lengths.append(0)

    def add(self, numbers: Array, others: Array, weight: float) -> None:
        self.parts.append((numbers, others, np.full(len(numbers), weight, "f4")))
        self.lengths[-1] += len(numbers)

    def joined(self) -> tuple[Array, Array, Array]:
        if not self.parts:
            return np.empty(0, "u4"), np.empty(0, "u4"), np.empty(0, "f4")
        numbers, others, weights = zip(*self.parts, strict=True)
        return np.concatenate(numbers), np.concatenate(others), np.concatenate(weights)


class Batch:
    """Documents on their way into a segment."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        self.columns = {name: Column() for name in (*TEXTS, PAIRS)}
        self.documents: list[tuple[int, int, str, bytes, bytes]] = []
        self.parts: list[int] = []
        self.lists: dict[str, list[tuple[str, ...]]] = {name: [] for name in LISTS}
        self.subjects: dict[str, list[int]] = {}
        self.compressor = zstandard.ZstdCompressor(level=3)

    def __len__(self) -> int:
        return len(self.documents)

    def add(self, document: Document) -> None:
        if len(self) == MOST_DOCUMENTS:
            raise ValueError(f"a segment holds at most {MOST_DOCUMENTS} documents: begin another")
        self.add_terms(document)
        for subject in document.subjects:
            for start in starts_of(subject):
                numbers = self.subjects.setdefault(start, [])
                if numbers[-1:] != [len(self)]:
                    numbers.append(len(self))
        for name, values in lists_of(document).items():
            self.lists[name].append(values)
        day = document.date.toordinal() if document.date else 0
        shown = {name: getattr(document, name) for name in SHOWN}
        hit = json.dumps(shown, ensure_ascii=False).encode()
        body = self.compressor.compress(document.body.encode())
        self.documents.append((document.id, day, document.digest, hit, body))

    def add_terms(self, document: Document) -> None:
        """What `document.tokens_of` says is searched, as numbers."""
        for column in self.columns.values():
            column.begin()
        offset = 0
        after = 0
        for part, text in document.parts():
            if part in BODY:
                self.parts.append(offset)
            terms = self.lexicon.terms(text, document.province_kind)
            numbers, positions = terms.numbers()
            weight = WEIGHTS[part]
            self.columns["all"].add(numbers, positions + np.uint32(offset), weight)
            self.columns[PAIRS].add(*terms.pairs(), weight)
            if part in OWN_FIELDS:
                places = positions + np.uint32(offset)
                self.columns[OWN_FIELDS[part]].add(numbers, places, 1.0)
            offset += len(numbers) + GAP
            if part in BODY:
                after = offset
        self.parts.append(after)

    def arrays(self) -> Arrays:
        """The arrays of the segment that holds these documents."""
        names = [name.encode() for name in self.lexicon.names]
        order = sorted(range(len(names)), key=names.__getitem__)
        rank = np.empty(len(names) + 1, "u4")
        rank[order] = np.arange(len(names), dtype="u4")
        rank[-1] = NONE
        twins = np.minimum(np.array(self.lexicon.twins, "u4"), len(names))
        twin = rank[twins[order]] if order else np.empty(0, "u4")
        arrays: Arrays = {**word_arrays([names[i] for i in order], twin)}
        for name, column in self.columns.items():
            arrays |= inverted(name, column, rank, twin)
        return arrays | self.document_arrays()

    def document_arrays(self) -> Arrays:
        ids, days, digests, hits, bodies = zip(*self.documents, strict=True)
        arrays: Arrays = {"id": np.array(ids, "i8"), "day": np.array(days, "i4")}
        arrays |= pack_strings("digest", [digest.encode() for digest in digests])
        arrays["parts"] = np.array(self.parts, "u4")
        arrays |= pack_strings("hit", hits)
        arrays |= pack_strings("body", bodies)
        for name, rows in self.lists.items():
            arrays |= pack_labels(f"in_{name}", rows)
        return arrays | subject_arrays(self.subjects)


def word_arrays(names: Sequence[bytes], twin: Array) -> Arrays:
    having = np.flatnonzero(twin != NONE)
    order = having[np.argsort(twin[having], kind="stable")]
    return {
        **pack_strings("words", names),
        "words.twin": twin,
        "twins.of": twin[order],
        "twins.word": order.astype("u4"),
    }


def inverted(name: str, column: Column, rank: Array, twin: Array) -> Arrays:
    """A field's tokens, sorted by word and grouped by document."""
    lengths = np.array(column.lengths, "u4")
    numbers, others, weights = column.joined()
    docs = np.repeat(np.arange(len(lengths)), lengths)
    words = rank[numbers]
    has_twin = twin[words] != NONE
    keys = words.astype("u8")
    if name == PAIRS:
        seconds = rank[others]
        has_twin &= twin[seconds] != NONE
        keys = keys << np.uint64(32) | seconds
    order = stable_order(keys)
    keys, sorted_docs = keys[order], docs[order]
    begins = np.flatnonzero(changes(keys) | changes(sorted_docs))
    summed = np.add.reduceat(weights[order], begins) if len(begins) else weights
    arrays = posting_arrays(name, keys[begins], sorted_docs[begins], summed, len(rank) - 1)
    if name != PAIRS:
        counts = np.diff(begins, append=len(keys))
        arrays |= place_arrays(name, keys[begins], counts, others[order])
    folded = np.bincount(docs[has_twin], minlength=len(lengths)).astype("u4")
    return arrays | {f"{name}.exact_length": lengths, f"{name}.folded_length": folded}


def stable_order(keys: Array) -> Array:
    """What sorts u8 keys, equal ones in the order they came: a radix sort, 16 bits a pass."""
    order = np.arange(len(keys))
    for shift in (0, 16, 32, 48):
        digits = (keys >> np.uint64(shift)).astype("u2")
        if digits.any():
            order = order[np.argsort(digits[order], kind="stable")]
    return order


def changes(values: Array) -> Array:
    """Where a value differs from the one before it; the first does."""
    found = np.ones(len(values), bool)
    found[1:] = values[1:] != values[:-1]
    return found


def posting_arrays(name: str, keys: Array, docs: Array, weights: Array, words: int) -> Arrays:
    """Postings sorted by key and document."""
    begins = np.flatnonzero(changes(keys))
    terms = keys[begins]
    arrays: Arrays = {
        f"{name}.start": np.append(begins, len(keys)).astype("u4"),
        f"{name}.docs": docs.astype("u2"),
        **pack_weights(f"{name}.weights", weights),
    }
    if name == PAIRS:
        firsts = np.bincount((terms >> np.uint64(32)).astype("i8"), minlength=words)
        arrays[f"{name}.ranges"] = np.concatenate(([0], np.cumsum(firsts))).astype("u4")
    arrays[f"{name}.terms"] = terms.astype("u4")
    return arrays


def place_arrays(name: str, keys: Array, counts: Array, places: Array) -> Arrays:
    begins = np.flatnonzero(changes(keys))
    start = np.concatenate(([0], np.cumsum(counts)))
    return {
        **pack(f"{name}.counts", counts, np.uint8),
        f"{name}.places_start": start[np.append(begins, len(keys))].astype("u4"),
        **pack(f"{name}.places", places, np.uint16),
    }


def subject_arrays(subjects: dict[str, list[int]]) -> Arrays:
    terms = sorted((term.encode(), docs) for term, docs in subjects.items())
    return {
        **pack_strings("subjects.terms", [term for term, _ in terms]),
        "subjects.start": np.cumsum([0, *(len(docs) for _, docs in terms)]).astype("u4"),
        "subjects.docs": np.array([doc for _, docs in terms for doc in docs], "u2"),
    }


def lists_of(document: Document) -> dict[str, tuple[str, ...]]:
    return {
        "place": document.places,
        "kind": document.kinds,
        "source": (document.source,),
        "official": document.officials,
    }


def starts_of(subject: Subject) -> Iterator[str]:
    """The subject as found by each of its words: the label from there on, kind, key and label."""
    words = fold(subject.label).split()
    for i in range(len(words)):
        yield "\t".join((" ".join(words[i:]), subject.kind, subject.key, subject.label))


def batches(documents: Iterable[Document], size: int) -> Iterator[Batch]:
    """Full batches of `size` documents, the last with the rest."""
    batch = Batch()
    for document in documents:
        batch.add(document)
        if len(batch) == size:
            yield batch
            batch = Batch()
    if len(batch):
        yield batch
