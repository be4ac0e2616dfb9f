"""A text as chunks between spaces, and which chunk the word at each position begins in.

Positions are those of `words.words_of`; no word holds a space, so the words of a chunk are looked up.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, repeat
from typing import TYPE_CHECKING

from archive.search.words import BARE_COUNTERS, COUNTERS, WORD, normal, ordinal
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTING = COUNTERS | BARE_COUNTERS
SPARE = 32  # chunks that are looked at beyond the positions that are asked for


def chunks_of(text: str) -> list[str]:
    """As they are written; each is cleaned when it is looked at."""
    return text.replace("\r", "").split()


@lru_cache(maxsize=32768)
def words_in(chunk: str) -> tuple[str, ...]:
    return tuple(map(normal, WORD.findall(shadow(clean(chunk)))))


def chunk_of_words(chunks: Sequence[str], most: int | None = None) -> tuple[list[int], bool]:
    """For each position the number of its chunk, and whether every word has a position of its own.

    `most`: no more positions are needed.
    """
    looked = chunks if most is None else chunks[: most + SPARE]
    found = list(map(words_in, looked))
    words = list(chain.from_iterable(found))
    places = list(chain.from_iterable(map(repeat, range(len(found)), map(len, found))))
    read = ordinals(words)
    for first, width in reversed(read):
        del places[first + 1 : first + width]
    if most is not None and len(places) < most and len(looked) < len(chunks):
        return chunk_of_words(chunks)
    return places[:most], not read


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
