"""What a layout is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from archive.pages.lines import Line, Outline

SEEN = 40  # lines from the top and the bottom among which a layout's signs stand


@dataclass(frozen=True, slots=True)
class Layout:
    """A family of portals: by what its pages are known, and what it prints that is no article.

    `signs` are patterns of whole lines near the top or bottom of the page; each must match one.
    `furniture` are patterns of whole lines that this software adds, beyond what all portals do.
    """

    name: str
    signs: tuple[re.Pattern[str], ...] = ()
    furniture: tuple[re.Pattern[str], ...] = ()

    def recognises(self, near: Sequence[str]) -> bool:
        """`near` are the lines of `near_ends`."""
        return bool(self.signs) and all(any(map(sign.fullmatch, near)) for sign in self.signs)

    def without_furniture(self, outline: Outline) -> Outline:
        """The lines with this software's own marked as navigation, so that boxes stay right."""
        marked = list(outline.lines)
        texts = [line.text for line in marked]
        for pattern in self.furniture:
            for i in compress(count(), map(pattern.fullmatch, texts)):
                marked[i] = marked[i]._replace(hint="chrome")
        return replace(outline, lines=tuple(marked))


GENERIC = Layout("generic")


def near_ends(lines: Sequence[Line]) -> list[str]:
    """The lines near the top and the bottom of a page, counted with its menus and without them."""
    own = [line for line in lines if line.hint != "links"]
    ends = (line.text for some in (lines, own) for line in (*some[:SEEN], *some[-SEEN:]))
    return list(dict.fromkeys(ends))
