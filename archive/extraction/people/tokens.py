"""A passage as a row of tokens: syllables and single marks, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.extraction.record import Span
    from archive.extraction.text import Passage

# A syllable may hold an apostrophe (H'Kim, Đắk R'Lấp); line ends are one token.
TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|\n+|[^\w\s]|_")
# Where a space may follow the apostrophe: `K' Brêm`.
PARTED = re.compile(r"\b[HK]' (?=[^\W\d_])[^\W_a-z]\w*|" + TOKEN.pattern)
SHORTENED = frozenset(
    ("tp", "tx", "tt", "q", "p", "t", "đ", "gs", "ts", "ths", "pgs", "bs", "cn", "ks")
)
CLOSERS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel rows: `text` as in the shadow, `low` its lower case, `starts` and `ends` of each."""

    passage: Passage
    text: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int) -> str:
        """The shadow's text from token `start` up to, not with, token `end`."""
        return self.passage.shadow[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def span(self, start: int, end: int) -> Span:
        return self.passage.span(self.starts[start], self.ends[end - 1])

    def word(self, i: int) -> str:
        """The lower-case token, empty past the end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def joined(self, i: int) -> bool:
        """Whether nothing stands between token i and the one before it."""
        return i > 0 and self.starts[i] == self.ends[i - 1]


def tokenise(passage: Passage) -> Tokens:
    shadow = passage.shadow
    pattern = PARTED if "' " in shadow else TOKEN
    spans = [match.span() for match in pattern.finditer(shadow)]
    text = [shadow[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return Tokens(passage, text, [word.lower() for word in text], starts, ends)


def closes_sentence(tokens: Tokens, i: int) -> bool:
    """A line end, or a full stop that shortens no word and stands before a capital or the end."""
    word = tokens.low[i]
    if word[0] == "\n":
        return True
    if word not in CLOSERS:
        return False
    if i + 1 >= len(tokens):
        return True
    if word == "." and i and (tokens.low[i - 1] in SHORTENED or tokens.joined(i + 1)):
        return False
    return not tokens.text[i + 1][0].islower()
