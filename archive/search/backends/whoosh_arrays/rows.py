"""Words in a row: which documents have words at positions that follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.packed import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment


def of_pairs(segment: Segment, form: str, texts: Sequence[str]) -> Array:
    """Which documents have the words in a row, by the positions of pairs, which are few."""
    pairs = {at: f"{texts[at]} {texts[at + 1]}" for at in covering(len(texts))}
    found = np.zeros(len(segment), bool)
    found[starts((at, segment.short_keys(form, pair)) for at, pair in pairs.items()) >> 16] = True
    return found


def of_words(segment: Segment, field: str, form: str, texts: Sequence[str], docs: Array) -> Array:
    """Of these documents those with the words in a row, marked; for small fields and long documents."""
    words = enumerate(segment.positions(field, form, text, docs) for text in texts)
    found = np.zeros(len(segment), bool)
    found[starts(words) >> 32] = True
    return found


def covering(words: int) -> list[int]:
    """Numbers of the first words of pairs that together hold all words: 0, 2 of four; 0, 2, 3 of five."""
    return sorted({*range(0, words - 1, 2), words - 2})


def starts(rows: Iterable[tuple[int, Array]]) -> Array:
    """Keys at which a row begins: (number of the word, keys of its occurrences) of every word."""
    numbered = sorted(rows, key=lambda row: len(row[1]))
    found, *others = (keys[places_of(keys, number) :] - number for number, keys in numbered)
    for keys in others:
        both = np.concatenate((found, keys))
        both.sort(kind="stable")  # which merges two ascending rows
        found = both[:-1][both[1:] == both[:-1]]
    return found
