"""How many of the documents found have each value of a list, and each year."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.layout import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment

EPOCH = date(1970, 1, 1).toordinal()  # where the days of numpy begin


def counted(found: Iterable[tuple[Segment, Array]]) -> dict[str, dict[str, int]]:
    """Counts over segments with masks of the documents found in them."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*LISTS, "year")}
    for segment, mask in found:
        docs = np.flatnonzero(mask)
        for name in LISTS:
            counts[name].update(segment.labels(name).counts(docs))
        counts["year"].update(of_years(segment.days[docs]))
    return {name: dict(counter) for name, counter in counts.items()}


def of_years(days: Array) -> dict[str, int]:
    dates = (days[days > 0] - EPOCH).astype("datetime64[D]")
    years, counts = np.unique(dates.astype("datetime64[Y]").astype("i8") + 1970, return_counts=True)
    return {str(year): count for year, count in zip(years.tolist(), counts.tolist(), strict=True)}
