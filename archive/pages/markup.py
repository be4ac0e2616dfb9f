"""HTML text → the tags of the tree that browsers make of it, unless no parser ends on it in good time."""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

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
SCRIPT = re.compile("<script", re.IGNORECASE)
# Elements that hold no markup but whatever they please.
RAW = "script|style|iframe|noembed|noframes|xmp|plaintext"
LINK = r"<a(?:\ [^>]*+)?+>"
TAG = re.compile(
    rf"""(?: ((?:<li(?:\ [^>]*+)?+>{LINK}[^<]*+</a></li>\s*+){{3,}}+) | <(?:
    /([^>]*)>
    | ( (?P<raw>(?:{RAW})(?=[\ >])) | [^\s/>!?][^\s/>]* ) ([^>]*+) >
      (?: (?P<link>{LINK})? ( (?(raw).*?|[^<]*+) ) (?(link)</a>) (</\3>) )?
    | !--.*?-->
    | [!?][^>]*>
    ))([^<]*+)""",
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(r' ([^\s=>]+)="([^"]*)"')
# What `TAG` finds: menu, closed, name, raw, attributes, link, inner, end, behind. One of the first three is set:
# items of a list that are nothing but links, the name of an element that is closed, or of one that opens.
# An element that holds nothing but a text, or a link that does, comes whole: `link` is the tag of the link,
# `inner` the text, `end` the closing tag. `behind` is the text after all. Texts are markup: `&amp;` for `&`.
Token = tuple[str, str, str, str, str, str, str, str, str]


def tokens_of(html: str) -> list[Token]:
    """The tags of a page in order, each element but void ones closed.

    Raises UnreadableError where elements lie in each other, or one has attributes, without end.
    """
    if html.count("<") - html.count("</") > DEEPEST and is_too_deep(html):
        raise UnreadableError("elements are nested deeper than any browser shows: broken markup?")
    if len(html) > LARGE and has_endless_tag(html):
        raise UnreadableError(f"an element has more than {MOST} attributes: broken markup?")
    tree = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)
    written = tree.html or ""
    if hides_its_end(written):
        for node in tree.css("script, plaintext"):
            node.inner_html = ""
        written = tree.html or ""
    return TAG.findall(written)


def attributes_of(written: str) -> dict[str, str]:
    """Attributes of a tag by their names."""
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(written)}


def hides_its_end(written: str) -> bool:
    """Whether an element may hold what looks like its own closing tag: a script in a comment of one."""
    comments = (piece.partition("-->")[0] for piece in written.split("<!--")[1:])
    return "<plaintext" in written or any(map(SCRIPT.search, comments))


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
