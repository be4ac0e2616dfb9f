"""Bytes → Page: readers, decoding, layouts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from archive.pages.assemble import Origin, assemble
from archive.pages.blocks import outline_of_html
from archive.pages.core import core_of, main_lines
from archive.pages.decoding import decode
from archive.pages.head import head_of, headline, published
from archive.pages.language import require_vietnamese
from archive.pages.layouts import GENERIC, LAYOUTS, layout_named, near_ends
from archive.pages.lines import outline_of_text
from archive.pages.markup import tokens_of
from archive.pages.readers import BadInput, Input, Revisit, iter_raw

if TYPE_CHECKING:
    from archive.pages.page import Page, RawPage

__all__ = ["BadInput", "Input", "Revisit", "iter_raw", "read"]


def read(raw: RawPage, layout: str = "") -> Page:
    """The article of a page. `layout` names the family that its address belongs to, if known.

    The signs on the page outrank it: a portal may have moved to other software.
    Raises UnreadableError for broken bytes, NotAnArticleError for a sound page without an article.
    """
    text = decode(raw.content, raw.charset)
    origin = Origin(raw.url, raw.captured_at, raw.title)
    if raw.media == "html":
        tokens = tokens_of(text)
        outline = outline_of_html(tokens)
        head = head_of(tokens)
        origin = replace(origin, headline=headline(head), stamps=published(head))
    else:
        outline = outline_of_text(text)
    require_vietnamese(" ".join(line.text for line in outline.lines))
    near = near_ends(outline.lines)
    seen = (known for known in LAYOUTS if known.recognises(near))
    family = next(seen, None) or layout_named(layout)
    outline = family.without_furniture(outline)
    if outline.boxes:
        ask = partial(main_lines, text) if family is GENERIC else frozenset
        outline = replace(outline, core=core_of(outline, ask))
    return assemble(outline, origin, family.name)
