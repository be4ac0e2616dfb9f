"""In which documents a pair that is not kept may stand, so that it is looked for in few of them.

pairs.buckets   u4   where the bytes of each of BUCKETS begin in `pairs.gaps`, and the end
pairs.gaps      u1   the documents of a bucket, ascending, each as its distance from the one before, the first
                     from -1; 255: go on by so many, there is none

The bucket of a pair is told by its words without accents. One has the documents of many pairs: some thousand
of 65,536.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from archive.search.backends.whoosh_arrays.layout import NONE, PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile

BITS = 14
BUCKETS = 1 << BITS
FAR = 255
DOC = np.uint32(0xFFFF)
SPREAD, MIXED = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)  # odd, with their bits well mixed


def crcs_of(names: Sequence[bytes]) -> Array:
    """A number of 32 bits for each word."""
    return np.fromiter(map(crc32, names), "u4", len(names))


def spelled(crcs: Array, twin: Array) -> Array:
    """For each word the number of its accent-free twin."""
    return crcs[np.where(twin == NONE, 0, twin)] if len(twin) else crcs


def bucket(first: Array, second: Array) -> Array:
    """Of pairs whose words have these numbers, as u4."""
    mixed: Array = (first * SPREAD ^ second) * MIXED
    mixed ^= mixed >> np.uint32(15)
    return mixed * SPREAD >> np.uint32(32 - BITS)


def keys_of(firsts: Array, seconds: Array, docs: Array) -> Array:
    """Of pairs in documents bucket << 16 | document, ascending, each once."""
    return ascending(bucket(firsts, seconds) << np.uint32(16) | docs)


def ascending(keys: Array) -> Array:
    """Sorted, each once; several times as fast as `np.unique`, which is made for any numbers."""
    keys.sort()
    found: Array = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    return found


def encoded(keys: Array) -> tuple[Array, Array]:
    """Of ascending keys how many bytes each bucket takes, and the bytes."""
    of_bucket, docs = (keys >> np.uint32(16)).astype("i8"), (keys & DOC).astype("i8")
    gaps = np.diff(docs, prepend=-1)
    first = np.flatnonzero(np.diff(of_bucket, prepend=-1))
    gaps[first] = docs[first] + 1
    sizes = gaps // FAR + 1
    found = np.full(int(sizes.sum()), FAR, "u1")
    found[np.cumsum(sizes) - 1] = gaps % FAR
    return np.bincount(of_bucket, sizes, minlength=BUCKETS).astype("i8"), found


def pack_hints(keys: Array) -> Mapping[str, Array]:
    sizes, gaps = encoded(keys)
    start = np.concatenate(([0], np.cumsum(sizes))).astype("u4")
    return {f"{PAIRS}.buckets": start, f"{PAIRS}.gaps": gaps}


class Hints:
    """Reads them."""

    def __init__(self, file: ArrayFile) -> None:
        self.start, self.gaps = file[f"{PAIRS}.buckets"], file[f"{PAIRS}.gaps"]

    def docs(self, first: bytes, second: bytes) -> Array:
        """Where a pair, given by its words without accents, may stand."""
        numbers = np.array([[crc32(first)], [crc32(second)]], "u4")
        number = int(bucket(*numbers)[0])
        found: Array = self.keys(number, number + 1) & DOC
        return found

    def keys(self, low: int, high: int) -> Array:
        """Of a range of buckets bucket << 16 | document, ascending."""
        bounds = self.start[low : high + 1].astype("i8")
        gaps = self.gaps[bounds[0] : bounds[-1]]
        sums = np.cumsum(gaps, dtype="i8")
        before = np.concatenate(([0], sums))[bounds[:-1] - bounds[0]]
        sizes = np.diff(bounds)
        docs = sums - np.repeat(before, sizes) - 1
        keys = np.repeat(np.arange(low, high) << 16, sizes) | docs
        found: Array = keys[gaps != FAR].astype("u4")
        return found


def stretches(sizes: Array, most: int) -> Iterator[tuple[int, int]]:
    """Ranges of buckets of these sizes with about so much together."""
    numbers = np.cumsum(sizes) // most
    return pairwise([0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), BUCKETS])
