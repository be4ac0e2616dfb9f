"""A passage as a row of tokens: syllables and single marks, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.extraction.record import Span
    from archive.extraction.text import Passage

# A syllable may hold an apostrophe (H'Kim, Đắk R'Lấp); line ends are one token.
TOKEN = re.compile(r"([^\W_]+(?:'[^\W_]+)*|\n+|\S)")
# Quicker, for texts without apostrophe and underscore; `\w\w*` since its first sign is looked at before it is tried.
PLAIN = re.compile(r"(\w\w*|\n\n*|\S)")
# Where a space may follow the apostrophe: `K' Brêm`.
PARTED = re.compile(rf"(\b[HK]' (?=[^\W\d_])[^\W_a-z]\w*|{TOKEN.pattern[1:-1]})")
SHORTENED = frozenset(
    ("tp", "tx", "tt", "q", "p", "t", "đ", "gs", "ts", "ths", "pgs", "bs", "cn", "ks")
)
CLOSERS = frozenset(".!?…")
SEAM = "\t"  # white space but for line ends stands in no token


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel rows: `text` as in the shadow, `low` its lower case; `bounds`: start, end, start, end …"""

    passage: Passage
    text: list[str]
    low: list[str]
    bounds: list[int]

    def __len__(self) -> int:
        return len(self.text)

    def starts(self) -> list[int]:
        """Where each token starts; at last the end of the text."""
        return self.bounds[::2]

    def slice(self, start: int, end: int) -> str:
        """The shadow's text from token `start` up to, not with, token `end`."""
        if end <= start:
            return ""
        return self.passage.shadow[self.bounds[2 * start] : self.bounds[2 * end - 1]]

    def span(self, start: int, end: int) -> Span:
        return self.passage.span(self.bounds[2 * start], self.bounds[2 * end - 1])

    def word(self, i: int) -> str:
        """The lower-case token, empty past the end."""
        try:
            return self.low[i] if i >= 0 else ""
        except IndexError:
            return ""

    def joined(self, i: int) -> bool:
        """Whether nothing stands between token i and the one before it."""
        return self.gap(i) == 0

    def gap(self, i: int) -> int:
        """How many code points stand between token i and the one before it; -1 for the first."""
        return self.bounds[2 * i] - self.bounds[2 * i - 1] if i > 0 else -1


def tokenise(passage: Passage) -> Tokens:
    shadow = passage.shadow
    pattern = PLAIN
    if "'" in shadow or "_" in shadow:
        pattern = PARTED if "' " in shadow else TOKEN
    pieces = pattern.split(shadow)  # gap, token, gap, token, …, gap
    text = pieces[1::2]
    low = SEAM.join(text).lower().split(SEAM) if text else []  # all at once is far quicker
    return Tokens(passage, text, low, list(accumulate(map(len, pieces))))


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
