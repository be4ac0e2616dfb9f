"""Tokens → postings: all tokens of a field at once, sorted as numbers of 64 bits.

What comes out are the arrays of a segment (`layout`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.layout import NONE, PAIRS
from archive.search.backends.whoosh_arrays.packed import pack, pack_weights
from archive.search.backends.whoosh_arrays.strings import pack_strings
from archive.search.document import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.lexicon import Lexicon

Arrays = dict[str, "Array"]
WEIGHT_VALUES = np.array(sorted({1.0, *WEIGHTS.values()}), "f4")
WEIGHT_CODES = {float(value): code for code, value in enumerate(WEIGHT_VALUES)}


class Tokens(NamedTuple):
    """Occurrences of words in a field of documents, in any order."""

    numbers: Array  # u4, of the words
    places: Array  # u4, positions
    docs: Array  # u2
    weights: Array  # u1, which of WEIGHT_VALUES
    seconds: Array  # u4, of pairs the numbers of the second words, else empty


def ranked(lexicon: Lexicon, numbers: Array) -> tuple[list[bytes], Array, Array]:
    """The words that occur and their twins: sorted; the rank of each number; the rank of each twin."""
    twins = lexicon.twins.all()
    occurs = np.zeros(len(twins), bool)
    occurs[numbers] = True
    there = twins[occurs]
    occurs[there[there != NONE]] = True
    words = sorted((lexicon.names[n].encode(), n) for n in np.flatnonzero(occurs).tolist())
    order = np.array([n for _, n in words], "i8")
    rank = np.full(len(twins) + 1, NONE, "u4")
    rank[order] = np.arange(len(order), dtype="u4")
    twin = rank[np.minimum(twins[order], len(twins))]
    return [word for word, _ in words], rank, twin


def word_arrays(names: Sequence[bytes], twin: Array) -> Arrays:
    having = np.flatnonzero(twin != NONE)
    order = having[np.argsort(twin[having], kind="stable")]
    return {
        **pack_strings("words", names),
        "words.twin": twin,
        "twins.of": twin[order],
        "twins.word": order.astype("u4"),
    }


def inverted(name: str, tokens: Tokens, rank: Array, twin: Array, documents: int) -> Arrays:
    """A field's tokens, sorted by word and grouped by document."""
    words, places, docs, weights, seconds = tokens
    words = rank[words]
    has_twin = twin[words] != NONE
    if name == PAIRS:
        seconds = rank[seconds]
        has_twin &= twin[seconds] != NONE
    counted = WEIGHT_VALUES[weights]
    lengths = {
        f"{name}.exact_length": np.bincount(docs, counted, documents).astype("u4"),
        f"{name}.folded_length": np.bincount(docs, counted * has_twin, documents).astype("u4"),
    }
    if name == PAIRS:
        rows = sorted_rows(words, seconds, docs, places, weights)
        words, seconds, docs, places, weights = rows
        keys = words.astype("u8") << np.uint64(32) | seconds
    else:
        words, docs, places, weights = sorted_rows(words, docs, places, weights)
        keys = words
    begins = np.flatnonzero(changes(keys) | changes(docs))
    values = WEIGHT_VALUES[weights]
    summed = np.add.reduceat(values, begins) if len(begins) else values
    arrays = posting_arrays(name, keys[begins], docs[begins], summed, len(twin))
    counts = np.diff(begins, append=len(keys))
    return arrays | place_arrays(name, keys[begins], counts, places) | lengths


def sorted_rows(*columns: Array) -> list[Array]:
    """Columns of whole numbers, their rows in ascending order.

    A row is packed into one number where 64 bits suffice, as they nearly always do.
    """
    widths = [int(column.max(initial=0)).bit_length() for column in columns]
    if sum(widths) > 64:
        order = np.lexsort(columns[::-1])
        return [column[order] for column in columns]
    keys = np.zeros(len(columns[0]), "u8")
    for column, width in zip(columns, widths, strict=True):
        keys <<= np.uint64(width)
        keys |= column
    keys.sort()
    rows: list[Array] = []
    for column, width in zip(columns[::-1], widths[::-1], strict=True):
        rows.append((keys & np.uint64((1 << width) - 1)).astype(column.dtype))
        keys >>= np.uint64(width)
    return rows[::-1]


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
