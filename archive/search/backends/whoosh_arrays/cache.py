"""What was computed from segments, kept while it is asked for, up to a number of bytes.

Segments never change, so nothing here grows stale; what belongs to segments that are gone falls out as
unused. One cache serves all threads of a process.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from archive.search.backends.whoosh_arrays.arrayfile import Array

Kept = TypeVar("Kept", bound="tuple[Array, ...]")
OVERHEAD = 400  # bytes of an entry beside its arrays


class Cache:
    """Tuples of arrays by key; the least recently used give way.

    `answers` is apart, for what is small and was long in the making, so that rows, which are neither, do
    not drive it out; so is `texts`, for what was found out about bodies.
    """

    def __init__(self, limit: int, answers: int = 0, texts: int = 0) -> None:
        self.limit = limit
        self.answers = Cache(answers) if answers else self
        self.texts = Cache(texts) if texts else self
        self.size = 0
        self.kept: OrderedDict[Hashable, tuple[Array, ...]] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Hashable, compute: Callable[[], Kept]) -> Kept:
        """What is kept under the key; computed where nothing is. Two threads may compute the same."""
        with self.lock:
            found = self.kept.get(key)
            if found is not None:
                self.kept.move_to_end(key)
                return found  # type: ignore[return-value]
        made = compute()
        self.put(key, made)
        return made

    def put(self, key: Hashable, made: tuple[Array, ...]) -> None:
        with self.lock:
            if key in self.kept:
                return
            self.kept[key] = made
            self.size += cost(made)
            while self.size > self.limit and self.kept:
                _, old = self.kept.popitem(last=False)
                self.size -= cost(old)


def cost(arrays: tuple[Array, ...]) -> int:
    """Bytes of memory; arrays that only look into the mapped file cost none."""
    return OVERHEAD + sum(array.nbytes for array in arrays if array.flags.owndata)
