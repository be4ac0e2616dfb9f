"""Where the sentences of a body lie, and their words in two cases."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.extraction.text import Passage

PARAGRAPH = re.compile(r"[^\n]+")
# A full stop ends a sentence before a capital, but not after an abbreviation (TP., TX., P.).
END = re.compile(r"[.!?…][.!?…]*[\"')]*\s+(?=[\"'(\-+*]*\s?[A-ZĐÀ-Ỹ0-9])")
ABBREVIATION = re.compile(r"(?:\b(?:TP|TX|Tp|Tx|TT|[A-ZĐ])|^\W*\d{1,2})$")
LONGEST = 1500  # code points of a sentence; reports have shorter ones
ITEM = re.compile(r"\s*(?:[-+*•·]|\d{1,2}[.)]|[a-zđ]\))\s")


@dataclass(slots=True)
class Words:
    """A stretch of text as written and in lower case; both have one length."""

    text: str
    low: str

    def __getitem__(self, part: slice) -> Words:
        return Words(self.text[part], self.low[part])

    def without(self, pattern: re.Pattern[str]) -> Words:
        """The same length with blanks where the pattern matches in lower case."""
        text, low = self.text, self.low
        for match in pattern.finditer(self.low):
            start, end = match.span()
            blank = " " * (end - start)
            text, low = text[:start] + blank + text[end:], low[:start] + blank + low[end:]
        return Words(text, low)


class Sentence(NamedTuple):
    """One sentence and its place in the body; `paragraph` numbers paragraphs from 0.

    `item`: its paragraph is an item of a list, or ends with `;` or stands behind one that does. `has`: its syllables and marks in lower case.
    """

    words: Words
    start: int
    paragraph: int
    item: bool
    has: frozenset[str]


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a body (of its shadow)."""
    body, low, tokens = passage.shadow, passage.low, passage.tokens
    starts, at, goes_on = tokens.starts(), 0, False
    for number, match in enumerate(PARAGRAPH.finditer(body)):
        item = goes_on or match[0].endswith(";") or ITEM.match(match[0]) is not None
        goes_on = match[0].endswith(";")
        for start, end in bounds(body, match.start(), match.end()):
            for first, last in pieces(body, start, end):
                until = bisect_left(starts, last, at)
                has = frozenset(tokens.low[at:until])
                at = until
                yield Sentence(Words(body[first:last], low[first:last]), first, number, item, has)


def bounds(body: str, position: int, stop: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph."""
    first = position
    for end in END.finditer(body, position, stop):
        before, after = body[max(first, end.start() - 8) : end.start()], body[end.end()]
        if ABBREVIATION.search(before) or (before[-1:].isdigit() and after.isdigit()):
            continue
        yield position, end.end()
        position = end.end()
    if position < stop:
        yield position, stop


def pieces(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run without a full stop in pieces, so that the time to read it grows with its length."""
    while end - start > LONGEST:
        space = body.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end
