"""A text as chunks between spaces, and where the chunk begins in which the word at each position begins.

Positions are those of `words.words_of`; no word holds a space, so the words of a chunk are looked up.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, compress, count, islice
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import is_normalized

import numpy as np

from archive.search.words import (
    BARE_COUNTERS,
    COUNTERS,
    WORD,
    is_numeral,
    normal,
    ordinal,
)
from archive.vietnamese.normalise import LIKE, clean, shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Array = np.ndarray[Any, Any]
COUNTING = COUNTERS | BARE_COUNTERS
FIRST_LETTERS = {word[0] for word in COUNTING}
QUOTES = {sign for sign in LIKE if sign.isalpha()}  # a letter that is a sign
MOST_CHUNKS = 65_536  # that are remembered
MANY = 255
IS_LEADING = bytes(number & 1 for number in range(MANY + 1))
MOST_SHORT = 65_536  # bytes of a text whose places take two
MORE_BYTES = (0x80, 0x800, 0x10000)  # code points from which on UTF-8 takes one more
IS_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])  # none follows


def chunks_of(text: str) -> list[str]:
    """As they are written; each is cleaned when it is looked at."""
    return text.replace("\r", "").split()


@lru_cache(maxsize=32768)
def words_in(chunk: str) -> tuple[str, ...]:
    return tuple(map(normal, WORD.findall(shadow(clean(chunk)))))


class Pieces(dict[str, tuple[str, tuple[tuple[int, int], ...]]]):
    """A chunk cleaned, and where its words stand in it."""

    def __missing__(self, chunk: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        text = clean(chunk)
        piece = text, tuple(match.span() for match in WORD.finditer(shadow(text)))
        if len(self) > MOST_CHUNKS:
            self.clear()
        self[chunk] = piece
        return piece


PIECES = Pieces()


def joined(chunks: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Chunks as one clean text, and where its words stand: no word, and nothing that `clean` alters, holds a space."""
    texts: list[str] = []
    words: list[tuple[int, int]] = []
    at = 0
    for text, spans in map(PIECES.__getitem__, chunks):
        if text:
            for first, last in spans:
                words.append((first + at, last + at))
            texts.append(text)
            at += len(text) + 1
    return " ".join(texts), words


class Counts(dict[str, int]):
    """Twice the number of words of a chunk, one more where a word of it may lead to an ordinal; up to MANY."""

    def __missing__(self, chunk: str) -> int:
        if len(self) > MOST_CHUNKS:
            self.clear()
        self[chunk] = number = 2 if is_one_word(chunk) else count_of(words_in(chunk))
        return number


def count_of(words: Sequence[str]) -> int:
    return min(2 * len(words) + (not COUNTING.isdisjoint(words)), MANY)


def is_one_word(chunk: str) -> bool:
    """Whether a chunk, as most, is surely one word that leads to no ordinal, told by its letters alone."""
    return (
        chunk.isalpha()
        and chunk[0].casefold() not in FIRST_LETTERS
        and QUOTES.isdisjoint(chunk)
        and is_normalized("NFC", chunk)
    )


COUNTS = Counts()


class Flow(NamedTuple):
    """A body, its lead and then the rest, and where its words stand."""

    text: Array  # bytes of UTF-8, without carriage returns, which no word or chunk has
    starts: Array  # for each position where in them the chunk begins in which its word begins
    several: Array  # positions of ordinals that are written in several words
    lead: Array  # one number: how many positions the lead has

    def between(self, low: int, high: int) -> list[str]:
        """The chunks of the words from one position to another, which is not that of the first."""
        begin, last = int(self.starts[low]), int(self.starts[high - 1])
        after = int(self.starts.searchsorted(self.starts[high - 1], side="right"))
        end = int(self.starts[after]) if after < len(self.starts) else len(self.text)
        head, tail = self.text[begin:last], self.text[last:end]
        return [*decoded(head).split(), decoded(tail).split(None, 1)[0]]


def decoded(text: Array) -> str:
    return text.tobytes().decode(errors="surrogatepass")


def flow_of(body: str) -> Flow:
    """Positions of the rest go on where those of the lead end."""
    parts = [part.replace("\r", "") for part in body.partition("\n\n")]
    (starts, several), _, (more, several_more) = map(flow_of_text, parts)
    text = np.frombuffer("".join(parts).encode(errors="surrogatepass"), "u1").copy()
    before = sum(len(part.encode(errors="surrogatepass")) for part in parts[:2])
    return Flow(
        text,
        np.concatenate((starts, more + before)).astype("u2" if len(text) < MOST_SHORT else "u4"),
        np.concatenate((several, several_more + len(starts))),
        np.array([len(starts)]),
    )


def flow_of_text(text: str) -> tuple[Array, Array]:
    """`starts` and `several` of a text."""
    chunks = chunks_of(text)
    counts = bytes(map(COUNTS.__getitem__, chunks))
    starts = begins(text)[chunks_repeated(chunks, counts)]
    read = ordinals_after(chunks, compress(count(), counts.translate(IS_LEADING)))
    if not read:
        return starts, np.empty(0, "i8")
    kept = np.ones(len(starts), bool)
    for first, width in read:
        kept[first + 1 : first + width] = False
    places = np.cumsum(kept) - 1
    return starts[kept], places[[first for first, _ in read]]


def begins(text: str) -> Array:
    """Where each chunk of a text begins, in bytes of UTF-8."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "u4")
    is_solid = ~IS_SPACE.take(codes, mode="clip")
    is_first = is_solid.copy()
    is_first[1:] &= ~is_solid[:-1]
    wider = np.zeros(len(codes), "u1")
    for code in MORE_BYTES:
        wider += codes >= code
    first = is_first.nonzero()[0]
    found: Array = first + (np.cumsum(wider, dtype="i8") - wider)[first]
    return found


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
