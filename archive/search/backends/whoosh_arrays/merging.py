"""Which segments become one, and the commit that puts it in their place; `joining` makes it."""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays import contents, writing
from archive.search.backends.whoosh_arrays.arrayfile import MissingFileError
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.joining import joined
from archive.search.backends.whoosh_arrays.layout import MOST_DOCUMENTS
from archive.search.backends.whoosh_arrays.moving import GONE
from archive.search.backends.whoosh_arrays.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.contents import Contents, Entry

FANOUT = 8  # segments of about one size that are merged into one


def mergeable(held: Contents) -> tuple[Entry, ...]:
    """Segments that should become one, the smallest first; none while all is well.

    A segment is at most ever merged with some of its own size, so a document is rewritten about
    log(archive) / log(FANOUT) times.
    """
    by_size: dict[int, list[Entry]] = {}
    for entry in held.entries:
        if entry.living * 2 < entry.documents:
            return (entry,)
        size = next(n for n in range(64) if FANOUT**n > entry.living)
        by_size.setdefault(size, []).append(entry)
    for _, entries in sorted(by_size.items()):
        chosen = fitting(entries)
        if len(chosen) >= FANOUT or (len(chosen) >= 2 and 2 * living(chosen) > MOST_DOCUMENTS):
            return chosen
    return ()


def fitting(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """As many as one segment has room for, in the order they lie in."""
    chosen: list[Entry] = []
    for entry in entries:
        if living([*chosen, entry]) <= MOST_DOCUMENTS:
            chosen.append(entry)
    return tuple(chosen)


def living(entries: Sequence[Entry]) -> int:
    return sum(entry.living for entry in entries)


def merge_all(folder: Path, cache: Cache, most: int = MOST_DOCUMENTS) -> None:
    """Merge until all is well, nothing of over `most` documents.

    One merges at a time; where another thread or process is at it, it is left to that one.
    """
    try:
        with writing.locked(folder, "merging", patience=0):
            while (chosen := mergeable(contents.read(folder))) and living(chosen) <= most:
                merge(folder, chosen, cache)
    except writing.IndexBusyError:
        return


def merge_alone(folder: Path) -> None:
    """`merge_all` in a process that does nothing else; one that is interrupted lets it end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    merge_all(folder, Cache(1))


def merge(folder: Path, chosen: Sequence[Entry], cache: Cache) -> None:
    """Replace segments by one. Searches and other writers go on; only the commit is under the lock."""
    try:
        segments = [Segment(folder / f"{entry.name}.segment", cache) for entry in chosen]
    except MissingFileError:
        if set(chosen) <= set(contents.read(folder).entries):
            raise
        return  # a rebuild replaced them
    arrays, places = joined(folder, segments, [entry.gone() for entry in chosen])
    with suppress(SupersededError), writing.building(folder) as run:
        put_in_place(folder, chosen, places, writing.build(folder, arrays, run))


def put_in_place(
    folder: Path, chosen: Sequence[Entry], places: Sequence[Array], built: Entry
) -> None:
    """The commit. What was deleted of the chosen segments meanwhile is deleted of the built one."""
    gone = np.zeros(built.documents, bool)

    def change(now: Contents) -> list[Entry]:
        there = {entry.name: entry for entry in now.entries}
        if any(entry.name not in there for entry in chosen):
            raise SupersededError
        for entry, docs in zip(chosen, places, strict=True):
            late = there[entry.name].gone() & (docs != GONE)
            gone[docs[late]] = True
        names = {entry.name for entry in chosen}
        return [*(e for e in now.entries if e.name not in names), built.without(gone)]

    writing.commit(folder, (built,), change)


class SupersededError(Exception):
    """What was merged is no longer in the index."""
