"""The values of a list (places, kinds …) of each document. Documents with the same values share a row.

name.names.*            values, sorted
name.row       u2       number of each document's row
name.start     u4       where the values of each row begin, and the end
name.values    u4       numbers of values, in the document's order
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.strings import Strings, pack_strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile


def pack_labels(name: str, documents: Iterable[Sequence[str]]) -> Mapping[str, Array]:
    """From the values of each document."""
    rows: dict[tuple[str, ...], int] = {}
    row = [rows.setdefault(tuple(values), len(rows)) for values in documents]
    names = sorted(set(chain.from_iterable(rows)))
    numbers = {value: number for number, value in enumerate(names)}
    return {
        **pack_strings(f"{name}.names", [value.encode() for value in names]),
        f"{name}.row": np.array(row, "u2"),
        f"{name}.start": np.cumsum([0, *map(len, rows)]).astype("u4"),
        f"{name}.values": np.array([numbers[v] for values in rows for v in values], "u4"),
    }


class Labels:
    """Reads a list."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.row, self.start, self.values = (
            file[f"{name}.{x}"] for x in ("row", "start", "values")
        )
        self.packed = Strings(file, f"{name}.names")

    @cached_property
    def names(self) -> list[str]:
        return [name.decode() for name in self.packed]

    def of(self, doc: int) -> list[str]:
        """The values of a document, in its order."""
        row = int(self.row[doc])
        low, high = int(self.start[row]), int(self.start[row + 1])
        return [self.names[number] for number in self.values[low:high].tolist()]

    def having(self, wanted: Iterable[str]) -> Array:
        """Which documents have one of these values."""
        numbers = [self.packed.find(value.encode()) for value in wanted]
        known = [number for number in numbers if number is not None]
        if not known:
            return np.zeros(len(self.row), bool)
        at = np.flatnonzero(np.isin(self.values, known))
        rows = np.zeros(len(self.start), bool)
        rows[self.start.searchsorted(at, side="right") - 1] = True
        found: Array = rows[self.row]
        return found

    def counts(self, docs: Array) -> dict[str, int]:
        """How many of the documents have each value; those that none has are left out."""
        rows = np.bincount(self.row[docs], minlength=len(self.start) - 1)
        each = np.repeat(rows, np.diff(self.start))
        totals = np.bincount(self.values, each, minlength=len(self.names)).astype("i8")
        return {self.names[i]: int(totals[i]) for i in np.flatnonzero(totals).tolist()}
