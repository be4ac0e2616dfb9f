"""Documents → what an index holds of them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from archive.search.backends.opensearch.mapping import APART, FORMS, LISTS, TEXTS, TOGETHER
from archive.search.backends.opensearch.showing import SHOWN_PARTS, packed
from archive.search.backends.scoring import facet_values, starts_of
from archive.search.backends.whoosh_arrays.layout import NONE
from archive.search.backends.whoosh_arrays.lexicon import Lexicon
from archive.search.backends.whoosh_arrays.terms import terms_of
from archive.search.document import OWN_FIELDS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.terms import Terms
    from archive.search.document import Document

    Row = dict[str, Any]

BLOCK = 300_000  # letters that are analysed at once


def rows_of(documents: Iterable[Document]) -> Iterator[tuple[int, Row]]:
    """(id, row) of each document. The terms are those of `document.tokens_of`, found many at once."""
    lexicon = Lexicon()
    for block in blocks(documents):
        if lexicon.is_full:
            lexicon = Lexicon()
        texts = [(document, *part) for document in block for part in document.parts()]
        terms = terms_of(
            lexicon, [text for *_, text in texts], [one.province_kind for one, *_ in texts]
        )
        rows = {document.id: beside_texts(document) for document in block}
        read: dict[int, list[str]] = {document.id: [] for document in block}
        for form in FORMS:
            words, pairs = written(lexicon, terms, form, len(texts))
            for (document, part, _), here, paired in zip(texts, words, pairs, strict=True):
                put(rows[document.id], part, form, here, paired)
                if form == "exact" and part in SHOWN_PARTS:
                    read[document.id].append(joined(here, 1))
        for document in block:
            row = rows[document.id]
            row["shown"] = packed(document, read[document.id])
            yield document.id, row


def blocks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    block: list[Document] = []
    letters = 0
    for document in documents:
        block.append(document)
        letters += len(document.body)
        if letters >= BLOCK:
            yield block
            block, letters = [], 0
    if block:
        yield block


def beside_texts(document: Document) -> Row:
    row: Row = {"id": document.id, "digest": document.digest}
    row |= {f"{name}_{form}": [] for name in TEXTS for form in FORMS}
    for facet, field in LISTS.items():
        row[field] = list(facet_values(document, facet))
    if document.date:
        row["day"] = document.date.toordinal()
    row["subjects"] = [start for subject in document.subjects for start in starts_of(subject)]
    return row


def put(row: Row, part: str, form: str, words: list[str], pairs: list[str]) -> None:
    """The terms of a part into its fields: `words` are terms and the marks before them, in turn."""
    times = int(WEIGHTS[part])  # weights are whole numbers
    if words:
        row[f"all_{form}"].append(joined(words, times))
        if part in OWN_FIELDS:
            row[f"{OWN_FIELDS[part]}_{form}"].append(joined(words, 1))
    if pairs:
        row[f"pairs_{form}"].append(counted(pairs, times))


def counted(pieces: list[str], times: int) -> str:
    """Each pair in a line, with how often it counts."""
    if times > 1:
        pieces = pieces[:]
        pieces[1::2] = [f"{pair}{TOGETHER}{times}" for pair in pieces[1::2]]
    return "".join(pieces[1:])


def joined(pieces: list[str], times: int) -> str:
    """Each term as often as it counts, in its own line or that of the term before."""
    if times > 1:
        pieces = pieces[:]
        pieces[1::2] = [repeated(term, times) for term in pieces[1::2]]
    return "".join(pieces[1:])


@lru_cache(maxsize=65536)
def repeated(term: str, times: int) -> str:
    return TOGETHER.join([term] * times)


def written(
    lexicon: Lexicon, terms: Terms, form: str, texts: int
) -> tuple[list[list[str]], list[list[str]]]:
    """Of each text the terms and the pairs in one form, each after its mark.

    Every position of a text has a term in both forms, so positions are kept.
    """
    names = lexicon.names
    numbers, firsts, seconds = (
        inform(lexicon, column, form) for column in (terms.numbers, terms.firsts, terms.seconds)
    )
    order = np.lexsort((terms.positions, terms.texts))
    order = order[numbers[order] != NONE]
    words = [names[number] for number in numbers[order].tolist()]
    marks = np.where(np.diff(terms.positions[order], prepend=-1) != 0, APART, TOGETHER).tolist()
    chosen = np.argsort(terms.pair_texts, kind="stable")
    chosen = chosen[(firsts[chosen] != NONE) & (seconds[chosen] != NONE)]
    pairs = [
        f"{names[a]} {names[b]}"
        for a, b in zip(firsts[chosen].tolist(), seconds[chosen].tolist(), strict=True)
    ]
    return (
        list(cut(words, marks, terms.texts[order], texts)),
        list(cut(pairs, [APART] * len(pairs), terms.pair_texts[chosen], texts)),
    )


def inform(lexicon: Lexicon, numbers: Array, form: str) -> Array:
    """Numbers of terms as written, or of their twins; NONE for what has no twin."""
    twins: Array = lexicon.twins.array[numbers]
    return numbers if form == "exact" else twins


def cut(terms: list[str], marks: list[str], of: Array, texts: int) -> Iterator[list[str]]:
    """Marks and terms in turn, a list for each text; `of` says the text of each term, ascending."""
    pieces = [""] * (2 * len(terms))
    pieces[0::2], pieces[1::2] = marks, terms
    bounds = (2 * of.searchsorted(np.arange(texts + 1))).tolist()
    for start, stop in pairwise(bounds):
        yield pieces[start:stop]
