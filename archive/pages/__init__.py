"""Bytes → Page: readers, decoding, layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from archive.pages.assemble import Origin, assemble
from archive.pages.decoding import decode
from archive.pages.language import require_vietnamese
from archive.pages.layouts import GENERIC, LAYOUTS
from archive.pages.lines import lines_of_html, lines_of_text
from archive.pages.readers import BadInput, iter_raw

if TYPE_CHECKING:
    from archive.pages.page import Page, RawPage

__all__ = ["BadInput", "iter_raw", "read"]


def read(raw: RawPage) -> Page:
    """The article of a page.

    Raises UnreadableError for broken bytes, NotAnArticleError for a sound page without an article.
    """
    text = decode(raw.content)
    origin = Origin(raw.url, raw.captured_at, raw.title)
    if raw.media == "html":
        tree = LexborHTMLParser(text)
        lines = lines_of_html(tree)
        origin = Origin(raw.url, raw.captured_at, raw.title or headline(tree))
    else:
        lines = lines_of_text(text)
    require_vietnamese(" ".join(line.text for line in lines))
    layout = next((layout for layout in LAYOUTS if layout.recognises(lines)), GENERIC)
    return assemble(lines, origin, layout.name)


def headline(tree: LexborHTMLParser) -> str | None:
    """What the head of the page calls it, without the name of the site."""
    tag = tree.css_first('meta[property="og:title"]')
    title = tag.attributes.get("content") if tag else None
    if not title:
        node = tree.css_first("title")
        title = node.text() if node else None
    return title.split(" | ")[0].strip() if title else None
