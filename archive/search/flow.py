"""A text as chunks between spaces, and which chunk the word at each position begins in.

Positions are those of `words.words_of`; no word holds a space, so the words of a chunk are looked up.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING

from archive.search.words import (
    BARE_COUNTERS,
    COUNTERS,
    LONGEST_NUMBER,
    WORD,
    normal,
    ordinal,
)
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COUNTING = COUNTERS | BARE_COUNTERS
MOST_CHUNKS = 65_536  # that are remembered
SPARE = 32  # chunks that are looked at beyond the positions that are asked for


def chunks_of(text: str) -> list[str]:
    """As they are written; each is cleaned when it is looked at."""
    return text.replace("\r", "").split()


@lru_cache(maxsize=32768)
def words_in(chunk: str) -> tuple[str, ...]:
    return tuple(map(normal, WORD.findall(shadow(clean(chunk)))))


class Counts(dict[str, int]):
    """Twice the number of words of a chunk; one more where a word of it may lead to an ordinal."""

    def __missing__(self, chunk: str) -> int:
        words = words_in(chunk)
        if len(self) > MOST_CHUNKS:
            self.clear()
        self[chunk] = count = 2 * len(words) + (not COUNTING.isdisjoint(words))
        return count


COUNTS = Counts()


def chunk_of_words(chunks: Sequence[str], most: int | None = None) -> tuple[list[int], bool]:
    """For each position the number of its chunk, and whether every word has a position of its own.

    `most`: no more positions are needed.
    """
    looked = chunks if most is None else chunks[: most + SPARE]
    counts = list(map(COUNTS.__getitem__, looked))
    widths = (count >> 1 for count in counts)
    places = list(chain.from_iterable(map(repeat, range(len(counts)), widths)))
    read = ordinals_after(looked, [i for i, count in enumerate(counts) if count & 1])
    for first, width in reversed(read):
        del places[first + 1 : first + width]
    if most is not None and len(places) < most and len(looked) < len(chunks):
        return chunk_of_words(chunks)
    return places[:most], not read


def ordinals_after(chunks: Sequence[str], leading: Iterable[int]) -> list[tuple[int, int]]:
    """(first word, words) of ordinals of several words, which only stand behind words that lead to them."""
    if not any(ordinals(list(words_from(chunks, i))) for i in leading):
        return []
    return ordinals(list(chain.from_iterable(map(words_in, chunks))))


def words_from(chunks: Sequence[str], start: int) -> Iterator[str]:
    """The words of a chunk, and those behind it that an ordinal may have."""
    yield from words_in(chunks[start])
    following = chain.from_iterable(map(words_in, islice(chunks, start + 1, None)))
    yield from islice(following, LONGEST_NUMBER)


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
