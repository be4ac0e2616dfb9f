"""Numbers for words, and what the rules of analysis ask of a word, looked up once when it is first seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, overload

import numpy as np

from archive.search.backends.whoosh_arrays.bodies import Packer
from archive.search.backends.whoosh_arrays.chunks import Chunks
from archive.search.backends.whoosh_arrays.forms import Forms
from archive.search.backends.whoosh_arrays.growing import Growing
from archive.search.backends.whoosh_arrays.layout import NONE
from archive.search.document import CONCEPT
from archive.search.meanings import COMMITTEE, READINGS, by_neighbour, by_province, with_parts
from archive.search.spans import BY_WORD, SCALES, amounts, counted_at
from archive.search.words import BARE_COUNTERS, COUNTERS, is_numeral

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.search.backends.whoosh_arrays.arrayfile import Array

COUNTS, NUMERAL, DIGITS, SCALE, DOUBTFUL, MEANING, DECIDES = (1 << bit for bit in range(7))
# The word between two texts, and one that stands for many; no rule knows them.
BETWEEN, OTHER = "¶", "·"
NUMBER_BITS = 32
# Words that decide beside an abbreviation what it means.
DECIDING = {
    *chain.from_iterable((*r.before, *r.after) for r in chain(*READINGS.values())),
    *chain.from_iterable(before for _, _, before in COMMITTEE.values()),
}
MOST_WORDS = 500_000  # that are remembered; numbers and misspellings never end
FEW_WORDS = 50_000  # some 40 MB, which a process that does other work too may keep


class Lexicon:
    """Numbers for terms in the order they come, each with the number of its accent-free twin."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.names: list[str] = []
        self.ordered: list[tuple[bytes, int]] = []
        self.twins, self.marks = Growing("u4"), Growing("u1")
        self.end = self.number(BETWEEN, "")
        self.other, self.digit = self.number(OTHER, ""), self.number("0", "0")
        self.forms = Forms(self.number)
        self.amounts = Amounts(self.names, self.number)
        self.doubts = Doubts(self.names, self.number)
        self.counted = Counted(self.names, self.number)
        self.chunks = Chunks(self.number, self.end)
        self.bodies = Packer()  # what many bodies say is learnt along with their words

    @property
    def is_full(self) -> bool:
        return len(self.names) > MOST_WORDS or len(self.chunks) > MOST_WORDS

    def learnt(self) -> Lexicon:
        """Itself for the next few documents, whose bodies have no dictionary, or a new one where it is large."""
        if max(len(self.names), len(self.chunks)) > FEW_WORDS:
            return Lexicon()
        self.bodies = Packer()
        return self

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

    def in_order(self) -> list[tuple[bytes, int]]:
        """Every word and its number, ascending. Those that came since they were last asked for are sorted in."""
        fresh = range(len(self.ordered), len(self.names))
        self.ordered += sorted((self.names[number].encode(), number) for number in fresh)
        self.ordered.sort()  # two rows that ascend, which takes next to no time
        return self.ordered

    def neighbours(self, words: Array) -> Array:
        """Words as `Doubts` asks for them: those that decide nothing are one, and numbers are."""
        marks = self.marks.array[words]
        alike = np.where(marks & DIGITS != 0, np.uint32(self.digit), np.uint32(self.other))
        found: Array = np.where((marks & DECIDES != 0) | (words == self.end), words, alike)
        return found


class Amounts(dict[int, int]):
    """Number << NUMBER_BITS | scale → the word that names the amount, NONE where they are none."""

    def __init__(self, names: list[str], number_of: Callable[[str, str], int]) -> None:
        super().__init__()
        self.names, self.number_of = names, number_of

    def __missing__(self, key: int) -> int:
        words = self.names[key >> NUMBER_BITS], self.names[key & (1 << NUMBER_BITS) - 1]
        name = next((span.name for span in amounts(words, [0])), None)
        number = self[key] = NONE if name is None else self.number_of(name, name)
        return number


class Counted(dict[tuple[int, int, int], int]):
    """A word that counts and the two behind it → the name of the numbered thing, NONE where there is none."""

    def __init__(self, names: list[str], number_of: Callable[[str, str], int]) -> None:
        super().__init__()
        self.names, self.number_of = names, number_of

    def __missing__(self, key: tuple[int, int, int]) -> int:
        words = [self.names[number] for number in key]
        spans = counted_at(words, 0, BY_WORD) if words[0] in BY_WORD else ()
        name = next((span.name for span in spans), None)
        number = self[key] = NONE if name is None else self.number_of(name, "")
        return number


class Doubts(dict[tuple[int, int, int, str], tuple[int, ...]]):
    """(abbreviation, the word before, the word after, kind of province) → concepts."""

    def __init__(self, names: list[str], number_of: Callable[[str, str], int]) -> None:
        super().__init__()
        self.names, self.number_of = names, number_of

    def __missing__(self, key: tuple[int, int, int, str]) -> tuple[int, ...]:
        *numbers, kind = key
        word, before, after = (
            "" if self.names[number] == BETWEEN else self.names[number] for number in numbers
        )
        concept = by_neighbour(word, before, after)
        spans = [
            *(with_parts(concept, 0, 1, is_full=False) if concept else ()),
            *by_province(word, before, 0, kind),
        ]
        found = self[key] = tuple(self.number_of(span.name, "") for span in spans)
        return found


def mark(word: str) -> int:
    """What a word may begin or be part of."""
    return (
        COUNTS * (word in COUNTERS or word in BARE_COUNTERS)
        | NUMERAL * is_numeral(word)
        | DIGITS * word[0].isdigit()
        | SCALE * (word in SCALES)
        | DOUBTFUL * (word in READINGS or word in COMMITTEE)
        | MEANING * (word[0] == CONCEPT)
        | DECIDES * (word in DECIDING)
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
