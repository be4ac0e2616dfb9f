"""A row of byte strings as two arrays: their bytes one after the other, and where each begins.

name.bytes    u1         all strings
name.start    u4 or u8   one number more than there are strings: where each begins, and the end
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile

FOUR_BYTES = 1 << 32


def pack_strings(name: str, strings: Sequence[bytes]) -> Mapping[str, Array]:
    lengths = np.fromiter(map(len, strings), "i8", len(strings))
    start = np.concatenate(([0], np.cumsum(lengths)))
    small = start[-1] < FOUR_BYTES
    return {
        f"{name}.bytes": np.frombuffer(b"".join(strings), "u1"),
        f"{name}.start": start.astype("u4" if small else "u8"),
    }


class Strings:
    """Reads one string at a time; `find` and `with_prefix` where they are sorted."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.bytes = file[f"{name}.bytes"].data
        self.start = file[f"{name}.start"]

    def __len__(self) -> int:
        return len(self.start) - 1

    def __getitem__(self, number: int) -> bytes:
        return bytes(self.bytes[int(self.start[number]) : int(self.start[number + 1])])

    def __iter__(self) -> Iterator[bytes]:
        starts = self.start.tolist()
        return (bytes(self.bytes[a:b]) for a, b in pairwise(starts))

    def position(self, wanted: bytes) -> int:
        """Number of the first string that is not smaller."""
        return bisect_left(range(len(self)), wanted, key=self.__getitem__)

    def find(self, wanted: bytes) -> int | None:
        number = self.position(wanted)
        return number if number < len(self) and self[number] == wanted else None

    def with_prefix(self, prefix: bytes) -> range:
        """Numbers of the strings that begin so; UTF-8 has no byte 0xFF."""
        return range(self.position(prefix), self.position(prefix + b"\xff"))
