"""Where the sentences of a body lie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPH = re.compile(r"[^\n]+")
# A full stop ends a sentence before a capital, but not after an abbreviation (TP., TX., P.).
END = re.compile(
    r"(?<!\bTP)(?<!\bTX)(?<!\bTp)(?<!\bTx)(?<!\b[A-ZĐ])[.!?…]+[\"')]*\s+(?=[\"'(\-+*]*\s?[A-ZĐÀ-Ỹ0-9])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its place in the body; `paragraph` numbers paragraphs from 0."""

    text: str
    start: int
    paragraph: int


def sentences(body: str) -> Iterator[Sentence]:
    for number, match in enumerate(PARAGRAPH.finditer(body)):
        position = match.start()
        for end in END.finditer(body, match.start(), match.end()):
            if body[end.start() - 1].isdigit() and body[end.end() : end.end() + 1].isdigit():
                continue
            yield Sentence(body[position : end.end()].rstrip(), position, number)
            position = end.end()
        if position < match.end():
            yield Sentence(body[position : match.end()], position, number)
