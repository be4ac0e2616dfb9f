"""Tokens → postings: all tokens of a field at once, sorted as numbers of 64 bits.

What comes out are the arrays of a segment (`layout`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.codes import pack_codes
from archive.search.backends.whoosh_arrays.hints import keys_of, pack_hints
from archive.search.backends.whoosh_arrays.layout import NONE, PAIRS, STEP
from archive.search.backends.whoosh_arrays.neighbours import kept
from archive.search.backends.whoosh_arrays.packed import pack
from archive.search.backends.whoosh_arrays.strings import pack_strings
from archive.search.document import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.lexicon import Lexicon

Arrays = dict[str, "Array"]
WEIGHT_VALUES = np.array(sorted({1.0, *WEIGHTS.values()}), "f4")
WEIGHT_CODES = {float(value): code for code, value in enumerate(WEIGHT_VALUES)}


class PairedWords(NamedTuple):
    """What pairs need to know of words, by rank."""

    marks: Array  # `words.paired`
    spelled: Array  # `hints.spelled`


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
    words, places, docs, weights, _ = tokens
    words = rank[words]
    lengths = lengths_of(name, docs, weights, twin[words] != NONE, documents)
    words, docs, places, weights = sorted_rows(words, docs, places, weights)
    return posting_arrays(name, words, docs, places, weights) | lengths


def inverted_pairs(
    tokens: Tokens, rank: Array, twin: Array, words: PairedWords, documents: int
) -> Arrays:
    """The same of pairs. All count for the lengths; of those that are not kept there are hints."""
    firsts, places, docs, weights, seconds = tokens
    firsts, seconds = rank[firsts], rank[seconds]
    having = (twin[firsts] != NONE) & (twin[seconds] != NONE)
    lengths = lengths_of(PAIRS, docs, weights, having, documents)
    whole = kept(words.marks[firsts], words.marks[seconds])
    left = np.flatnonzero(~whole)
    spelled = words.spelled
    hints = keys_of(spelled[firsts[left]], spelled[seconds[left]], docs[left])
    at = np.flatnonzero(whole)
    firsts, seconds, docs, places, weights = sorted_rows(
        firsts[at], seconds[at], docs[at], places[at], weights[at]
    )
    number = np.bincount(firsts[changes(firsts) | changes(seconds)], minlength=len(twin))
    keys = firsts.astype("u8") << np.uint64(32) | seconds
    arrays = posting_arrays(PAIRS, keys, docs, places, weights)
    arrays |= {**lengths, **pack_hints(hints)}
    arrays[f"{PAIRS}.ranges"] = np.concatenate(([0], np.cumsum(number))).astype("u4")
    return arrays


def lengths_of(name: str, docs: Array, weights: Array, has_twin: Array, documents: int) -> Arrays:
    counted = WEIGHT_VALUES[weights]
    return {
        f"{name}.exact_length": np.bincount(docs, counted, documents).astype("u4"),
        f"{name}.folded_length": np.bincount(docs, counted * has_twin, documents).astype("u4"),
    }


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


def posting_arrays(name: str, keys: Array, docs: Array, places: Array, weights: Array) -> Arrays:
    """The arrays of a field from its tokens, sorted by key, document and position."""
    begins = np.flatnonzero(changes(keys) | changes(docs))
    values = WEIGHT_VALUES[weights]
    summed = np.add.reduceat(values, begins) if len(begins) else values
    counts = np.diff(begins, append=len(keys))
    keys, docs = keys[begins], docs[begins]
    first = np.flatnonzero(changes(keys))
    return {
        f"{name}.terms": keys[first].astype("u4"),
        f"{name}.start": np.append(first, len(keys)).astype("u4"),
        f"{name}.docs": docs.astype("u2"),
        **pack_codes(f"{name}.codes", counts, summed),
        f"{name}.steps": np.append(begins, len(places))[::STEP].astype("u4"),
        **pack(f"{name}.places", places, np.uint16),
    }


def subject_arrays(subjects: dict[str, list[int]]) -> Arrays:
    terms = sorted((term.encode(), docs) for term, docs in subjects.items())
    return {
        **pack_strings("subjects.terms", [term for term, _ in terms]),
        "subjects.start": np.cumsum([0, *(len(docs) for _, docs in terms)]).astype("u4"),
        "subjects.docs": np.array([doc for _, docs in terms for doc in docs], "u2"),
    }
