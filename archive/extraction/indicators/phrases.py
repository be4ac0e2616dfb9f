"""Look-up of phrases in running text: the longest of a table that begins at a word."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W\d_]+")


class Phrases:
    """A table of phrases in lower case. Time grows with the text, not with the table."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            first = WORD.match(phrase)
            by_first[first[0] if first else ""].append(phrase)
        self._by_first = {
            first: tuple(sorted(set(group), key=len, reverse=True))
            for first, group in by_first.items()
        }

    def at(self, text: str, at: int) -> str | None:
        """The longest phrase that begins here and ends with a whole word."""
        word = WORD.match(text, at)
        return self._of(word[0], text, at) if word else None

    def search(self, text: str, start: int = 0) -> tuple[int, str] | None:
        """Place and words of the first phrase."""
        return next(self.each(text, start), None)

    def each(self, text: str, start: int = 0) -> Iterator[tuple[int, str]]:
        """Place and words of every phrase, left to right, without overlaps."""
        until = start
        for word in WORD.finditer(text, start):
            if word.start() >= until and word[0] in self._by_first:
                phrase = self._of(word[0], text, word.start())
                if phrase:
                    until = word.start() + len(phrase)
                    yield word.start(), phrase

    def _of(self, first: str, text: str, at: int) -> str | None:
        for phrase in self._by_first.get(first, ()):
            end = at + len(phrase)
            if text.startswith(phrase, at) and not text[end : end + 1].isalnum():
                return phrase
        return None
