"""How many of the documents found have each value of a list, and each year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.layout import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.docs import Docs
    from archive.search.backends.whoosh_arrays.segment import Segment

YEAR = "year"
FACETS = (*LISTS, YEAR)


def counted(
    found: Iterable[tuple[Segment, Docs]], names: Sequence[str] = FACETS
) -> dict[str, dict[str, int]]:
    """Counts over segments with the documents found in them."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for segment, chosen in found:
        docs = chosen.listed()
        for name in names:
            counts[name].update(
                of_years(segment, docs) if name == YEAR else segment.labels(name).counts(docs)
            )
    return {name: dict(counter) for name, counter in counts.items()}


def of_years(segment: Segment, docs: Array) -> dict[str, int]:
    counts = np.bincount(segment.years[docs])
    return {str(year): int(counts[year]) for year in np.flatnonzero(counts).tolist() if year}
