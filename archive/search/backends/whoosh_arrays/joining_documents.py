"""What is known of each document of several segments, as that of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.arrayfile import COPIED, Spools
from archive.search.backends.whoosh_arrays.joining_labels import joined_labels
from archive.search.backends.whoosh_arrays.layout import LISTS
from archive.search.backends.whoosh_arrays.moving import GONE, let_go
from archive.search.backends.whoosh_arrays.neighbours import POSITION
from archive.search.backends.whoosh_arrays.strings import GrowingStrings, pack_strings
from archive.search.backends.whoosh_arrays.uniting import united

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, Stored
    from archive.search.backends.whoosh_arrays.moving import Source
    from archive.search.backends.whoosh_arrays.uniting import Part


def joined_documents(folder: Path, sources: Sequence[Source]) -> dict[str, Stored]:
    spools = Spools(folder)
    for source in sources:
        spools.add("id", source.segment.ids[source.kept])
        spools.add("day", source.segment.days[source.kept])
        spools.add("parts", source.segment.parts[source.kept].ravel())
    for source in sources:
        others = source.segment.others
        docs = source.docs[others >> 32]
        spools.add("others", (docs.astype("i8") << 32 | others & POSITION)[docs != GONE])
    arrays: dict[str, Stored] = {**spools.found}
    for name in ("digest", "hit", "body"):
        arrays |= joined_strings(folder, name, sources)
    known = {data for source in sources for data in source.segment.bodies.dictionaries}
    arrays |= pack_strings("dictionaries", sorted(known))
    for name in LISTS:
        arrays |= joined_labels(name, sources)
    let_go(sources)
    return arrays | joined_subjects(folder, sources)


def joined_strings(folder: Path, name: str, sources: Sequence[Source]) -> dict[str, Stored]:
    strings = GrowingStrings(folder, name)
    for source in sources:
        table = source.segment.strings(name)
        bounds = table.start.astype("i8")
        strings.add_sizes(np.diff(bounds)[source.kept])
        copied = 0
        for low, high in pieces(source.kept, bounds):
            strings.add_bytes(np.asarray(table.bytes[low:high]))
            copied += high - low
            if copied > COPIED:
                source.segment.file.let_go()
                copied = 0
        source.segment.file.let_go()
    return strings.arrays()


def pieces(kept: Array, bounds: Array) -> Iterator[tuple[int, int]]:
    """Ranges of the bytes of these strings, ascending, none longer than COPIED."""
    for run in np.split(kept, np.flatnonzero(np.diff(kept) != 1) + 1):
        if len(run):
            low, high = int(bounds[run[0]]), int(bounds[run[-1] + 1])
            for at in range(low, high, COPIED):
                yield at, min(at + COPIED, high)


def joined_subjects(folder: Path, sources: Sequence[Source]) -> dict[str, Stored]:
    """What can be completed, a stretch of the terms at a time; terms of documents that are gone are left out."""
    terms, spools = GrowingStrings(folder, "subjects.terms"), Spools(folder)
    spools.add("subjects.start", np.zeros(1, "u4"))
    spools.add("subjects.docs", np.empty(0, "u2"))
    for names, parts in united([source.segment.subjects for source in sources]):
        found = [of_subjects(source, part) for source, part in zip(sources, parts, strict=True)]
        numbers, docs = (np.concatenate(column) for column in zip(*found, strict=True))
        sizes = np.bincount(numbers, minlength=len(names))
        there = np.flatnonzero(sizes)
        terms.add([names[number] for number in there.tolist()])
        before = len(spools.found["subjects.docs"])
        spools.add("subjects.start", (before + np.cumsum(sizes[there])).astype("u4"))
        spools.add("subjects.docs", docs[np.argsort(numbers, kind="stable")].astype("u2"))
        let_go(sources)
    return {**terms.arrays(), **spools.found}


def of_subjects(source: Source, part: Part) -> tuple[Array, Array]:
    """For each document that a segment has for some of its subjects the subject's place, and where it goes."""
    start = source.segment.file["subjects.start"][part.low : part.high + 1]
    docs = source.docs[source.segment.file["subjects.docs"][start[0] : start[-1]]]
    numbers = np.repeat(part.places, np.diff(start))
    return numbers[docs != GONE], docs[docs != GONE]
