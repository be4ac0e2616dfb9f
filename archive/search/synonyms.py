"""Words that the editors of an installation hold for the same, besides the table of the program.

They widen queries and need nothing of the index: a new group holds from the next search on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.search.words import analysable, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def key(form: str) -> tuple[str, ...]:
    return tuple(term.exact for term in words_of(analysable(form)) if term.role == "word")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Forms by their words: `by_words[("cntt",)]` → (`CNTT`, `công nghệ thông tin`)."""

    by_words: dict[tuple[str, ...], tuple[str, ...]]

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]]) -> Synonyms:
        table: dict[tuple[str, ...], tuple[str, ...]] = {}
        for group in groups:
            forms = tuple(form for form in group if key(form))
            table.update(dict.fromkeys(map(key, forms), forms))
        return cls(table)

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """(first word, how many, all forms) from left to right, the longest where several begin."""
        longest = max(map(len, self.by_words), default=0)
        i = 0
        while i < len(words):
            widths = range(min(longest, len(words) - i), 0, -1)
            width = next((w for w in widths if tuple(words[i : i + w]) in self.by_words), 0)
            if width:
                yield i, width, self.by_words[tuple(words[i : i + width])]
            i += width or 1


NONE = Synonyms({})
