"""Numbers for words, and what the rules of analysis ask of a word, looked up once when it is first seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from archive.search.backends.whoosh_arrays.bodies import Packer
from archive.search.backends.whoosh_arrays.chunks import Chunks
from archive.search.backends.whoosh_arrays.forms import Forms
from archive.search.backends.whoosh_arrays.growing import Growing
from archive.search.backends.whoosh_arrays.layout import NONE
from archive.search.document import CONCEPT
from archive.search.meanings import COMMITTEE, READINGS
from archive.search.spans import SCALES
from archive.search.words import BARE_COUNTERS, COUNTERS, is_numeral

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.arrayfile import Array

COUNTS, NUMERAL, DIGITS, SCALE, DOUBTFUL, MEANING = (1 << bit for bit in range(6))
BETWEEN = "¶"  # the word between two texts; no rule knows it
MOST_WORDS = 500_000  # that are remembered; numbers and misspellings never end


class Lexicon:
    """Numbers for terms in the order they come, each with the number of its accent-free twin."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.names: list[str] = []
        self.twins, self.marks = Growing("u4"), Growing("u1")
        self.end = self.number(BETWEEN, "")
        self.forms = Forms(self.number)
        self.chunks = Chunks(self.number, self.end)
        self.bodies = Packer()  # what many bodies say is learnt along with their words

    @property
    def is_full(self) -> bool:
        return len(self.names) > MOST_WORDS or len(self.chunks) > MOST_WORDS

    def number(self, exact: str, twin: str) -> int:
        known = self.known.get(exact)
        if known is not None:
            return known
        number = self.known[exact] = len(self.names)
        self.names.append(exact)
        self.marks.append(mark(exact))
        self.twins.append(number if twin == exact else NONE)
        if twin and twin != exact:
            self.twins.array[number] = self.number(twin, twin)
        return number


def mark(word: str) -> int:
    """What a word may begin or be part of."""
    return (
        COUNTS * (word in COUNTERS or word in BARE_COUNTERS)
        | NUMERAL * is_numeral(word)
        | DIGITS * word[0].isdigit()
        | SCALE * (word in SCALES)
        | DOUBTFUL * (word in READINGS or word in COMMITTEE)
        | MEANING * (word[0] == CONCEPT)
    )


class Names(Sequence[str]):
    """A row of word numbers as the words, looked up when they are asked for."""

    def __init__(self, lexicon: Lexicon, words: Array) -> None:
        self.names, self.words = lexicon.names, words

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self.names[word] for word in self.words[at].tolist()]
        name: str = self.names[self.words[at]]
        return name
