"""Which chunks a row of texts has, most of them looked up without making a string of each.

Texts are joined and read as letters of two bytes. A chunk of at most eight, which nearly all are, is two numbers of
64 bits, and what is known of it lies in a table at a place that these tell.
"""

from __future__ import annotations

from codecs import utf_16_le_decode
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.search.backends.whoosh_arrays.arrayfile import Array

END = "\ufeff"  # a chunk of its own behind each text; no clean text has it
EMPTY = "\0"  # which fills up short chunks; likewise
SPACE, BREAK = ord(" "), ord("\n")
HALF, MOST = 4, 8  # letters of one number, and of two
WIDTH = 16  # bits of a letter
LETTERS = np.array([(1 << WIDTH * n) - 1 for n in range(HALF + 1)], "u8")
FIRST_LETTERS = LETTERS[[min(n, HALF) for n in range(MOST + 1)]]
OTHER_LETTERS = LETTERS[[max(n - HALF, 0) for n in range(MOST + 1)]]
BITS = 17  # of a place in the table
SPREAD, MIXED = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


class Row(NamedTuple):
    """Texts in a row, END behind each: their letters in UTF-16, and where each chunk begins and ends."""

    data: bytes
    starts: Array
    stops: Array

    def text(self, first: int, last: int) -> str:
        """From one chunk to another, as it is written."""
        low, high = int(self.starts[first]), int(self.stops[last])
        return utf_16_le_decode(self.data[2 * low : 2 * high], "surrogatepass")[0]

    def keys(self) -> tuple[Array, Array, Array]:
        """Both numbers of each chunk, and which are short enough to be told by them."""
        widths = self.stops - self.starts
        short = widths <= MOST
        np.minimum(widths, MOST, out=widths)
        # Four letters from each place on; four more than there are stand behind the last.
        fours = np.ndarray((len(self.data) // 2 - HALF,), "<u8", self.data, 0, (2,))
        first = fours[self.starts] & FIRST_LETTERS[widths]
        other = fours[self.starts + HALF] & OTHER_LETTERS[widths]
        return first, other, short


def row_of(texts: Iterable[str]) -> Row:
    """`texts` hold neither END nor EMPTY."""
    whole = "".join(f" {text} {END}" for text in texts)
    data = f"{whole} {EMPTY * (MOST + HALF)}".encode("utf-16-le", "surrogatepass")
    letters = np.frombuffer(data, "<u2")[: -MOST - HALF]
    between = (letters == SPACE) | (letters == BREAK)
    edges = np.flatnonzero(between[1:] != between[:-1]) + 1
    return Row(data, edges[::2], edges[1::2])


class Short:
    """Numbers of short chunks: each at one of two places, where a newer one may take its room. 0: none."""

    def __init__(self) -> None:
        self.first, self.other = np.zeros(1 << BITS, "u8"), np.zeros(1 << BITS, "u8")
        self.numbers = np.zeros(1 << BITS, "u4")

    def find(self, first: Array, other: Array) -> Array:
        places = place_of(first, other)
        found = self.at(places, first, other)
        missing = np.flatnonzero(found == 0)
        found[missing] = self.at(places[missing] ^ 1, first[missing], other[missing])
        return found

    def at(self, places: Array, first: Array, other: Array) -> Array:
        found = self.numbers[places]
        found[(self.first[places] != first) | (self.other[places] != other)] = 0
        return found

    def keep(self, first: Array, other: Array, numbers: Array) -> None:
        places = place_of(first, other)
        places ^= self.numbers[places] != 0
        self.first[places], self.other[places], self.numbers[places] = first, other, numbers


def place_of(first: Array, other: Array) -> Array:
    mixed = first * SPREAD
    mixed ^= other * MIXED
    mixed ^= mixed >> np.uint64(29)
    mixed *= SPREAD
    mixed >>= np.uint64(64 - BITS)
    return mixed.view("i8")
