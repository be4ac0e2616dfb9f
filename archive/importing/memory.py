"""Memory of the process that saves: rubbish is looked for seldom, and what is free goes back to the system."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection

from archive.glibc import ARENA_MAX, call_of_glibc

if TYPE_CHECKING:
    from collections.abc import Iterator

CACHE = 32 << 10  # kilobytes
LOG = 16_000  # pages of 4 kB that SQLite's log may hold before they go to their places


@contextmanager
def frozen() -> Iterator[None]:
    """What stands now stays, and need not be looked at when circles of rubbish are looked for."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for circles of rubbish once at the end, not some hundred times a page.

    Rows and tokens come and go by the hundred thousand, hardly any in a circle; looking for those took a
    tenth of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
        give_back()


def share_one_heap() -> None:
    """Let threads that are still to come allocate from the first heap.

    In glibc each would have one of its own, which keeps what it had at most: 60 MB for each that joins
    segments of the index.
    """
    call_of_glibc("mallopt", ARENA_MAX, 1)


def give_back() -> None:
    """Return free memory to the system."""
    call_of_glibc("malloc_trim", 0)


def widen_cache() -> None:
    """Let SQLite hold the pages of its tables that one transaction changes, so that each is written once.

    A page that several transactions change goes from the log to its place once for all of them, and
    the disk is waited for as seldom.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{CACHE}")
            cursor.execute(f"PRAGMA wal_autocheckpoint = {LOG}")
