"""A page as lines, whether it came as flattened text or as HTML: one form for all rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

Hint = Literal["text", "heading", "caption", "chrome", "links"]

BLOCKS = frozenset(
    """address article aside blockquote body br button center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr img li main nav ol p pre section
    summary table tbody tfoot thead tr ul""".split()
)
SILENT = frozenset(
    """head iframe link meta noscript object option script select style svg template textarea
    title""".split()
)
CHROME = frozenset({"nav", "footer", "aside"})
CAPTION_CLASS = re.compile(r"caption|img-?desc|image-?desc|note-?img|chu-?thich", re.IGNORECASE)
DEEPEST = 200  # nesting beyond which markup is hostile; its text is read flat


@dataclass(frozen=True, slots=True)
class Line:
    """One block of text, clean, on one line. `hint` is what markup says of it."""

    text: str
    hint: Hint = "text"


def lines_of_text(text: str) -> list[Line]:
    """Non-empty lines of flattened text."""
    stripped = (line.strip() for line in clean(text).split("\n"))
    return [Line(line) for line in stripped if line]


def lines_of_html(tree: LexborHTMLParser) -> list[Line]:
    """Blocks of a parsed page in reading order; scripts and forms' fillings are left out."""
    body = tree.body
    return list(Blocks().read(body)) if body else []


class Blocks:
    """Gathers inline text until a block begins or ends."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.linked = 0
        self.lines: list[Line] = []

    def read(self, node: LexborNode) -> Iterator[Line]:
        self.walk(node, "text", in_link=False, depth=0)
        self.end("text")
        return iter(self.lines)

    def walk(self, node: LexborNode, hint: Hint, *, in_link: bool, depth: int) -> None:
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self.add(child.text(deep=False) or "", in_link=in_link)
            elif tag in SILENT:
                continue
            elif depth > DEEPEST:
                self.add(child.text() or "", in_link=in_link)
            elif tag in BLOCKS:
                self.end(hint)
                inner = hint_of(child, tag, hint)
                self.walk(child, inner, in_link=in_link, depth=depth + 1)
                self.end(inner)
            else:
                self.add(" " if tag in {"td", "th"} else "", in_link=False)
                self.walk(child, hint, in_link=in_link or tag == "a", depth=depth + 1)

    def add(self, text: str, *, in_link: bool) -> None:
        self.parts.append(text)
        if in_link:
            self.linked += len(text.strip())

    def end(self, hint: Hint) -> None:
        text = clean("".join(self.parts).replace("\n", " ")).strip()
        if text:
            is_links = hint == "text" and self.linked > 0.7 * len(text)
            self.lines.append(Line(text, "links" if is_links else hint))
        self.parts, self.linked = [], 0


def hint_of(node: LexborNode, tag: str, outer: Hint) -> Hint:
    if outer == "chrome" or tag in CHROME:
        return "chrome"
    if tag == "figcaption" or CAPTION_CLASS.search(node.attributes.get("class") or ""):
        return "caption"
    return "heading" if tag in {"h1", "h2"} else outer
