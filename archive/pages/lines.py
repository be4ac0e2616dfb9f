"""A page as lines, whether it came as flattened text or as HTML: one form for all rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from archive.vietnamese.normalise import clean

# What markup says of a block. `pictured`: the first text after a picture; `chrome`: navigation.
Hint = Literal["text", "heading", "caption", "pictured", "chrome", "links"]


class Line(NamedTuple):
    """One block of text, clean, on one line."""

    text: str
    hint: Hint = "text"


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a page in reading order.

    `boxes` are the half-open ranges of lines that the elements of an HTML page hold, `core` is the
    one in which the article lies; flattened text has none.
    """

    lines: tuple[Line, ...]
    boxes: tuple[tuple[int, int], ...] = ()
    core: tuple[int, int] | None = None


def outline_of_text(text: str) -> Outline:
    """Non-empty lines of flattened text."""
    texts = [line for line in map(str.strip, clean(text).split("\n")) if line]
    lines = {line: Line(line) for line in set(texts)}  # hostile pages repeat one without end
    return Outline(tuple(map(lines.__getitem__, texts)))
