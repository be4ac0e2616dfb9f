"""Segments built by several processes. One that dies ends the run with a message; nothing waits for it."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from archive.glibc import keep_freed
from archive.search.backends.whoosh_arrays import writing
from archive.search.backends.whoosh_arrays.batch import Batch
from archive.search.backends.whoosh_arrays.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.contents import Entry
    from archive.search.document import Document

KEPT = (
    64 << 20
)  # bytes of freed memory that a building process keeps; its largest arrays take some 15 MB
AHEAD = 1  # batches that wait for a free process, so that documents do not pile up
LEARNT: list[Lexicon] = []  # the lexicon of a building process


class IndexingError(RuntimeError):
    """Indexing stopped; the index is as it was."""


def built_in_processes(folder: Path, documents: Iterable[Document], size: int) -> list[Entry]:
    """Segments of `size` documents each; of one batch alone, by this process."""
    rows = iter(documents)
    first = list(islice(rows, size))
    if len(first) < size:
        return [build(folder, first, Lexicon())] if first else []
    processes = os.cpu_count() or 1
    built: list[Entry] = []
    with ProcessPoolExecutor(processes, get_context("spawn"), keep_freed, (KEPT,)) as pool:
        waiting: deque[Future[Entry]] = deque()
        try:
            for chunk in chunks(first, rows, size):
                waiting.append(pool.submit(build_here, folder, chunk))
                if len(waiting) > processes + AHEAD:
                    built.append(waiting.popleft().result())
            built += [future.result() for future in waiting]
        except BrokenProcessPool as error:
            writing.discard(folder, built)
            raise IndexingError(
                "a process that builds the search index was killed (out of memory?): "
                "the index is unchanged; run `manage.py index rebuild` again"
            ) from error
    return built


def chunks(first: list[Document], rows: Iterator[Document], size: int) -> Iterator[list[Document]]:
    yield first
    while chunk := list(islice(rows, size)):
        yield chunk


def build(folder: Path, documents: list[Document], lexicon: Lexicon) -> Entry:
    batch = Batch(lexicon)
    for document in documents:
        batch.add(document)
    return writing.build(folder, batch.arrays())


def build_here(folder: Path, documents: list[Document]) -> Entry:
    """In a process that builds segments and nothing else: what it learnt of words serves the next."""
    if not LEARNT or LEARNT[0].is_full:
        LEARNT[:] = [Lexicon()]
    return build(folder, documents, LEARNT[0])
