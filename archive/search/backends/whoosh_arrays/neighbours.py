"""Of which neighbouring words the pairs are kept, and the others found where their words stand.

Most different pairs have a rare word, and kept they would be half of the index. They are found by the positions
of their words, in the few documents where they may stand (`hints`). So a segment keeps pairs of two common
words, which their positions would answer slowly, and those of a number or a concept, whose positions alone do
not say what stands beside them.

`words.paired` says it of each word: a pair is kept where both are COMMON, or one is ALWAYS. What is common
depends on the segment, and a pair is kept of all documents of a segment or of none. So of segments that are
joined a word is common where it is so in all that have it; in small ones, which chance rules, every word is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.field import NO_TERMS
from archive.search.backends.whoosh_arrays.layout import PARTS
from archive.search.backends.whoosh_arrays.postings import Postings
from archive.search.document import CONCEPT, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment

RARE, COMMON, ALWAYS = range(3)
SMALL = 1_000  # documents of a segment in which every word is common
SHARE = 0.3  # of the documents of a larger one that a common word stands in
POSITION = np.int64(0xFFFFFFFF)
PART_WEIGHTS = np.array([WEIGHTS["title"], *(WEIGHTS[part] for part in PARTS)], "f4")


def paired(always: Array, found: Array, documents: int) -> Array:
    """What `words.paired` says of words that stand in so many documents each."""
    share = SHARE if documents > SMALL else 0
    marks = (found >= share * documents).astype("u1")
    marks[always] = ALWAYS
    return marks


def are_always(names: Iterable[bytes]) -> Array:
    """Which words are numbers or concepts."""
    return np.array([is_always(name.decode()) for name in names], bool)


def is_always(word: str) -> bool:
    return word[0].isdigit() or word[0] == CONCEPT


def kept(firsts: Array, seconds: Array) -> Array:
    """Whether pairs are kept, by what `words.paired` says of both words."""
    found: Array = (np.minimum(firsts, seconds) > RARE) | (np.maximum(firsts, seconds) == ALWAYS)
    return found


# --- pairs that are not kept


def keys_of(segment: Segment, firsts: Array, seconds: Array, docs: Array | None = None) -> Array:
    """Of every occurrence of a pair of these words that is not kept: document << 32 | position, ascending.

    In `docs`, which ascend, or in all documents.
    """
    a, b = (segment.paired[words] for words in (firsts, seconds))
    sides = [(firsts[a == RARE], seconds[b != ALWAYS]), (firsts[a == COMMON], seconds[b == RARE])]
    sides = [side for side in sides if len(side[0]) and len(side[1])]
    if not sides:
        return NO_TERMS
    twins = (segment.words[segment.twin[words[0]]] for words in (firsts, seconds))
    there = segment.hints.docs(*twins)
    docs = there if docs is None else np.intersect1d(there, docs)
    found = np.concatenate([side_by_side(segment, *side, docs) for side in sides])
    found.sort()
    return found


def side_by_side(segment: Segment, firsts: Array, seconds: Array, docs: Array) -> Array:
    """Where one of the first words stands before one of the second ones."""
    field = segment.field("all")
    keys, others = (
        field.keys(field.postings_in(field.find(words), docs)) for words in (firsts, seconds)
    )
    others.sort()
    keys = keys[are_in(others, keys + 1)]
    return keys[~(are_in(segment.others, keys) | are_in(segment.others, keys + 1))]


def are_in(ascending: Array, wanted: Array) -> Array:
    """Which of the wanted numbers are there."""
    if not len(ascending):
        return np.zeros(len(wanted), bool)
    found: Array = (
        ascending[np.minimum(ascending.searchsorted(wanted), len(ascending) - 1)] == wanted
    )
    return found


def postings_at(segment: Segment, keys: Array) -> Postings:
    """The documents of keys, and the weights of the parts of the text in which the keys lie."""
    docs = keys >> 32
    parts = (segment.parts[docs] <= (keys & POSITION)[:, None]).sum(axis=1)
    begins = np.flatnonzero(np.append(True, docs[1:] != docs[:-1])[: len(docs)])
    weights = np.add.reduceat(PART_WEIGHTS[parts], begins) if len(docs) else np.empty(0, "f4")
    return Postings(docs[begins].astype("u2"), weights)
