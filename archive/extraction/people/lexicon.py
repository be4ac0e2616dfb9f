"""A table of phrases that is asked token by token for the longest phrase at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from archive.extraction.tokens import TOKEN

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
    """Phrases in lower case and new tone placement, each with a value; the longest one wins.

    A phrase may come as text or as a row of tokens.
    """

    def __init__(self, phrases: Iterable[tuple[str | Sequence[str], Value]]) -> None:
        self._root: dict[str, _Node[Value]] = {}
        for phrase, value in phrases:
            words = TOKEN.findall(phrase.lower()) if isinstance(phrase, str) else phrase
            following = self._root
            for word in words:
                node = following.setdefault(word, _Node())
                following = node.following
            node.value = value

    def __iter__(self) -> Iterator[str]:
        """The words with which a phrase may begin."""
        return iter(self._root)

    def pairs(self) -> Iterator[tuple[str, str | None]]:
        """The first two words of each phrase; the second is None where the first is a phrase itself."""
        for first, node in self._root.items():
            if node.value is not None:
                yield first, None
            for second in node.following:
                yield first, second

    def at(self, low: Sequence[str], i: int) -> Found[Value] | None:
        """The longest phrase that begins at token i."""
        count = len(low)
        node = self._root.get(low[i]) if i < count else None
        if node is None:
            return None
        value = end = None
        while node:
            i += 1
            if node.value is not None:
                value, end = node.value, i
            node = node.following.get(low[i]) if i < count else None
        return Found(value, end) if value is not None and end is not None else None


class _Node(Generic[Value]):
    """A word of phrases: the value of the one that ends here, and the words that go on."""

    __slots__ = ("following", "value")

    def __init__(self) -> None:
        self.value: Value | None = None
        self.following: dict[str, _Node[Value]] = {}
