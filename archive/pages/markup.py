"""HTML text → tree, unless its markup is such that no parser ends in good time."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from archive.pages.page import UnreadableError

LARGE = 100_000  # code points of a page that can have an endless tag
DEEPEST = 2000  # open elements; browsers stop at 512
MOST = 5000  # attributes of one element; a parser compares each with all others
# Elements that stay open until they are closed; others (`p`, `li`) end where the next begins.
HOLDING = re.compile(
    r"<(/?)(?:div|span|font|b|i|u|em|strong|center|table|section|article|blockquote|ul|ol|dl|form|address|aside"
    r"|details|dialog|dir|fieldset|figcaption|figure|footer|header|hgroup|main|menu|nav|optgroup|pre|rp|rt|search|summary)\b",
    re.IGNORECASE,
)


def parse(html: str) -> LexborHTMLParser:
    """Raises UnreadableError where elements lie in each other, or one has attributes, without end."""
    if html.count("<") - html.count("</") > DEEPEST and is_too_deep(html):
        raise UnreadableError("elements are nested deeper than any browser shows: broken markup?")
    if len(html) > LARGE and has_endless_tag(html):
        raise UnreadableError(f"an element has more than {MOST} attributes: broken markup?")
    return LexborHTMLParser(html)


def is_too_deep(html: str) -> bool:
    depth = 0
    for tag in HOLDING.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


def has_endless_tag(html: str) -> bool:
    tags = (piece.partition(">")[0] for piece in html.split("<") if len(piece) > 2 * MOST)
    return any(len(tag.split()) > MOST for tag in tags)
