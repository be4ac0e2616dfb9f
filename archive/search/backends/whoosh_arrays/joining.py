"""Several segments into the arrays of one, without analysing a text again.

Their words are joined into one table. The postings of a term lie together in each segment, so they are moved
as they lie: terms are sorted, not postings, those of a stretch of the table at a time, and what is done goes
to temporary files. So memory stays bounded, and other threads wait for milliseconds, however large the
segments are.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.arrayfile import Spools
from archive.search.backends.whoosh_arrays.codes import pack_codes
from archive.search.backends.whoosh_arrays.field import ranges
from archive.search.backends.whoosh_arrays.hints import (
    BUCKETS,
    DOC,
    ascending,
    encoded,
    keys_of,
    spelled,
    stretches,
)
from archive.search.backends.whoosh_arrays.inverter import changes, word_arrays
from archive.search.backends.whoosh_arrays.joining_documents import joined_documents
from archive.search.backends.whoosh_arrays.layout import FORMS, NONE, PAIRS, STEP, TEXTS
from archive.search.backends.whoosh_arrays.moving import GONE, Source
from archive.search.backends.whoosh_arrays.neighbours import RARE, are_always, kept, paired
from archive.search.backends.whoosh_arrays.packed import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, Stored
    from archive.search.backends.whoosh_arrays.segment import Segment

STRETCH = 200_000  # postings that are moved at once, in some 30 MB
HALF = np.uint64(32)  # bits of a key that tell the second word of a pair
SECOND = np.uint64(0xFFFFFFFF)


class Rows(NamedTuple):
    """Postings of terms: the key of each, how many postings and positions it has, then those of all."""

    keys: Array
    sizes: Array
    places_sizes: Array
    docs: Array
    weights: Array
    counts: Array
    places: Array


class Dropped(NamedTuple):
    """Pairs that a segment keeps and the joined one does not, and the hints that they leave."""

    marks: Array
    spelled: Array
    found: list[Array]

    def taken(self, rows: Rows) -> Array:
        """Which postings are of such pairs."""
        pair = (rows.keys >> HALF).astype("i8"), (rows.keys & SECOND).astype("i8")
        gone = ~kept(*(self.marks[words] for words in pair))
        postings: Array = np.repeat(gone, rows.sizes)
        docs = rows.docs[postings]
        alive = docs != GONE
        firsts, seconds = (
            np.repeat(self.spelled[words[gone]], rows.sizes[gone])[alive] for words in pair
        )
        self.found.append(keys_of(firsts, seconds, docs[alive].astype("u4")))
        return postings

    def keys(self) -> Array:
        return np.sort(np.concatenate([np.empty(0, "u4"), *self.found]))


def joined(
    folder: Path, segments: Sequence[Segment], gone: Sequence[Array]
) -> tuple[dict[str, Stored], list[Array]]:
    """The arrays of one segment, and where the documents of each went."""
    places: list[Array] = []
    base = 0
    for dead in gone:
        places.append(np.where(dead, GONE, base + np.cumsum(~dead) - 1).astype("i4"))
        base += int((~dead).sum())
    names = sorted(set().union(*(segment.words for segment in segments)))
    numbers_of = {name: number for number, name in enumerate(names)}
    sources = [
        Source(segment, docs, np.array([numbers_of[word] for word in segment.words], "u4"))
        for segment, docs in zip(segments, places, strict=True)
    ]
    twin = twins(sources, len(names))
    arrays: dict[str, Stored] = {**word_arrays(names, twin)}
    for name in TEXTS:
        arrays |= joined_field(folder, name, sources, rows_of_field(name, sources, len(names)))
    marks = joined_marks(sources, names, base)
    arrays["words.paired"] = marks
    firsts = np.zeros(len(names), "i8")
    dropped = Dropped(marks, spelled(names, twin), [])
    rows = counted(rows_of_field(PAIRS, sources, len(names), dropped), firsts)
    arrays |= joined_field(folder, PAIRS, sources, rows)
    arrays |= joined_hints(folder, sources, dropped.keys())
    arrays[f"{PAIRS}.ranges"] = np.append(0, np.cumsum(firsts)).astype("u4")
    return arrays | joined_documents(folder, sources), places


def twins(sources: Sequence[Source], words: int) -> Array:
    found = np.full(words, NONE, "u4")
    for source in sources:
        twin = source.segment.twin
        having = np.flatnonzero(twin != NONE)
        found[source.words[having]] = source.words[twin[having]]
    return found


def joined_marks(sources: Sequence[Source], names: Sequence[bytes], documents: int) -> Array:
    """`words.paired`. What a segment that has the word does not keep, the joined one does not."""
    found = np.zeros(len(names), "i8")
    rare = np.zeros(len(names), bool)
    for source in sources:
        field = source.segment.field("all")
        words = source.words[field.terms]
        found[words] += np.diff(field.start)
        rare[words] |= source.segment.paired[field.terms] == RARE
    marks = paired(are_always(names), found, documents)
    marks[rare] = RARE
    return marks


# --- postings


def rows_of_field(
    name: str, sources: Sequence[Source], words: int, dropped: Dropped | None = None
) -> Iterator[Rows]:
    """The postings of all segments in order, a stretch at a time; of pairs those that are kept."""
    for stretch in stretches_of(name, sources, words):
        yield in_order([rows_of(name, source, stretch, dropped) for source in sources])
        for source in sources:
            source.segment.file.let_go()


def counted(parts: Iterable[Rows], firsts: Array) -> Iterator[Rows]:
    """Rows of pairs, and how many pairs each first word has."""
    for rows in parts:
        firsts += np.bincount((rows.keys >> HALF).astype("i8"), minlength=len(firsts))
        yield rows


def joined_field(
    folder: Path, name: str, sources: Sequence[Source], parts: Iterable[Rows]
) -> dict[str, Stored]:
    spools = Spools(folder)
    postings = positions = 0
    for rows in parts:
        append(spools, name, rows, postings, positions)
        postings, positions = postings + len(rows.docs), positions + len(rows.places)
    spools.add(f"{name}.start", np.array([postings], "u4"))
    spools.add(f"{name}.steps", np.array([positions] if postings % STEP == 0 else [], "u4"))
    for source in sources:
        for form in FORMS:
            lengths = source.segment.lengths(name, form)[source.kept]
            spools.add(f"{name}.{form}_length", lengths)
    return {**spools.found}


def append(spools: Spools, name: str, rows: Rows, postings: int, positions: int) -> None:
    """Rows behind as many postings and positions, as `inverter.posting_arrays` has them."""
    spools.add(f"{name}.terms", rows.keys.astype("u4"))
    spools.add(f"{name}.start", begins(rows.sizes) + np.uint32(postings))
    spools.add(f"{name}.docs", rows.docs.astype("u2"))
    append_packed(spools, pack_codes(f"{name}.codes", rows.counts, rows.weights), postings)
    steps = begins(rows.counts)[-postings % STEP :: STEP]
    spools.add(f"{name}.steps", steps + np.uint32(positions))
    append_packed(spools, pack(f"{name}.places", rows.places, np.uint16), positions)


def append_packed(spools: Spools, packed: Mapping[str, Array], done: int) -> None:
    """Packed numbers behind as many as are done, by which exceptions are told."""
    for name, array in packed.items():
        spools.add(name, array + np.uint32(done) if name.endswith(".at") else array)


def begins(sizes: Array) -> Array:
    found: Array = (np.cumsum(sizes) - sizes).astype("u4")
    return found


def stretches_of(name: str, sources: Sequence[Source], words: int) -> Iterator[tuple[int, int]]:
    """Ranges of joined words with about STRETCH postings each."""
    postings = np.zeros(words)
    for source in sources:
        field = source.segment.field(name)
        if field.ranges is None:
            of_words, sizes = source.words[field.terms], np.diff(field.start)
        else:
            of_words, sizes = source.words, np.diff(field.start[field.ranges])
        postings[of_words] += sizes
    part = (np.cumsum(postings) // STRETCH).astype("i8")
    cuts = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), words]
    return pairwise(cuts)


def rows_of(
    name: str, source: Source, stretch: tuple[int, int], dropped: Dropped | None = None
) -> Rows:
    """The postings of a segment for a range of joined words, in its order, of documents that live."""
    field = source.segment.field(name)
    low, high = source.words.searchsorted(stretch).tolist()
    if field.ranges is None:
        first, last = field.terms.searchsorted((low, high)).tolist()
        keys = source.words[field.terms[first:last]].astype("u8")
    else:
        bounds = field.ranges[low : high + 1]
        first, last = int(bounds[0]), int(bounds[-1])
        keys = np.repeat(source.words[low:high].astype("u8") << HALF, np.diff(bounds))
        keys |= source.words[field.terms[first:last]]
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
    whole = Rows(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    order = np.argsort(whole.keys, kind="stable")
    keys = whole.keys[order]
    at = moved(whole.sizes, order)
    new = np.flatnonzero(changes(keys))
    return Rows(
        keys[new],
        np.add.reduceat(whole.sizes[order], new) if len(new) else whole.sizes,
        np.add.reduceat(whole.places_sizes[order], new) if len(new) else whole.places_sizes,
        whole.docs[at],
        whole.weights[at],
        whole.counts[at],
        whole.places[moved(whole.places_sizes, order)],
    )


def moved(sizes: Array, order: Array) -> Array:
    """Where the elements of rows of these sizes lie when the rows are read in another order."""
    return ranges((np.cumsum(sizes) - sizes)[order], sizes[order])


def joined_hints(folder: Path, sources: Sequence[Source], more: Array) -> dict[str, Stored]:
    """Hints of all segments and further ones."""
    spools = Spools(folder)
    spools.add(f"{PAIRS}.gaps", np.empty(0, "u1"))
    sizes = np.zeros(BUCKETS, "i8")
    for low, high in stretches([source.segment.hints for source in sources], STRETCH):
        keys = [more[slice(*more.searchsorted((low << 16, high << 16)))]]
        for source in sources:
            held = source.segment.hints.keys(low, high)
            docs = source.docs[held & DOC]
            keys.append((held & ~DOC | docs.astype("u4"))[docs != GONE])
        of_buckets, gaps = encoded(ascending(np.concatenate(keys)))
        sizes += of_buckets
        spools.add(f"{PAIRS}.gaps", gaps)
    return {**spools.found, f"{PAIRS}.buckets": np.append(0, np.cumsum(sizes)).astype("u4")}
