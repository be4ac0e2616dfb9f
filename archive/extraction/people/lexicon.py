"""A table of phrases that is asked token by token for the longest phrase at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from archive.extraction.people.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def phrases(row: str) -> list[str]:
    """The phrases of a table's row, between semicolons."""
    return [" ".join(phrase.split()) for phrase in row.split(";") if phrase.strip()]


def syllables(row: str) -> list[str]:
    """The words of a table's row, between spaces."""
    return row.split()


Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """What stood there, and the token after it."""

    value: Value
    end: int


class Lexicon(Generic[Value]):
    """Phrases in lower case and new tone placement, each with a value; the longest one wins."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._entries: dict[tuple[str, ...], Value] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in phrases:
            words = tuple(TOKEN.findall(phrase.lower()))
            self._entries[words] = value
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {w: tuple(sorted(n, reverse=True)) for w, n in lengths.items()}

    def __iter__(self) -> Iterator[str]:
        """The words with which a phrase may begin."""
        return iter(self._lengths)

    def at(self, low: Sequence[str], i: int) -> Found[Value] | None:
        if i >= len(low):
            return None
        for n in self._lengths.get(low[i], ()):
            value = self._entries.get(tuple(low[i : i + n]))
            if value is not None and i + n <= len(low):
                return Found(value, i + n)
        return None
