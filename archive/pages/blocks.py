"""The lines of an HTML page: what browsers set on lines of their own."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from html import unescape
from typing import TYPE_CHECKING

from archive.pages.lines import Line, Outline
from archive.pages.markup import attributes_of
from archive.vietnamese.normalise import NOTHING, clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from archive.pages.lines import Hint
    from archive.pages.markup import Token

BLOCKS = frozenset(
    """address article aside blockquote br button center marquee dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section
    summary table tbody tfoot thead tr ul""".split()
)
SILENT = frozenset(
    """head iframe link meta noembed noframes noscript object option script select style svg template
    textarea title xmp""".split()
)
# Elements that hold nothing and are never closed.
VOID = frozenset(
    """area base basefont bgsound br col embed frame hr img input keygen link meta param source track
    wbr""".split()
)
CELLS = frozenset({"td", "th"})
APART = CELLS | {"time"}
CHROME = frozenset({"nav", "footer", "aside"})
# Parts of the class names that captions have.
CAPTION_CLASSES = (
    "caption", "img-desc", "imgdesc", "image-desc", "imagedesc", "note-img", "noteimg", "chu-thich",
    "chuthich",
)  # fmt: skip
# What elements of advertisements are called, as whole class names: longer names hold articles too.
ADVERTISEMENTS = frozenset("ad ads adv advertisement qc quangcao quang-cao".split())
LINKED = 0.7  # share of a block's text in links from which it is navigation
LINE = partial(tuple.__new__, Line)  # `Line._make` without its checks: a page has hundreds
ITEM = re.compile(r"<li([^>]*+)><a[^>]*+>([^<]*+)")


def outline_of_html(tokens: Sequence[Token]) -> Outline:
    """Blocks of a page; scripts and the fillings of forms are left out."""
    blocks = Blocks()
    blocks.read(tokens)
    texts = clean("\n".join(blocks.texts)).split("\n") if blocks.texts else []
    lines = map(LINE, zip(map(str.strip, texts), blocks.hints, strict=True))
    return Outline(tuple(lines), tuple(blocks.boxes))


class Blocks:
    """Gathers inline text until a block begins or ends."""

    def __init__(self) -> None:
        self.hint: Hint = "text"
        self.around: list[tuple[Hint, int]] = []  # hint and first line of the open blocks
        # The open element that is left out, and how deep in such ones.
        self.silent, self.depth = "", 0
        self.parts: list[str] = []
        self.links = 0  # that are open
        self.linked = 0  # code points in links
        self.after_picture = False
        self.texts: list[str] = []
        self.hints: list[Hint] = []
        self.boxes: list[tuple[int, int]] = []

    def read(self, tokens: Sequence[Token]) -> None:
        cells = cells_of_blocks(tokens)
        for number, token in enumerate(tokens):
            menu, closed, name, _, attributes, link, inner, end, behind = token
            if self.is_left_out(closed, name, end):
                continue
            if menu:
                self.menu(menu)
            elif name in BLOCKS or closed in BLOCKS or number in cells:
                if end:
                    self.line(name, attributes, link, inner)
                else:
                    self.block(closed, name, attributes)
            elif name not in SILENT:
                self.inline(closed, name, attributes)
                if end:
                    self.inside(name, link, inner)
            if behind and (self.parts or not behind.isspace()):
                self.add(behind)
        self.end()

    def is_left_out(self, closed: str, name: str, end: str) -> bool:
        """Whether a tag opens an element whose text readers do not see, or stands within one."""
        if self.depth:
            self.depth += (name == self.silent and not end) - (closed == self.silent)
        elif name in SILENT and not end and name not in VOID:
            self.silent, self.depth = name, 1
        return self.depth > 0

    def menu(self, items: str) -> None:
        """List items that hold nothing but a link."""
        found = ITEM.findall(items.replace("\n", " "))
        hints = {self.hint_of("li", attributes) for attributes in {item[0] for item in found}}
        if len(hints) > 1:
            for attributes, inner in found:
                self.line("li", attributes, "a", inner)
            return
        self.end()
        inners = (inner for _, inner in found)
        texts = map(str.strip, map(unescape, inners) if "&" in items else inners)
        self.add_lines([text for text in texts if text.strip(NOTHING)], hints.pop(), linked=True)

    def line(self, name: str, attributes: str, link: str, inner: str) -> None:
        """A block that holds nothing but a text, or a link."""
        self.end()
        if (text := plain(inner)).strip(NOTHING):
            hint = self.hint_of(name, attributes)
            self.add_lines([text], hint, linked=bool(link or self.links))

    def block(self, closed: str, name: str, attributes: str) -> None:
        """Where a block begins or ends."""
        self.end()
        if name and name not in VOID:
            self.around.append((self.hint, len(self.texts)))
            self.hint = self.hint_of(name, attributes)
        elif closed and self.around:
            self.hint, first = self.around.pop()
            if len(self.texts) - first > 1:
                self.boxes.append((first, len(self.texts)))

    def inline(self, closed: str, name: str, attributes: str) -> None:
        """Where an inline element begins or ends, and what holds it apart from the text before it."""
        if closed:
            self.links -= closed == "a"
        elif name == "img":
            self.after_picture = True
        elif name in APART:
            self.parts.append(" ")
        elif name == "a":
            self.parts.append("")
            self.links += 1
        elif not attributes:
            self.parts.append("")  # of no style: a letter that is set apart within a word

    def inside(self, name: str, link: str, inner: str) -> None:
        """The text of an inline element, or of the only link in one."""
        if link:
            self.inline("", "a", link)
        if inner:
            self.add(inner)
        self.links -= bool(link) + (name == "a")

    def hint_of(self, name: str, attributes: str) -> Hint:
        """What an element's name and class say of its text."""
        outer = self.hint
        if outer == "chrome" or name in CHROME:
            return "chrome"
        said = said_by_class(attributes) if " class=" in attributes else None
        if said == "chrome":
            return said
        if said or name == "figcaption":
            return "caption"
        return "heading" if name in {"h1", "h2"} else outer

    def add(self, text: str) -> None:
        if "&" in text:
            text = unescape(text)
        parts = self.parts
        if parts and parts[-1] and is_glued(parts[-1], text):
            parts.append(" ")
        parts.append(text)
        if self.links:
            self.linked += len(text.strip())

    def end(self) -> None:
        """What was gathered becomes a line."""
        if not self.parts:
            return
        text = "".join(self.parts).replace("\n", " ").strip()
        if text.strip(NOTHING):
            self.add_lines([text], self.hint, linked=self.linked > LINKED * len(text))
        self.parts, self.linked = [], 0

    def add_lines(self, texts: list[str], hint: Hint, *, linked: bool) -> None:
        """Lines that are one as the other."""
        if hint == "text":
            hint = "links" if linked else "pictured" if self.after_picture else "text"
        self.texts += texts
        self.hints += [hint] * len(texts)
        self.after_picture = self.after_picture and not texts


def plain(markup: str) -> str:
    """The text that stands in markup for it, on one line."""
    return (unescape(markup) if "&" in markup else markup).replace("\n", " ").strip()


@lru_cache(maxsize=1024)
def said_by_class(attributes: str) -> Hint | None:
    """Whether an element is called as captions or as advertisements are."""
    name = attributes_of(attributes).get("class", "").lower()
    if not ADVERTISEMENTS.isdisjoint(name.split()):
        return "chrome"
    return "caption" if any(map(name.__contains__, CAPTION_CLASSES)) else None


def is_glued(before: str, after: str) -> bool:
    """`08:05` and `Lượt xem` of two elements side by side, which their style holds apart.

    Word processors cut words into elements too, but never before a capital inside a word.
    """
    return after[:1].isupper() and (before[-1:].isdigit() or before[-1:].islower())


def cells_of_blocks(tokens: Sequence[Token]) -> AbstractSet[int]:
    """Numbers of the tags of cells that hold blocks of their own, as old portals lay out their pages."""
    cells: set[int] = set()
    around: list[int] = []
    for number, (_, closed, name, _, _, _, _, end, _) in enumerate(tokens):
        if closed:
            if closed not in VOID and around and around.pop() in cells:
                cells.add(number)
        elif name:
            if name in BLOCKS and around and around[-1] >= 0:
                cells.add(around[-1])
            if not end and name not in VOID:
                around.append(number if name in CELLS else -1)
    return cells
