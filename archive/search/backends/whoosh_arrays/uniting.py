"""Sorted strings of several segments as one sorted row, a stretch at a time: few are in memory at once."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.strings import Strings

AT_ONCE = 16_384  # strings that are in memory at once


class Part(NamedTuple):
    """The strings of one table in a stretch, from `low` to `high`, and the place of each among its names."""

    low: int
    high: int
    places: Array


def united(tables: Sequence[Strings]) -> Iterator[tuple[list[bytes], list[Part]]]:
    """The names of each stretch, each once, ascending, and its part of each table."""
    for lows, highs in pairwise(cuts_of(tables)):
        parts = [
            table.between(*bounds)
            for table, bounds in zip(tables, zip(lows, highs, strict=True), strict=True)
        ]
        names = sorted(dict.fromkeys(name for part in parts for name in part))
        places = {name: place for place, name in enumerate(names)}
        found = (np.fromiter(map(places.__getitem__, part), "i8", len(part)) for part in parts)
        yield names, [Part(*row) for row in zip(lows, highs, found, strict=True)]


def cuts_of(tables: Sequence[Strings]) -> Iterator[list[int]]:
    """Places in each table at which to cut all, with at most AT_ONCE strings between two cuts."""
    apart = max(1, AT_ONCE // len(tables))
    at = [0] * len(tables)
    yield at
    while ahead := [
        table[i + apart] for table, i in zip(tables, at, strict=True) if i + apart < len(table)
    ]:
        first = min(ahead)
        at = [
            bisect_left(table, first, i, min(i + apart, len(table)))
            for table, i in zip(tables, at, strict=True)
        ]
        yield at
    yield [len(table) for table in tables]
