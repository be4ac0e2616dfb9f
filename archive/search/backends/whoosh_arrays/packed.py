"""Numbers that are nearly always small in one or two bytes each; the few others stand beside them.

name          u1 or u2   the number, or the largest of the type where it is an exception
name.at       u4         indexes of the exceptions, ascending
name.value    u4         their numbers, in the same order
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike

    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile


def pack(name: str, values: Array, dtype: type[np.integer[Any]]) -> Mapping[str, Array]:
    """Whole numbers."""
    limit = np.iinfo(dtype).max
    at = np.flatnonzero(values >= limit)
    small = np.minimum(values, limit).astype(dtype)
    return {name: small, f"{name}.at": at.astype("u4"), f"{name}.value": values[at].astype("u4")}


@dataclass(frozen=True, slots=True)
class Packed:
    """Reads any stretch, or any selection, of packed numbers."""

    small: Array
    at: Array
    value: Array

    @classmethod
    def of(cls, file: ArrayFile, name: str) -> Packed:
        return cls(file[name], file[f"{name}.at"], file[f"{name}.value"])

    def slice(self, start: int, stop: int) -> Array:
        """Numbers from `start` up to `stop`, as i8."""
        numbers = self.small[start:stop].astype("i8")
        low, high = places_of(self.at, (start, stop))
        numbers[self.at[low:high] - start] = self.value[low:high]
        return numbers

    def take(self, indexes: Array) -> Array:
        """Numbers at these indexes, as i8."""
        numbers = self.small[indexes].astype("i8")
        if len(self.at):
            limit = np.iinfo(self.small.dtype).max
            large = np.flatnonzero(numbers == limit)
            numbers[large] = self.value[places_of(self.at, indexes[large])]
        return numbers


def places_of(ascending: Array, wanted: ArrayLike) -> Array:
    """Where the wanted numbers are or would be; of the same type, since NumPy casts the whole array otherwise."""
    return ascending.searchsorted(np.asarray(wanted, ascending.dtype))
