"""A text as chunks between spaces, and which chunk the word at each position begins in.

Positions are those of `words.words_of`; no word holds a space, so the words of a chunk are looked up.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, compress, count, islice
from typing import TYPE_CHECKING

import numpy as np

from archive.search.words import (
    BARE_COUNTERS,
    COUNTERS,
    WORD,
    is_numeral,
    normal,
    ordinal,
)
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COUNTING = COUNTERS | BARE_COUNTERS
MOST_CHUNKS = 65_536  # that are remembered
MANY = 255
IS_LEADING = bytes(number & 1 for number in range(MANY + 1))
SPARE = 32  # chunks that are looked at beyond the positions that are asked for


def chunks_of(text: str) -> list[str]:
    """As they are written; each is cleaned when it is looked at."""
    return text.replace("\r", "").split()


@lru_cache(maxsize=32768)
def words_in(chunk: str) -> tuple[str, ...]:
    return tuple(map(normal, WORD.findall(shadow(clean(chunk)))))


class Counts(dict[str, int]):
    """Twice the number of words of a chunk, one more where a word of it may lead to an ordinal; up to MANY."""

    def __missing__(self, chunk: str) -> int:
        words = words_in(chunk)
        if len(self) > MOST_CHUNKS:
            self.clear()
        self[chunk] = number = min(2 * len(words) + (not COUNTING.isdisjoint(words)), MANY)
        return number


COUNTS = Counts()


def chunk_of_words(chunks: Sequence[str], most: int | None = None) -> tuple[list[int], bool]:
    """For each position the number of its chunk, and whether every word has a position of its own.

    `most`: no more positions are needed.
    """
    looked = chunks if most is None else chunks[: most + SPARE]
    counts = bytes(map(COUNTS.__getitem__, looked))
    places = chunks_repeated(looked, counts)
    read = ordinals_after(looked, compress(count(), counts.translate(IS_LEADING)))
    for first, width in reversed(read):
        del places[first + 1 : first + width]
    if most is not None and len(places) < most and len(looked) < len(chunks):
        return chunk_of_words(chunks)
    return places[:most], not read


def chunks_repeated(chunks: Sequence[str], counts: bytes) -> list[int]:
    """The number of each chunk as often as it has words."""
    widths = np.frombuffer(counts, "u1") >> 1
    if MANY in counts:
        widths = np.array([len(words_in(chunk)) for chunk in chunks])
    places: list[int] = np.repeat(np.arange(len(widths)), widths).tolist()
    return places


def ordinals_after(chunks: Sequence[str], leading: Iterable[int]) -> list[tuple[int, int]]:
    """(first word, words) of ordinals of several words, which only stand behind words that lead to them."""
    if not any(any(map(is_numeral, words_behind(chunks, i))) for i in leading):
        return []
    return ordinals(list(chain.from_iterable(map(words_in, chunks))))


def words_behind(chunks: Sequence[str], start: int) -> Iterator[str]:
    """The words of a chunk but its first, and the one that follows the chunk."""
    yield from words_in(chunks[start])[1:]
    for chunk in islice(chunks, start + 1, None):
        if words := words_in(chunk):
            yield words[0]
            return


def ordinals(words: Sequence[str]) -> list[tuple[int, int]]:
    """(first word, words) of those of several words, which take one position."""
    if COUNTING.isdisjoint(words):
        return []
    found: list[tuple[int, int]] = []
    free = 0
    for i, word in enumerate(words[:-1], 1):
        if word in COUNTING and i >= free:
            number, width = ordinal(words, i)
            if number is not None:
                free = i + width
                if width > 1:
                    found.append((i, width))
    return found
