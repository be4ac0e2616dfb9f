"""An array that grows at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.arrayfile import Array


class Growing:
    """Numbers of one type. `array` holds them, and room for more behind them."""

    def __init__(self, dtype: str) -> None:
        self.array: Array = np.zeros(1024, dtype)
        self.size = 0

    def __len__(self) -> int:
        return self.size

    def append(self, value: int) -> None:
        if self.size == len(self.array):
            self.array = np.concatenate((self.array, np.zeros_like(self.array)))
        self.array[self.size] = value
        self.size += 1

    def all(self) -> Array:
        return self.array[: self.size]
