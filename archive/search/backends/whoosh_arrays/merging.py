"""Several segments into one, without analysing a text again.

Their words are joined into one table, their postings brought into its order and sorted anew, a stretch of
the table at a time so that memory stays bounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays import contents, writing
from archive.search.backends.whoosh_arrays.inverter import (
    place_arrays,
    posting_arrays,
    stable_order,
    subject_arrays,
    word_arrays,
)
from archive.search.backends.whoosh_arrays.labels import pack_labels
from archive.search.backends.whoosh_arrays.layout import LISTS, MOST_DOCUMENTS, NONE, PAIRS, TEXTS
from archive.search.backends.whoosh_arrays.segment import Segment, ranges
from archive.search.backends.whoosh_arrays.strings import pack_strings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.cache import Cache
    from archive.search.backends.whoosh_arrays.contents import Contents, Entry
    from archive.search.backends.whoosh_arrays.inverter import Arrays

FANOUT = 8  # segments of about one size that are merged into one
STRETCH = 2_000_000  # postings that are sorted at once
GONE = -1


@dataclass(frozen=True, slots=True)
class Source:
    """A segment, where its documents go (GONE: nowhere), where its words go."""

    segment: Segment
    docs: Array
    words: Array


def mergeable(held: Contents) -> tuple[Entry, ...]:
    """Segments that should become one, the smallest first; none while all is well.

    A segment is at most ever merged with some of its own size, so a document is rewritten about
    log(archive) / log(FANOUT) times.
    """
    by_size: dict[int, list[Entry]] = {}
    for entry in held.entries:
        if entry.living * 2 < entry.documents:
            return (entry,)
        size = next(n for n in range(64) if FANOUT**n > entry.living)
        by_size.setdefault(size, []).append(entry)
    for _, entries in sorted(by_size.items()):
        chosen = fitting(entries)
        if len(chosen) >= FANOUT or (len(chosen) >= 2 and 2 * living(chosen) > MOST_DOCUMENTS):
            return chosen
    return ()


def fitting(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """As many as one segment has room for, in the order they lie in."""
    chosen: list[Entry] = []
    for entry in entries:
        if living([*chosen, entry]) <= MOST_DOCUMENTS:
            chosen.append(entry)
    return tuple(chosen)


def living(entries: Sequence[Entry]) -> int:
    return sum(entry.living for entry in entries)


def merge_all(folder: Path, cache: Cache, most: int = MOST_DOCUMENTS) -> None:
    """Merge until all is well, nothing of over `most` documents.

    One merges at a time; where another thread or process is at it, it is left to that one.
    """
    try:
        with writing.locked(folder, "merging", patience=0):
            while (chosen := mergeable(contents.read(folder))) and living(chosen) <= most:
                merge(folder, chosen, cache)
    except writing.IndexBusyError:
        return


def merge(folder: Path, chosen: Sequence[Entry], cache: Cache) -> None:
    """Replace segments by one. Searches and other writers go on; only the commit is under the lock."""
    try:
        segments = [Segment(folder / f"{entry.name}.segment", cache) for entry in chosen]
    except FileNotFoundError:  # a rebuild replaced them
        return
    arrays, places = merged(segments, [entry.gone() for entry in chosen])
    built = writing.build(folder, arrays)
    gone = np.zeros(built.documents, bool)

    def change(now: Contents) -> list[Entry]:
        there = {entry.name: entry for entry in now.entries}
        if any(entry.name not in there for entry in chosen):
            raise SupersededError
        for entry, docs in zip(chosen, places, strict=True):
            late = there[entry.name].gone() & (docs != GONE)
            gone[docs[late]] = True
        names = {entry.name for entry in chosen}
        return [*(e for e in now.entries if e.name not in names), built.without(gone)]

    try:
        writing.commit(folder, (built,), change)
    except SupersededError:
        writing.discard(folder, (built,))


class SupersededError(Exception):
    """What was merged is no longer in the index."""


def merged(segments: Sequence[Segment], gone: Sequence[Array]) -> tuple[Arrays, list[Array]]:
    """The arrays of one segment, and where the documents of each went."""
    places: list[Array] = []
    base = 0
    for dead in gone:
        numbers = np.where(dead, GONE, base + np.cumsum(~dead) - 1)
        base += int((~dead).sum())
        places.append(numbers)
    names = sorted(set().union(*(segment.words for segment in segments)))
    numbers_of = {name: number for number, name in enumerate(names)}
    sources = [
        Source(segment, docs, np.array([numbers_of[word] for word in segment.words], "u4"))
        for segment, docs in zip(segments, places, strict=True)
    ]
    arrays: Arrays = {**word_arrays(names, twins(sources, len(names)))}
    for name in (*TEXTS, PAIRS):
        arrays |= merged_field(name, sources, len(names))
    return arrays | merged_documents(sources), places


def twins(sources: Sequence[Source], words: int) -> Array:
    found = np.full(words, NONE, "u4")
    for source in sources:
        twin = source.segment.twin
        having = np.flatnonzero(twin != NONE)
        found[source.words[having]] = source.words[twin[having]]
    return found


# --- postings


def merged_field(name: str, sources: Sequence[Source], words: int) -> Arrays:
    stretches = [stretch(name, sources, keys) for keys in stretches_of(name, sources, words)]
    keys, docs, weights, counts, places = (
        np.concatenate(parts) for parts in zip(*stretches, strict=True)
    )
    arrays = posting_arrays(name, keys, docs, weights, words)
    arrays |= place_arrays(name, keys, counts, places)
    for form in ("exact", "folded"):
        arrays[f"{name}.{form}_length"] = np.concatenate(
            [s.segment.lengths(name, form)[s.docs != GONE] for s in sources]
        )
    return arrays


def word_of_terms(name: str, source: Source) -> Array:
    """The joined number of each term's word, of a pair's first."""
    field = source.segment.field(name)
    if field.ranges is None:
        return source.words[field.terms]
    return np.repeat(source.words, np.diff(field.ranges.astype("i8")))


def stretches_of(name: str, sources: Sequence[Source], words: int) -> Iterator[tuple[int, int]]:
    """Ranges of words with about STRETCH postings each."""
    postings = np.zeros(words + 1)
    for source in sources:
        sizes = np.diff(source.segment.field(name).start.astype("i8"))
        postings += np.bincount(word_of_terms(name, source), sizes, minlength=words + 1)
    part = (np.cumsum(postings) // STRETCH).astype("i8")
    cuts = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), words + 1]
    return pairwise(cuts)


def stretch(
    name: str, sources: Sequence[Source], words: tuple[int, int]
) -> tuple[Array, Array, Array, Array, Array]:
    """Keys, documents, weights, counts and positions of the postings of a range of words."""
    parts = [postings_of(name, source, words) for source in sources]
    keys, docs, weights, counts, places = (np.concatenate(p) for p in zip(*parts, strict=True))
    order = stable_order(keys)
    starts = np.cumsum(counts) - counts
    places = places[ranges(starts[order], counts[order])]
    return keys[order], docs[order].astype("u2"), weights[order], counts[order], places


def postings_of(
    name: str, source: Source, words: tuple[int, int]
) -> tuple[Array, Array, Array, Array, Array]:
    """The same of one segment, in its order, only of documents that live."""
    field = source.segment.field(name)
    of_terms = word_of_terms(name, source)
    low, high = of_terms.searchsorted(words)
    first, last = int(field.start[low]), int(field.start[high])
    docs = source.docs[field.docs[first:last]]
    alive = docs != GONE
    keys = of_terms[low:high].astype("u8")
    if field.ranges is not None:
        keys = keys << np.uint64(32) | source.words[field.terms[low:high]]
    keys = np.repeat(keys, np.diff(field.start[low : high + 1].astype("i8")))
    weights = field.weights.weights(first, last)
    counts = field.counts.slice(first, last).astype("u4")
    begin = int(field.places_start[low])
    places = field.places.slice(begin, int(field.places_start[high])).astype("u4")
    places = places[np.repeat(alive, counts)]
    return keys[alive], docs[alive], weights[alive], counts[alive], places


# --- documents


def merged_documents(sources: Sequence[Source]) -> Arrays:
    kept = [(source.segment, np.flatnonzero(source.docs != GONE)) for source in sources]
    arrays: Arrays = {
        "id": np.concatenate([segment.ids[docs] for segment, docs in kept]),
        "day": np.concatenate([segment.days[docs] for segment, docs in kept]),
        "parts": np.concatenate([segment.parts[docs].ravel() for segment, docs in kept]),
    }
    for name in ("digest", "hit", "body"):
        columns = [(segment.strings(name), docs) for segment, docs in kept]
        arrays |= pack_strings(name, [c[doc] for c, docs in columns for doc in docs.tolist()])
    for name in LISTS:
        lists = [(segment.labels(name), docs) for segment, docs in kept]
        arrays |= pack_labels(
            f"in_{name}", [rows.of(doc) for rows, docs in lists for doc in docs.tolist()]
        )
    return arrays | merged_subjects(sources)


def merged_subjects(sources: Sequence[Source]) -> Arrays:
    subjects: dict[str, list[int]] = {}
    for source in sources:
        for number, term in enumerate(source.segment.subjects):
            docs = source.docs[source.segment.docs_of_subject(number)]
            if (docs != GONE).any():
                subjects.setdefault(term.decode(), []).extend(docs[docs != GONE].tolist())
    return subject_arrays(subjects)
