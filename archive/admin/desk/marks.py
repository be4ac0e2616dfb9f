"""The text of an article with every fact underlined, also where facts lie on the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PARAGRAPH = re.compile(r"[^\n](?:.|\n(?!\n))*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the fact `key`; `kind` is its class (p, f, m), `siglum` empty for what hangs on it."""

    start: int
    end: int
    key: str
    kind: str
    siglum: str

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """People and figures before meetings, names before posts, the shorter before the longer."""
        return self.kind == "m", not self.siglum, self.end - self.start


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; `owner` is the fact that choosing it chooses."""

    text: str
    owner: Mark | None
    siglum: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` is where it begins in its text, in code points."""

    start: int
    pieces: list[Piece]


def paragraphs(text: str, marks: Sequence[Mark], chosen: str) -> list[Paragraph]:
    return [
        Paragraph(found.start(), list(cut(text, found.start(), found.end(), marks, chosen)))
        for found in PARAGRAPH.finditer(text)
    ]


def cut(text: str, start: int, end: int, marks: Iterable[Mark], chosen: str) -> Iterator[Piece]:
    """The pieces of [start, end), cut wherever a mark begins or ends."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = {start, end, *(edge for m in inside for edge in (m.start, m.end) if start < edge < end)}
    cuts = sorted(edges)
    for a, b in pairwise(cuts):
        over = [mark for mark in inside if mark.start <= a and b <= mark.end]
        owner = min(over, key=lambda mark: mark.rank, default=None)
        last = owner is not None and b in {owner.end, end}
        yield Piece(
            text[a:b],
            owner,
            owner.siglum if owner and last else "",
            any(mark.key == chosen for mark in over),
        )
