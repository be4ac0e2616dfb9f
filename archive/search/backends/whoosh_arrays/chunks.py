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
from archive.search.backends.whoosh_arrays.short import EMPTY, END, Short, row_of
from archive.search.spans import KINDS
from archive.search.words import WORD, folded, normal
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.short import Row

# What a chunk may be to a date or a number of a document. `spans.HINT` is the like for a whole text;
# nothing that holds one is without, and what has these alone is read in vain but no harm.
DIGIT, WITHIN, OPEN, AFTER, BEFORE, QUARTER, ROMAN, YEAR = (1 << bit for bit in range(8))
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
        self.words, self.counts, self.signs = Growing("u4"), Growing("u4"), Growing("u1")
        self.short = Short()
        self.added([], 0)  # 0 is no number
        self.end = self[END] = self.added([end], 0)

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

    def of(self, texts: Sequence[str]) -> tuple[Row, Array]:
        """The chunks of texts, END behind each, and their numbers."""
        if not any(END in text or EMPTY in text for text in texts):
            row = row_of(texts)
            try:
                return row, self.numbers(row, self.__getitem__)
            except UncleanError:
                pass
        row = row_of(map(clean, texts))
        return row, self.numbers(row, self.number)

    def numbers(self, row: Row, number_of: Callable[[str], int]) -> Array:
        first, other, is_short = row.keys()
        found = self.short.find(first, other)
        found[~is_short] = 0
        missing = np.flatnonzero(found == 0)
        chunks = [row.text(at, at) for at in missing.tolist()]
        found[missing] = [number_of(chunk) for chunk in chunks]
        known = np.fromiter((chunk in self for chunk in chunks), bool, len(chunks))
        kept = missing[is_short[missing] & known]
        self.short.keep(first[kept], other[kept], found[kept])
        return found

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


def signs(chunk: str) -> int:
    return sum(
        sign
        for sign, pattern in SIGNS
        if (pattern.match(chunk) if sign & AT_START else pattern.search(chunk))
    )
