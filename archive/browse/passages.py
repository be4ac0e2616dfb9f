"""The sentence that a fact was read from, cut out of the body around its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

REACH = 180  # code points on each side; a longer sentence is cut at a space
BREAK = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Passage:
    """`words` in their sentence; `…` stands where a long sentence was cut."""

    before: str
    words: str
    after: str


def passage(body: str, start: int, end: int) -> Passage:
    """The sentence around [start, end), a half-open range of code points of `body`."""
    breaks = [found for found in BREAK.finditer(body) if not body[found.end() :][:1].islower()]
    first = max((found.end() for found in breaks if found.end() <= start), default=0)
    last = min((found.start() for found in breaks if found.start() >= end), default=len(body))
    return Passage(near_end(body[first:start]), body[start:end], near_start(body[end:last]))


def near_end(text: str) -> str:
    return text if len(text) <= REACH else "… " + text[-REACH:].split(" ", 1)[-1]


def near_start(text: str) -> str:
    return text if len(text) <= REACH else text[:REACH].rsplit(" ", 1)[0] + " …"
