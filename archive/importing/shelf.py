"""Look-ups for many pages at once: one query where each page would ask its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

Key = TypeVar("Key")
Value = TypeVar("Value")


class Shelf(Generic[Key, Value]):
    """Values under keys, in the order of `fetch`; then those that were added.

    `fetch` gives pairs for all keys by a fixed number of queries, and may give more than was asked for.
    """

    def __init__(self, fetch: Callable[[Collection[Key]], Iterable[tuple[Key, Value]]]) -> None:
        self.fetch = fetch
        self.held: dict[Key, list[Value]] = {}
        self.later: dict[Key, list[Value]] = {}

    def expect(self, keys: Iterable[Key]) -> None:
        """Fetch now what will be asked for."""
        missing = set(keys) - self.held.keys()
        self.held |= {key: [] for key in missing}
        for key, value in self.fetch(missing) if missing else ():
            if key in missing:
                self.held[key].append(value)
        for key in missing & self.later.keys():
            self.held[key] += self.later.pop(key)

    def __getitem__(self, key: Key) -> list[Value]:
        if key not in self.held:
            self.expect([key])
        return self.held[key]

    def first(self, key: Key) -> Value | None:
        values = self[key]
        return values[0] if values else None

    def begin(self, key: Key) -> None:
        """Say that there is nothing yet under a key that was just made."""
        self.held[key] = []

    def note(self, key: Key, value: Value) -> None:
        """Add a value under a key that may never be asked for; it may come twice."""
        if key in self.held:
            self.add(key, value)
        else:
            self.later.setdefault(key, []).append(value)

    def add(self, key: Key, value: Value) -> None:
        if all(value is not other for other in self[key]):
            self.held[key].append(value)
