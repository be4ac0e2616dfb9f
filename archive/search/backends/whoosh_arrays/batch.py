"""Documents on their way into a segment: their terms gathered as numbers, a block of texts at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.scoring import starts_of
from archive.search.backends.whoosh_arrays.hints import crcs_of, spelled
from archive.search.backends.whoosh_arrays.inverter import (
    WEIGHT_CODES,
    PairedWords,
    Tokens,
    inverted,
    inverted_pairs,
    ranked,
    subject_arrays,
    twin_arrays,
)
from archive.search.backends.whoosh_arrays.labels import pack_labels
from archive.search.backends.whoosh_arrays.layout import (
    LISTS,
    MOST_DOCUMENTS,
    PAIRS,
    PARTS,
    SHOWN,
    TEXTS,
)
from archive.search.backends.whoosh_arrays.lexicon import DIGITS, MEANING, Lexicon
from archive.search.backends.whoosh_arrays.neighbours import paired
from archive.search.backends.whoosh_arrays.strings import pack_strings
from archive.search.backends.whoosh_arrays.terms import terms_of
from archive.search.document import GAP, OWN_FIELDS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.inverter import Arrays
    from archive.search.document import Document

PART_NUMBERS = {part: number for number, part in enumerate(("title", *PARTS))}
JSON = json.JSONEncoder(ensure_ascii=False)
BLOCK = 300_000  # letters that are analysed at once: some 80 documents, whose arrays fit a cache


class Block:
    """Parts of documents that wait to be analysed."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.parts: list[str] = []
        self.docs: list[int] = []
        self.kinds: list[str] = []
        self.letters = 0

    def add(self, number: int, document: Document) -> None:
        for part, text in document.parts():
            self.texts.append(text)
            self.parts.append(part)
            self.docs.append(number)
            self.kinds.append(document.province_kind)
            self.letters += len(text)

    def analysed(self, lexicon: Lexicon) -> tuple[dict[str, Tokens], Array, Array]:
        """What `document.tokens_of` says is searched; `parts` and `others` as `layout` has them.

        Positions run on through a document.
        """
        terms = terms_of(lexicon, self.texts, self.kinds)
        docs = np.array(self.docs, "u2")
        parts = np.array(self.parts)
        codes = np.array([WEIGHT_CODES[WEIGHTS[part]] for part in self.parts], "u1")
        taken = np.bincount(terms.texts, minlength=len(docs)) + GAP
        begins = np.cumsum(taken) - taken
        begins = (begins - begins[docs.searchsorted(docs)]).astype("u4")
        texts = terms.texts
        places = terms.positions + begins[texts]
        none = np.empty(0, "u4")
        tokens = {"all": Tokens(terms.numbers, places, docs[texts], codes[texts], none)}
        texts = terms.pair_texts
        places = terms.pair_positions + begins[texts]
        tokens[PAIRS] = Tokens(terms.firsts, places, docs[texts], codes[texts], terms.seconds)
        for part, name in OWN_FIELDS.items():
            tokens[name] = own(tokens["all"], np.flatnonzero((parts == part)[terms.texts]))
        others = docs[terms.read_texts].astype("i8") << 32
        others |= terms.read_positions + begins[terms.read_texts]
        return tokens, begins_of_parts(docs, self.parts, begins, taken), np.unique(others)


def begins_of_parts(docs: Array, parts: Sequence[str], begins: Array, taken: Array) -> Array:
    """Positions with which PARTS begin in each document, from those of its texts in their order."""
    numbers = np.array([PART_NUMBERS[part] for part in parts])
    keys = docs.astype("i8") * len(PART_NUMBERS) + numbers
    wanted = np.unique(docs).astype("i8")[:, None] * len(PART_NUMBERS) + np.arange(
        1, len(PART_NUMBERS)
    )
    at = keys.searchsorted(wanted)
    last = docs.searchsorted(np.unique(docs), side="right")[:, None]
    ends = (begins + taken)[last - 1]
    found = np.where(at < last, begins[np.minimum(at, len(begins) - 1)], ends)
    return found.astype("u4").ravel()


def own(tokens: Tokens, chosen: Array) -> Tokens:
    """Tokens of a part as a field of their own, in which they weigh one each."""
    numbers, places, docs = (column[chosen] for column in tokens[:3])
    weights = np.full(len(chosen), WEIGHT_CODES[1.0], "u1")
    return Tokens(numbers, places, docs, weights, tokens.seconds)


class Batch:
    """Documents of one segment. The lexicon may have served others."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or Lexicon()
        self.block = Block()
        self.columns: dict[str, list[Tokens]] = {name: [] for name in (*TEXTS, PAIRS)}
        self.documents: list[tuple[int, int, bytes, bytes, bytes]] = []
        self.parts: list[Array] = []
        self.others: list[Array] = []
        self.lists: dict[str, list[tuple[str, ...]]] = {name: [] for name in LISTS}
        self.subjects: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.documents)

    def add(self, document: Document) -> None:
        number = len(self)
        if number == MOST_DOCUMENTS:
            raise ValueError(f"a segment holds at most {MOST_DOCUMENTS} documents: begin another")
        self.block.add(number, document)
        if self.block.letters > BLOCK:
            self.analyse()
        for subject in document.subjects:
            for start in starts_of(subject):
                numbers = self.subjects.setdefault(start, [])
                if not numbers or numbers[-1] != number:
                    numbers.append(number)
        for name, values in lists_of(document).items():
            self.lists[name].append(values)
        day = document.date.toordinal() if document.date else 0
        shown = {name: getattr(document, name) for name in SHOWN}
        hit = JSON.encode(shown).encode()
        body = document.body.encode()
        self.documents.append((document.id, day, document.digest.encode(), hit, body))

    def analyse(self) -> None:
        tokens, parts, others = self.block.analysed(self.lexicon)
        for name, column in tokens.items():
            self.columns[name].append(column)
        self.parts.append(parts)
        self.others.append(others)
        self.block = Block()

    def tokens(self, name: str) -> Tokens:
        """Everything of a field."""
        if self.block.texts:
            self.analyse()
        return Tokens(*(np.concatenate(column) for column in zip(*self.columns[name], strict=True)))

    def arrays(self) -> Arrays:
        """The arrays of the segment that holds these documents."""
        lexicon = self.lexicon
        names, order, rank, twin = ranked(lexicon, self.tokens("all").numbers)
        arrays: Arrays = {**pack_strings("words", names), **twin_arrays(twin)}
        for name in TEXTS:
            arrays |= inverted(name, self.tokens(name), rank, twin, len(self))
        found = np.zeros(len(names), "u4")
        found[arrays["all.terms"]] = np.diff(arrays["all.start"])
        always = lexicon.marks.array[order] & (DIGITS | MEANING) != 0
        words = PairedWords(paired(always, found, len(self)), spelled(crcs_of(names), twin))
        arrays["words.paired"] = words.marks
        arrays |= inverted_pairs(self.tokens(PAIRS), rank, twin, words, len(self))
        return arrays | self.document_arrays()

    def document_arrays(self) -> Arrays:
        ids, days, digests, hits, bodies = zip(*self.documents, strict=True)
        arrays: Arrays = {"id": np.array(ids, "i8"), "day": np.array(days, "i4")}
        arrays |= pack_strings("digest", digests)
        arrays["parts"] = np.concatenate(self.parts)
        arrays["others"] = np.concatenate(self.others)
        arrays |= pack_strings("hit", hits)
        arrays |= self.lexicon.bodies.packed(bodies)
        for name, rows in self.lists.items():
            arrays |= pack_labels(f"in_{name}", rows)
        return arrays | subject_arrays(self.subjects)


def lists_of(document: Document) -> dict[str, tuple[str, ...]]:
    return {
        "place": document.places,
        "kind": document.kinds,
        "source": (document.source,),
        "official": document.officials,
    }


def batches(documents: Iterable[Document], size: int, lexicon: Lexicon) -> Iterator[Batch]:
    """Full batches of `size` documents, the last with the rest."""
    batch = Batch(lexicon)
    for document in documents:
        batch.add(document)
        if len(batch) == size:
            yield batch
            batch = Batch(None if batch.lexicon.is_full else batch.lexicon)
    if len(batch):
        yield batch
