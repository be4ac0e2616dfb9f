"""What a layout is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from archive.pages.lines import Line

SEEN = 40  # lines from the top and the bottom among which a layout's signs stand


@dataclass(frozen=True, slots=True)
class Layout:
    """A family of portals.

    `signs` are patterns of whole lines near the top or bottom of the page; each must match one.
    `containers` are CSS selectors of the element that holds the article, the best first, for HTML.
    """

    name: str
    signs: tuple[re.Pattern[str], ...] = ()
    containers: tuple[str, ...] = ()

    def recognises(self, lines: Sequence[Line]) -> bool:
        near = [line.text for line in (*lines[:SEEN], *lines[-SEEN:])]
        return bool(self.signs) and all(
            any(sign.fullmatch(text) for text in near) for sign in self.signs
        )


GENERIC = Layout("generic")
