"""How often a word stands in a document and how much that weighs, in one byte for each posting.

name          u1    the upper five bits: occurrences - 1; the lower three: by how much the weight exceeds the
                    occurrences; 255: an exception
name.at       u4    indexes of the exceptions, ascending
name.count    u4    their occurrences, in the same order
name.weight   f4    their weights

A word in the body weighs one, so that most weights exceed the occurrences by nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from archive.search.backends.whoosh_arrays.packed import places_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile

MOST, MORE = 32, 8  # occurrences, and values of what the weight is more, that a byte tells
BITS = 3
EXCEPTION = 255
MOST_WEIGHT = 255  # of whole weights in a byte


def pack_codes(name: str, counts: Array, weights: Array) -> Mapping[str, Array]:
    counts = counts.astype("i4", copy=False)
    more = weights - counts
    whole = more.astype("i4")
    fits = (counts <= MOST) & (whole >= 0) & (whole < MORE) & (whole == more)
    codes = (counts - 1 << BITS | whole).astype("u1")
    codes[~fits] = EXCEPTION
    at = np.flatnonzero(codes == EXCEPTION)
    return {
        name: codes,
        f"{name}.at": at.astype("u4"),
        f"{name}.count": counts[at].astype("u4"),
        f"{name}.weight": weights[at].astype("f4"),
    }


@dataclass(frozen=True, slots=True)
class Codes:
    """Reads any stretch, or any selection, of postings."""

    small: Array
    at: Array
    count: Array
    weight: Array

    @classmethod
    def of(cls, file: ArrayFile, name: str) -> Codes:
        return cls(file[name], file[f"{name}.at"], file[f"{name}.count"], file[f"{name}.weight"])

    def counts(self, start: int, stop: int) -> Array:
        """Occurrences from `start` up to `stop`, as i8."""
        counts = (self.small[start:stop] >> BITS).astype("i8")
        counts += 1
        low, high = places_of(self.at, (start, stop))
        if low < high:
            counts[self.at[low:high] - start] = self.count[low:high]
        return counts

    def weights(self, start: int, stop: int) -> Array:
        """Weights from `start` up to `stop`: u1 where they are whole and small, else f4."""
        weights = weights_of(self.small[start:stop])
        low, high = places_of(self.at, (start, stop))
        if low < high:
            more = self.weight[low:high]
            if more.max() > MOST_WEIGHT or (more != np.floor(more)).any():
                weights = weights.astype("f4")
            weights[self.at[low:high] - start] = more
        return weights

    def counts_at(self, indexes: Array) -> Array:
        """Occurrences of the postings at these indexes, as i8."""
        small = self.small[indexes]
        counts = (small >> BITS).astype("i8")
        counts += 1
        if len(self.at):
            large = np.flatnonzero(small == EXCEPTION)
            counts[large] = self.count[places_of(self.at, indexes[large])]
        return counts

    def sums(self, starts: Array, stops: Array, most: int) -> Array:
        """Occurrences between each start and its stop, which is less than `most` (up to 255) away."""
        width = min(most, len(self.small))
        begins = np.minimum(starts, len(self.small) - width)
        counts = sliding_window_view(self.small, width)[begins] >> np.uint8(BITS)
        counts += np.uint8(1)
        within = np.arange(width, dtype="u1")
        low, high = ((bounds - begins).astype("u1")[:, None] for bounds in (starts, stops))
        counts *= (low <= within) & (within < high)
        sums: Array = counts.sum(axis=1, dtype="i8")
        low, high = places_of(self.at, starts), places_of(self.at, stops)
        for i in np.flatnonzero(low < high).tolist():
            sums[i] += int((self.count[low[i] : high[i]].astype("i8") - MOST).sum())
        return sums


def weights_of(codes: Array) -> Array:
    weights: Array = codes >> np.uint8(BITS)
    weights += codes & np.uint8(MORE - 1)
    weights += np.uint8(1)
    return weights
