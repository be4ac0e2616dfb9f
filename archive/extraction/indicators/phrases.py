"""Look-up of phrases in running text: the longest of a table that begins at a word."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W\d_]+")
LETTER = r"[^\W\d_]"


class Phrases:
    """A table of phrases in lower case, each beginning with a letter, as one pattern."""

    def __init__(self, phrases: Iterable[str]) -> None:
        table = by_first(phrases)
        self.firsts = frozenset(a + rest for a, words in table.items() for rest in words)
        self._here = re.compile(pattern_of(table, behind=""))
        self._anywhere = re.compile(pattern_of(table, behind=LETTER))

    def possible(self, words: Iterable[str]) -> bool:
        """Whether a phrase may stand in a text of these words (`WORD`): a set is asked far sooner."""
        return not self.firsts.isdisjoint(words)

    def at(self, text: str, at: int) -> str | None:
        """The longest phrase that begins here and ends with a whole word."""
        match = self._here.match(text, at)
        return match[0] if match else None

    def search(self, text: str, start: int = 0) -> tuple[int, str] | None:
        """Place and words of the first phrase."""
        match = self._anywhere.search(text, start)
        return (match.start(), match[0]) if match else None

    def each(self, text: str, start: int = 0) -> Iterator[tuple[int, str]]:
        """Place and words of every phrase, left to right, without overlaps."""
        for match in self._anywhere.finditer(text, start):
            yield match.start(), match[0]


def by_first(phrases: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """First letter → the rest of the first word → what follows the word, longest first."""
    table: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for phrase in sorted(set(phrases), key=len, reverse=True):
        first = WORD.match(phrase)
        if first is None:
            raise ValueError(f"begins with no letter: {phrase!r}")
        table[phrase[0]][first[0][1:]].append(phrase[first.end() :])
    return table


def pattern_of(table: dict[str, dict[str, list[str]]], behind: str) -> str:
    """The pattern of a table; `behind`: what may not stand before a phrase, asked behind its first word.

    Letters stand first and words are tried once each, so that the time to pass over a text hardly
    grows with the table.
    """
    letters = []
    for letter, words in table.items():
        rows = (
            f"{word}{f'(?<!{behind}{letter}{word})' if behind else ''}(?:{'|'.join(map(re.escape, tails))})"
            for word, tails in words.items()
        )
        letters.append(f"{letter}(?:{'|'.join(rows)})")
    return rf"(?:{'|'.join(letters)})(?![^\W_])"
