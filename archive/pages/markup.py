"""HTML text → tree, unless its elements are nested so deep that no parser ends in good time."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from archive.pages.page import UnreadableError

LARGE = 100_000  # code points from which the depth is looked at; below, any depth is parsed at once
DEEPEST = 2000  # open elements; browsers stop at 512
# Elements that stay open until they are closed; others (`p`, `li`) end where the next begins.
HOLDING = re.compile(
    r"<(/?)(?:div|span|font|b|i|u|em|strong|center|table|section|article|blockquote|ul|ol|form)\b",
    re.IGNORECASE,
)


def parse(html: str) -> LexborHTMLParser:
    """Raises UnreadableError where elements lie in each other without end."""
    if len(html) > LARGE and is_too_deep(html):
        raise UnreadableError("elements are nested deeper than any browser shows: broken markup?")
    return LexborHTMLParser(html)


def is_too_deep(html: str) -> bool:
    depth = 0
    for tag in HOLDING.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False
