"""Memory of the process that saves: rubbish is looked for seldom, and what is free goes back to the system."""

from __future__ import annotations

import ctypes
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

CACHE = 32 << 10  # kilobytes


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


def give_back() -> None:
    """Return free memory to the system.

    Each thread that ever joined segments of the index has a heap of its own in glibc, which would keep its
    60 MB; other C libraries lack the call, and need it less.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)


def widen_cache() -> None:
    """Let SQLite hold the pages of its tables that one transaction changes, so that each is written once."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{CACHE}")
