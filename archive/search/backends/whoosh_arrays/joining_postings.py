"""The postings of several segments in order, a stretch of the table of terms at a time.

Those of a term lie together in each segment, so they are moved as they lie: terms are sorted, not postings.
A term's key is the number of its joined word, that of a pair first << 32 | second.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.field import ranges
from archive.search.backends.whoosh_arrays.inverter import changes
from archive.search.backends.whoosh_arrays.joining_hints import HALF
from archive.search.backends.whoosh_arrays.layout import PAIRS, STEP
from archive.search.backends.whoosh_arrays.moving import GONE, let_go
from archive.search.backends.whoosh_arrays.packed import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.field import Field
    from archive.search.backends.whoosh_arrays.joining_hints import Dropped
    from archive.search.backends.whoosh_arrays.moving import Source

STRETCH = 400_000  # postings and positions that are moved at once, in some 30 MB


class Rows(NamedTuple):
    """Postings of terms: the key of each, how many postings and positions it has, then those of all."""

    keys: Array
    sizes: Array
    places_sizes: Array
    docs: Array
    weights: Array
    counts: Array
    places: Array


def rows_of_field(
    name: str, sources: Sequence[Source], words: int, dropped: Dropped | None = None
) -> Iterator[Rows]:
    """The postings of all segments in order, a stretch at a time; of pairs those that are kept."""
    for stretch in stretches_of(name, sources, words):
        parts = []
        for source in sources:
            parts.append(rows_of(name, source, stretch, dropped))
            let_go([source])  # before the next is read: of many, each touches pages of many arrays
        yield in_order(parts)


# --- where to cut


def stretches_of(name: str, sources: Sequence[Source], words: int) -> Iterator[tuple[int, int]]:
    """Ranges of keys with about STRETCH postings and positions each, or one term."""
    sizes = np.zeros(words, "i8")
    for source in sources:
        field = source.segment.field(name)
        if field.ranges is None:
            sizes[source.words[field.terms]] += sizes_between(field, field.start)
        else:
            sizes[source.words] += sizes_between(field, field.start[field.ranges])
    cuts = cuts_of(sizes)
    if name == PAIRS:
        cuts <<= 32
        for first in np.flatnonzero(sizes > STRETCH).tolist():
            seconds = cuts_of(sizes_of_seconds(name, sources, first, words))
            cuts = np.append(cuts, first << 32 | seconds)
        words <<= 32
    let_go(sources)
    return pairwise([0, *np.unique(cuts).tolist(), words])


def sizes_between(field: Field, postings: Array) -> Array:
    """How many postings and, to within two steps, positions lie between each two of these postings."""
    sizes: Array = np.diff(field.steps[postings // STEP].astype("i8") + postings)
    return sizes


def sizes_of_seconds(name: str, sources: Sequence[Source], first: int, words: int) -> Array:
    """The same of the pairs with one first word, by the second."""
    sizes = np.zeros(words, "i8")
    for source in sources:
        field = source.segment.field(name)
        low, high = (place_of(field, source, word << 32) for word in (first, first + 1))
        of_source = sizes_between(field, field.start[low : high + 1])
        sizes[source.words[field.terms[low:high]]] += of_source
    return sizes


def cuts_of(sizes: Array) -> Array:
    """Where to cut a row of things of these sizes, into parts of about STRETCH."""
    found: Array = np.flatnonzero(np.diff(np.cumsum(sizes) // STRETCH)) + 1
    return found


def place_of(field: Field, source: Source, key: int) -> int:
    """The first of a segment's terms whose key is not below this one."""
    if field.ranges is None:
        return int(places_of(field.terms, places_of(source.words, key)))
    first, second = key >> 32, key & 0xFFFFFFFF
    at = int(places_of(source.words, first))
    low = int(field.ranges[at])
    if not second or at == len(source.words) or source.words[at] != first:
        return low
    seconds = field.terms[low : int(field.ranges[at + 1])]
    return low + int(places_of(seconds, places_of(source.words, second)))


# --- moving


def rows_of(
    name: str, source: Source, stretch: tuple[int, int], dropped: Dropped | None = None
) -> Rows:
    """The postings of a segment for a range of keys, in its order, of documents that live."""
    field = source.segment.field(name)
    first, last = (place_of(field, source, key) for key in stretch)
    keys = source.words[field.terms[first:last]].astype("u8")
    if field.ranges is not None:
        low, high = places_of(source.words, [stretch[0] >> 32, stretch[1] >> 32]).tolist()
        bounds = field.ranges[low : high + 2].clip(first, last)
        keys |= np.repeat(source.words[low : high + 1].astype("u8") << HALF, np.diff(bounds))
    bounds = field.start[first : last + 1].astype("i8")
    begin, end = int(bounds[0]), int(bounds[-1])
    docs = source.docs[field.docs[begin:end]]
    weights = field.codes.weights(begin, end).astype("f4")
    counts = field.codes.counts(begin, end).astype("u4")
    places = field.places.slice(field.begin(begin), field.begin(end)).astype("u4")
    rows = Rows(keys, np.diff(bounds), added(counts, bounds - begin), docs, weights, counts, places)
    left = docs != GONE
    if dropped is not None:
        left &= ~dropped.taken(rows)
    return rows if left.all() else only(rows, left, bounds - begin)


def only(rows: Rows, left: Array, bounds: Array) -> Rows:
    """Some of the postings, and the terms that have any."""
    counts = rows.counts * left
    sizes = added(left, bounds)
    there = sizes > 0
    return Rows(
        rows.keys[there],
        sizes[there],
        added(counts, bounds)[there],
        rows.docs[left],
        rows.weights[left],
        rows.counts[left],
        rows.places[np.repeat(left, rows.counts)],
    )


def added(values: Array, bounds: Array) -> Array:
    """Sums of the values between each two bounds."""
    sums = np.append(0, np.cumsum(values, dtype="i8"))[bounds]
    found: Array = np.diff(sums)
    return found


def in_order(parts: Sequence[Rows]) -> Rows:
    """Terms of several segments in order; those that are equal become one."""
    keys, sizes, places_sizes = (
        np.concatenate(column) for column in list(zip(*parts, strict=True))[:3]
    )
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    new = np.flatnonzero(changes(keys))
    at = moved(sizes, order)
    docs, weights, counts = (
        np.concatenate(column)[at] for column in list(zip(*parts, strict=True))[3:6]
    )
    at = moved(places_sizes, order)
    return Rows(
        keys[new],
        np.add.reduceat(sizes[order], new) if len(new) else sizes,
        np.add.reduceat(places_sizes[order], new) if len(new) else places_sizes,
        docs,
        weights,
        counts,
        np.concatenate([part.places for part in parts])[at],
    )


def moved(sizes: Array, order: Array) -> Array:
    """Where the elements of rows of these sizes lie when the rows are read in another order."""
    return ranges((np.cumsum(sizes) - sizes)[order], sizes[order])
