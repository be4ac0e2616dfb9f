"""A text as chunks between spaces, and where the chunk begins in which the word at each position begins.

Positions are those of `words.words_of`; no word holds a space, so the words of a chunk are looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, compress, count, islice
from typing import TYPE_CHECKING, Any, NamedTuple

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

Array = np.ndarray[Any, Any]
COUNTING = COUNTERS | BARE_COUNTERS
MOST_CHUNKS = 65_536  # that are remembered
MANY = 255
IS_LEADING = bytes(number & 1 for number in range(MANY + 1))
MOST_SHORT = 65_536  # code points of a text whose places take two bytes
SOLID = re.compile(r"\S+")


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


class Flow(NamedTuple):
    """Where the words of a body stand, as `written` gives it: its lead, then the rest."""

    starts: Array  # for each position where the chunk begins in which its word begins
    several: Array  # positions of ordinals that are written in several words
    lead: Array  # one number: how many positions the lead has


def written(body: str) -> str:
    """The body without carriage returns, which no word or chunk has."""
    return "".join(part.replace("\r", "") for part in body.partition("\n\n"))


def flow_of(body: str) -> Flow:
    """Positions of the rest go on where those of the lead end."""
    lead, gap, rest = (part.replace("\r", "") for part in body.partition("\n\n"))
    (starts, several), (more, several_more) = map(flow_of_text, (lead, rest))
    begin = len(lead) + len(gap)
    small = "u2" if begin + len(rest) < MOST_SHORT else "u4"
    return Flow(
        np.concatenate((starts, more + begin)).astype(small),
        np.concatenate((several, several_more + len(starts))),
        np.array([len(starts)]),
    )


def flow_of_text(text: str) -> tuple[Array, Array]:
    """`starts` and `several` of a text."""
    chunks = chunks_of(text)
    counts = bytes(map(COUNTS.__getitem__, chunks))
    starts = begins(text, chunks)[chunks_repeated(chunks, counts)]
    read = ordinals_after(chunks, compress(count(), counts.translate(IS_LEADING)))
    if not read:
        return starts, np.empty(0, "i8")
    kept = np.ones(len(starts), bool)
    for first, width in read:
        kept[first + 1 : first + width] = False
    places = np.cumsum(kept) - 1
    return starts[kept], places[[first for first, _ in read]]


def begins(text: str, chunks: Sequence[str]) -> Array:
    """Where each chunk begins in its text."""
    lengths = np.fromiter(map(len, chunks), "i8", len(chunks))
    ends = np.cumsum(lengths + 1)
    if len(chunks) and ends[-1] == len(text) + 1:  # no two spaces side by side
        found: Array = ends - lengths - 1
        return found
    return np.array([match.start() for match in SOLID.finditer(text)], "i8")


def chunks_repeated(chunks: Sequence[str], counts: bytes) -> Array:
    """The number of each chunk as often as it has words."""
    widths = np.frombuffer(counts, "u1") >> 1
    if MANY in counts:
        widths = np.array([len(words_in(chunk)) for chunk in chunks])
    return np.repeat(np.arange(len(widths)), widths)


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
