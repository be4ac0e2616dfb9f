"""Tokens → postings: all tokens of a field at once, sorted as numbers of 64 bits.

What comes out are the arrays of a segment (`layout`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

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
HAS_TWIN = np.uint8(1 << 7)  # of a word, beside its mark
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


def ranked(lexicon: Lexicon, numbers: Array) -> tuple[list[bytes], Array, Array, Array]:
    """The words that occur and their twins, sorted, and their numbers; the rank of each number, and of each twin."""
    twins = lexicon.twins.all()
    occurs = np.zeros(len(twins), bool)
    occurs[numbers] = True
    having = twins[occurs]
    occurs[having[having != NONE]] = True
    there = occurs.tolist()
    words = [row for row in lexicon.in_order() if there[row[1]]]
    order = np.array([n for _, n in words], "i8")
    rank = np.full(len(twins) + 1, NONE, "u4")
    rank[order] = np.arange(len(order), dtype="u4")
    twin = rank[np.minimum(twins[order], len(twins))]
    return [word for word, _ in words], order, rank, twin


def twin_arrays(twin: Array) -> Arrays:
    """From the number of each word's twin."""
    having = np.flatnonzero(twin != NONE)
    order = having[np.argsort(twin[having], kind="stable")]
    return {
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
    facts = words.marks | np.where(twin != NONE, HAS_TWIN, 0).astype("u1")
    first_facts, second_facts = facts[firsts], facts[seconds]
    having = first_facts & second_facts & HAS_TWIN != 0
    lengths = lengths_of(PAIRS, docs, weights, having, documents)
    whole = kept(first_facts & ~HAS_TWIN, second_facts & ~HAS_TWIN)
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
    keys = docs.astype("i8") * len(WEIGHT_VALUES) + weights
    keys *= 2
    keys += has_twin
    shape = documents, len(WEIGHT_VALUES), 2
    counts = np.bincount(keys, minlength=documents * 2 * len(WEIGHT_VALUES)).reshape(shape)
    lengths = counts.transpose(2, 0, 1) @ WEIGHT_VALUES
    return {
        f"{name}.exact_length": lengths.sum(axis=0).astype("u4"),
        f"{name}.folded_length": lengths[1].astype("u4"),
    }


def sorted_rows(*columns: Array) -> list[Array]:
    """Columns of whole numbers, their rows in ascending order.

    A row is packed into one number where 64 bits suffice, as they nearly always do.
    """
    widths = [int(column.max(initial=0)).bit_length() for column in columns]
    if sum(widths) > 64:
        order = np.lexsort(columns[::-1])
        return [column[order] for column in columns]
    keys = columns[0].astype("u8")
    for column, width in zip(columns[1:], widths[1:], strict=True):
        keys <<= np.uint64(width)
        keys |= column
    keys.sort()
    return unpacked(keys, widths, [column.dtype for column in columns])


def unpacked(keys: Array, widths: Sequence[int], dtypes: Sequence[np.dtype[Any]]) -> list[Array]:
    """The columns of packed rows; what 32 bits hold is not moved in 64."""
    left = sum(widths)
    rows: list[Array] = []
    for width, dtype in zip(widths[::-1], dtypes[::-1], strict=True):
        if left <= 32 < keys.itemsize * 8:
            keys = keys.astype("u4")
        left -= width
        rows.append((keys & keys.dtype.type((1 << width) - 1)).astype(dtype))
        if left:
            keys >>= keys.dtype.type(width)
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
