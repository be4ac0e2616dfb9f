"""What changed between two versions of a text: paragraphs first, words within the changed ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["same", "removed", "added"]
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both versions have, or only the old or the new one."""

    kind: Kind
    text: str


def difference(old: str, new: str) -> list[list[Piece]]:
    """The changed paragraphs in order, each as pieces; unchanged paragraphs are left out."""
    before, after = old.split("\n\n"), new.split("\n\n")
    return [
        pieces
        for kind, a, b in operations(before, after)
        if kind != "equal" and (pieces := words("\n\n".join(a), "\n\n".join(b)))
    ]


def words(old: str, new: str) -> list[Piece]:
    """Two texts as pieces, word by word."""
    pieces = []
    for kind, a, b in operations(TOKEN.findall(old), TOKEN.findall(new)):
        if kind == "equal":
            pieces.append(Piece("same", "".join(a)))
            continue
        pieces += [Piece("removed", "".join(a))] if a else []
        pieces += [Piece("added", "".join(b))] if b else []
    return pieces


def operations(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield kind, old[i:j], new[k:m]
