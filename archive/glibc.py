"""Calls of the C library about memory. Libraries other than glibc lack them, and need them less."""

from __future__ import annotations

import ctypes

# Of malloc.h.
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8


def call_of_glibc(name: str, *arguments: int) -> None:
    """Does nothing where the library has no such call."""
    function = getattr(ctypes.CDLL(None), name, None)
    if function:
        function(*arguments)


def keep_freed(most: int) -> None:
    """Let this process keep up to so many freed bytes, large pieces too.

    Else each large array is new memory, which the system gives a page at a time and first clears.
    """
    call_of_glibc("mallopt", MMAP_THRESHOLD, most)
    call_of_glibc("mallopt", TRIM_THRESHOLD, most)
