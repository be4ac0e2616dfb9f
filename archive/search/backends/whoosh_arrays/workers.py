"""Segments built, and joined, by several processes. One that dies ends the run with a message; nothing waits for it."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from archive.glibc import keep_freed
from archive.search.backends.whoosh_arrays import writing
from archive.search.backends.whoosh_arrays.batch import Batch
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.joining import joined
from archive.search.backends.whoosh_arrays.layout import MOST_DOCUMENTS
from archive.search.backends.whoosh_arrays.lexicon import Lexicon
from archive.search.backends.whoosh_arrays.segment import Segment
from archive.search.engine import SearchUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.contents import Entry
    from archive.search.document import Document

Row = TypeVar("Row")

KEPT = 64 << 20  # bytes of freed memory that a building process keeps; an array takes some 15 MB
AHEAD = 1  # batches that wait for a free process, so that documents do not pile up
LEARNT: list[Lexicon] = []  # the lexicon of a building process


class IndexingError(SearchUnavailableError):
    """Indexing stopped; the index is as it was."""


def built_in_processes(
    folder: Path, run: str, documents: Iterable[Document], size: int
) -> list[Entry]:
    """Segments built of `size` documents each, and joined to as few as have room while others are built.

    Of one batch alone this process builds one.
    """
    rows = iter(documents)
    first = list(islice(rows, size))
    if len(first) < size:
        return [build(folder, run, first, Lexicon())] if first else []
    processes = os.cpu_count() or 1
    with ProcessPoolExecutor(processes, get_context("spawn"), keep_freed, (KEPT,)) as pool:
        try:
            some = chunks(chain(first, rows), size)
            parts = in_turn(
                (pool.submit(build_here, folder, run, chunk) for chunk in some), processes + AHEAD
            )
            together = chunks(parts, MOST_DOCUMENTS // size)
            wholes = [pool.submit(join, folder, run, several) for several in together]
            return [whole.result() for whole in wholes]
        except BrokenProcessPool as error:
            raise IndexingError(
                "a process that builds the search index was killed (out of memory?): "
                "the index is unchanged; run `manage.py index rebuild` again"
            ) from error


def in_turn(futures: Iterable[Future[Entry]], ahead: int) -> Iterator[Entry]:
    """What comes of each; no more than `ahead` are begun before it is asked for."""
    waiting: deque[Future[Entry]] = deque()
    for future in futures:
        waiting.append(future)
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    yield from (future.result() for future in waiting)


def chunks(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, size)):
        yield chunk


def build(folder: Path, run: str, documents: list[Document], lexicon: Lexicon) -> Entry:
    batch = Batch(lexicon)
    for document in documents:
        batch.add(document)
    return writing.build(folder, batch.arrays(), run)


def build_here(folder: Path, run: str, documents: list[Document]) -> Entry:
    """In a process that builds segments and nothing else: what it learnt of words serves the next."""
    if not LEARNT or LEARNT[0].is_full:
        LEARNT[:] = [Lexicon()]
    return build(folder, run, documents, LEARNT[0])


def join(folder: Path, run: str, parts: Sequence[Entry]) -> Entry:
    """One segment in place of several that are not yet part of the index."""
    if len(parts) == 1:
        return parts[0]
    paths = [folder / f"{part.name}.part" for part in parts]
    segments = [Segment(path, Cache(1)) for path in paths]
    arrays, _ = joined(folder, segments, [np.zeros(part.documents, bool) for part in parts])
    whole = writing.build(folder, arrays, run)
    for path in paths:
        path.unlink()
    return whole
