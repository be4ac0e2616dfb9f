"""The words of several segments as one table, and what joining asks of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.hints import crcs_of
from archive.search.backends.whoosh_arrays.layout import NONE
from archive.search.backends.whoosh_arrays.moving import Source, let_go
from archive.search.backends.whoosh_arrays.neighbours import RARE, are_always, paired
from archive.search.backends.whoosh_arrays.strings import GrowingStrings
from archive.search.backends.whoosh_arrays.uniting import united

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, Stored
    from archive.search.backends.whoosh_arrays.segment import Segment


class Words(NamedTuple):
    """The table, and of each word whether its pairs are always kept, and a number that tells its letters."""

    arrays: dict[str, Stored]
    always: Array
    crcs: Array


def joined_words(
    folder: Path, segments: Sequence[Segment], docs: Sequence[Array]
) -> tuple[Words, list[Source]]:
    """`docs`: where the documents of each segment go."""
    sources = [
        Source(segment, of_segment, np.empty(len(segment.words), "u4"))
        for segment, of_segment in zip(segments, docs, strict=True)
    ]
    table = GrowingStrings(folder, "words")
    always, crcs, words = [np.empty(0, bool)], [np.empty(0, "u4")], 0
    for names, parts in united([segment.words for segment in segments]):
        for source, part in zip(sources, parts, strict=True):
            source.words[part.low : part.high] = part.places + words
        table.add(names)
        always.append(are_always(names))
        crcs.append(crcs_of(names))
        words += len(names)
        let_go(sources)
    return Words(table.arrays(), np.concatenate(always), np.concatenate(crcs)), sources


def twins(sources: Sequence[Source], words: int) -> Array:
    found = np.full(words, NONE, "u4")
    for source in sources:
        twin = source.segment.twin
        having = np.flatnonzero(twin != NONE)
        found[source.words[having]] = source.words[twin[having]]
    return found


def joined_marks(sources: Sequence[Source], always: Array, documents: int) -> Array:
    """`words.paired`. What a segment that has the word does not keep, the joined one does not."""
    found = np.zeros(len(always), "i8")
    rare = np.zeros(len(always), bool)
    for source in sources:
        field = source.segment.field("all")
        words = source.words[field.terms]
        found[words] += np.diff(field.start)
        rare[words] |= source.segment.paired[field.terms] == RARE
    marks = paired(always, found, documents)
    marks[rare] = RARE
    return marks
