"""A row of byte strings as two arrays: their bytes one after the other, and where each begins.

name.bytes    u1         all strings
name.start    u4 or u8   one number more than there are strings: where each begins, and the end
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np

from archive.search.backends.whoosh_arrays.arrayfile import Spools

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile, Stored

FOUR_BYTES = 1 << 32
HEAD = 8  # bytes
SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")


def pack_strings(name: str, strings: Sequence[bytes]) -> Mapping[str, Array]:
    lengths = np.fromiter(map(len, strings), "i8", len(strings))
    start = np.concatenate(([0], np.cumsum(lengths)))
    small = start[-1] < FOUR_BYTES
    return {
        f"{name}.bytes": np.frombuffer(b"".join(strings), "u1"),
        f"{name}.start": start.astype("u4" if small else "u8"),
    }


class GrowingStrings:
    """What `pack_strings` makes, of strings that come one after the other; their bytes go to a file meanwhile."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name, self.spools = name, Spools(folder)
        self.sizes: list[Array] = []
        self.spools.add(f"{name}.bytes", np.empty(0, "u1"))

    def add(self, strings: Sequence[bytes]) -> None:
        self.add_bytes(np.frombuffer(b"".join(strings), "u1"))
        self.add_sizes(np.fromiter(map(len, strings), "u4", len(strings)))

    def add_bytes(self, data: Array) -> None:
        self.spools.add(f"{self.name}.bytes", data)

    def add_sizes(self, sizes: Array) -> None:
        """Of the strings whose bytes were added."""
        self.sizes.append(sizes.astype("u4"))

    def arrays(self) -> dict[str, Stored]:
        name, end = f"{self.name}.start", 0
        small = len(self.spools.found[f"{self.name}.bytes"]) < FOUR_BYTES
        self.spools.add(name, np.zeros(1, "u4" if small else "u8"))
        for sizes in self.sizes:
            ends = np.cumsum(sizes, dtype="u8") + np.uint64(end)
            self.spools.add(name, ends)
            end = int(ends[-1]) if len(ends) else end
        return {**self.spools.found}


def heads_of(strings: Sequence[bytes]) -> Array:
    """The first bytes of each as a number."""
    return np.array(strings, f"S{HEAD}").view(">u8").astype("u8")


class Strings:
    """Reads one string at a time; `find` and `with_prefix` where they are sorted."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.bytes = file[f"{name}.bytes"].data
        self.start = file[f"{name}.start"]

    def __len__(self) -> int:
        return len(self.start) - 1

    def __getitem__(self, number: int) -> bytes:
        return bytes(self.bytes[int(self.start[number]) : int(self.start[number + 1])])

    def between(self, low: int, high: int) -> list[bytes]:
        """Strings one after the other."""
        starts = (self.start[low : high + 1]).tolist()
        data = bytes(self.bytes[starts[0] : starts[-1]])
        return [data[a - starts[0] : b - starts[0]] for a, b in pairwise(starts)]

    def __iter__(self) -> Iterator[bytes]:
        starts = self.start.tolist()
        return (bytes(self.bytes[a:b]) for a, b in pairwise(starts))

    @cached_property
    def heads(self) -> Array:
        """The first bytes of each, as a number; in the order of the strings where they are sorted."""
        data = np.frombuffer(self.bytes, "u1")
        heads = np.zeros(len(self), "u8")
        for i in range(HEAD):
            at = self.start[:-1].astype("i8") + i
            there = at < self.start[1:]
            heads[there] |= data[at[there]].astype("u8") << np.uint64(8 * (HEAD - 1 - i))
        return heads

    def position(self, wanted: bytes) -> int:
        """Number of the first string that is not smaller."""
        head = heads_of([wanted])[0]
        low, high = (int(self.heads.searchsorted(head, side)) for side in SIDES)
        return low + bisect_left(range(low, high), wanted, key=self.__getitem__)

    def find(self, wanted: bytes) -> int | None:
        number = self.position(wanted)
        return number if number < len(self) and self[number] == wanted else None

    def find_all(self, wanted: Sequence[bytes]) -> list[int]:
        """Numbers of those that are there; many are looked up nearly as fast as one."""
        heads = heads_of(wanted)
        likely = self.heads.searchsorted(heads) < self.heads.searchsorted(heads, "right")
        found = (self.find(wanted[i]) for i in np.flatnonzero(likely).tolist())
        return [number for number in found if number is not None]

    def with_prefix(self, prefix: bytes) -> range:
        """Numbers of the strings that begin so; UTF-8 has no byte 0xFF."""
        return range(self.position(prefix), self.position(prefix + b"\xff"))
