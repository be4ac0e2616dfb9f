"""A segment that is joined with others, and where its documents and words go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment

GONE = -1


@dataclass(frozen=True, slots=True)
class Source:
    """A segment, where its documents go (GONE: nowhere), where its words go: ascending."""

    segment: Segment
    docs: Array
    words: Array

    @property
    def kept(self) -> Array:
        return np.flatnonzero(self.docs != GONE)


def let_go(sources: Iterable[Source]) -> None:
    """Count what was read of the files no longer as memory of this process."""
    for source in sources:
        source.segment.file.let_go()
