"""What stands between two spaces of a text, looked up whole: its words, and whether it may be part of a date.

A chunk is analysed when it is first seen. Its number is the place of its first word in `words`, so that the
numbers of the chunks of a text, taken from a table, are nearly the words of the text already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.field import ranges
from archive.search.backends.whoosh_arrays.growing import Growing
from archive.search.spans import KINDS
from archive.search.words import WORD, folded, normal
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive.search.backends.whoosh_arrays.arrayfile import Array

BREAK = "\n"
END = (
    " "  # a chunk of its own behind each text, number 0; no text has it, since chunks hold no space
)

# What a chunk may be to a date or a number of a document. `spans.HINT` is the like for a whole text;
# nothing that holds one is without, and what has these alone is read in vain but no harm.
DIGIT, WITHIN, OPEN, AFTER, BEFORE, QUARTER, ROMAN, YEAR, BLANK = (1 << bit for bit in range(9))
PART = DIGIT | AFTER | BEFORE | QUARTER | YEAR  # one may be of any; ROMAN behind QUARTER is, too
MONTH = "[Tt][Hh][ÁáAa][Nn][Gg]"
SIGNS = (
    (DIGIT, re.compile(r"\d")),
    # 9/7, 9.7.2020, 05-CT/TW; 1.234 is a number, and 9.7 a day only behind a word that says so
    (WITHIN, re.compile(rf"\d(?:[/-]\d|\.\d\d?\.\d|[-/](?i:{KINDS})[-/])")),
    (OPEN, re.compile(r"\d[/.-]$")),  # 9/ 7
    (AFTER, re.compile(rf"[/.-]|{MONTH}|(?i:{KINDS})[-/]")),  # 9 /7, 9 tháng, 05 CT/TW
    (BEFORE, re.compile(rf"(?:[Nn][Gg][ÀàAa][Yy]|{MONTH}|[Qq][Uu][ÝÍYIýíyi])$")),  # ngày 9, quý 2
    (QUARTER, re.compile(r"[Qq][Uu][ÝÍYIýíyi]$")),  # quý II
    (ROMAN, re.compile(r"[IVXivx]")),
    (YEAR, re.compile(r"[Nn][ĂAăa][Mm]$")),  # 9 tháng 7 năm 2020
)
AT_START = AFTER | ROMAN | YEAR


class UncleanError(Exception):
    """A chunk is not as `clean` leaves it."""


class Chunks(dict[str, int]):
    """Chunk → its number. `number_of` numbers a word, given with its accent-free twin."""

    def __init__(self, number_of: Callable[[str, str], int], end: int) -> None:
        super().__init__()
        self.number_of = number_of
        self.words, self.counts, self.signs = Growing("u4"), Growing("u4"), Growing("u2")
        self[END] = self.added([end], 0)

    def __missing__(self, chunk: str) -> int:
        if clean(chunk) != chunk:
            raise UncleanError
        number = self[chunk] = self.analysed(chunk)
        return number

    def analysed(self, chunk: str) -> int:
        plain = shadow(chunk)
        words = map(normal, WORD.findall(plain))
        return self.added([self.number_of(word, folded(word)) for word in words], signs(plain))

    def added(self, words: list[int], signs: int) -> int:
        number = len(self.words)
        for word in words or [0]:
            self.words.append(word)
            self.counts.append(len(words))
            self.signs.append(signs)
        return number

    def of(self, texts: Iterable[str]) -> tuple[list[list[str]], Array]:
        """The chunks of each text, END behind them, and the numbers of all in a row."""
        found: list[list[str]] = []
        numbers: list[int] = []
        for text in texts:
            chunks = split(text)
            of_text = self.looked_up(chunks)
            if of_text is None:
                chunks = split(clean(text))
                of_text = self.looked_up(chunks) or [self.number(chunk) for chunk in chunks]
            found.append(chunks)
            numbers += of_text
        return found, np.array(numbers, "u4")

    def looked_up(self, chunks: list[str]) -> list[int] | None:
        """The number of each chunk; None where one is not clean."""
        try:
            return list(map(self.__getitem__, chunks))
        except UncleanError:
            return None

    def number(self, chunk: str) -> int:
        """Of a chunk of a text that was cleaned; the few that are still unclean are not remembered."""
        try:
            return self[chunk]
        except UncleanError:
            return self.analysed(chunk)

    def words_of(self, numbers: Array) -> tuple[Array, Array]:
        """The words of these chunks in a row, and how many each has."""
        counts = self.counts.array[numbers]
        at = np.repeat(numbers, counts)
        several = np.flatnonzero(counts > 1)
        if len(several):
            begins = (np.cumsum(counts) - counts)[several]
            widths = counts[several]
            at[ranges(begins, widths)] = ranges(numbers[several], widths)
        return self.words.array[at], counts


def split(text: str) -> list[str]:
    """Chunks of a text, line breaks among them, and END. `joined` is the way back."""
    if "  " in text:
        text = clean(text)
    chunks = text.replace(BREAK, " \n ").split(" ")
    chunks.append(END)
    return chunks


def joined(chunks: Iterable[str]) -> str:
    return " ".join(chunks).replace(" \n ", BREAK)


def signs(chunk: str) -> int:
    if not chunk or chunk == BREAK:
        return BLANK
    return sum(
        sign
        for sign, pattern in SIGNS
        if (pattern.match(chunk) if sign & AT_START else pattern.search(chunk))
    )
