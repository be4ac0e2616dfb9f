"""A page as lines, whether it came as flattened text or as HTML: one form for all rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from selectolax.lexbor import LexborHTMLParser, LexborNode

# What markup says of a block. `pictured`: the first text after a picture; `chrome`: navigation.
Hint = Literal["text", "heading", "caption", "pictured", "chrome", "links"]

BLOCKS = frozenset(
    """address article aside blockquote body br button center marquee dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section
    summary table tbody tfoot thead tr ul""".split()
)
SILENT = frozenset(
    """head iframe link meta noscript object option script select style svg template textarea
    title""".split()
)
CELLS = frozenset({"td", "th"})
APART = CELLS | {"time"}
CHROME = frozenset({"nav", "footer", "aside"})
# Parts of the class names that captions have; asked of the whole page at once.
CAPTION_CLASSES = (
    "caption", "img-desc", "imgdesc", "image-desc", "imagedesc", "note-img", "noteimg", "chu-thich",
    "chuthich",
)  # fmt: skip
# What elements of advertisements are called, as whole class names: longer names hold articles too.
ADVERTISEMENTS = frozenset("ad ads adv advertisement qc quangcao quang-cao".split())
# A part of every name of the two: the fewer a question has, the sooner it has visited the whole tree.
PARTS = ("caption", "desc", "note", "thich", "ad", "qc", "quang")
CLASSED = ", ".join(f'[class*="{part}" i]' for part in PARTS)
LINKED = 0.7  # share of a block's text in links from which it is navigation
SHORTEST = 8  # code points of a line that may hold nothing but invisible characters
DEEPEST = 200  # nesting beyond which markup is hostile; its text is read flat


class Line(NamedTuple):
    """One block of text, clean, on one line."""

    text: str
    hint: Hint = "text"


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a page in reading order.

    `boxes` are the half-open ranges of lines that the elements of an HTML page hold, `core` is the
    one in which the article lies; flattened text has none.
    """

    lines: tuple[Line, ...]
    boxes: tuple[tuple[int, int], ...] = ()
    core: tuple[int, int] | None = None


def outline_of_text(text: str) -> Outline:
    """Non-empty lines of flattened text."""
    texts = [line for line in map(str.strip, clean(text).split("\n")) if line]
    lines = {line: Line(line) for line in set(texts)}  # hostile pages repeat one without end
    return Outline(tuple(map(lines.__getitem__, texts)))


def outline_of_html(tree: LexborHTMLParser) -> Outline:
    """Blocks of a parsed page; scripts and the fillings of forms are left out."""
    blocks = Blocks(*found(tree))
    if tree.body is not None:
        blocks.walk(tree.body, "text", 0)
        blocks.end("text")
    texts = clean("\n".join(blocks.texts)).split("\n") if blocks.texts else []
    lines = map(Line._make, zip(map(str.strip, texts), blocks.hints, strict=True))
    return Outline(tuple(lines), tuple(blocks.boxes))


def found(tree: LexborHTMLParser) -> tuple[set[int], set[int]]:
    """The elements of captions and those of advertisements, by their numbers in the tree."""
    captions, advertisements = set(), set()
    for node in tree.css(CLASSED):  # one question for both: each visits the whole tree
        name = (node.attributes["class"] or "").lower()
        if any(part in name for part in CAPTION_CLASSES):
            captions.add(node.mem_id)
        if not ADVERTISEMENTS.isdisjoint(name.split()):
            advertisements.add(node.mem_id)
    return captions, advertisements


class Blocks:
    """Gathers inline text until a block begins or ends."""

    def __init__(self, captions: AbstractSet[int], advertisements: AbstractSet[int]) -> None:
        self.captions = captions
        self.advertisements = advertisements
        self.parts: list[str] = []
        self.links = 0  # that are open
        self.linked = 0  # code points in links
        self.after_picture = False
        self.texts: list[str] = []
        self.hints: list[Hint] = []
        self.boxes: list[tuple[int, int]] = []

    def walk(self, node: LexborNode, hint: Hint, depth: int) -> None:
        if depth > DEEPEST:
            self.flat(node)
            return
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self.add(child.text_content or "")
            elif tag in BLOCKS:
                self.block(child, tag, hint, depth)
            elif tag == "a":
                self.link(child, hint, depth)
            elif tag == "img":
                self.after_picture = True
            elif tag in CELLS and is_layout(child):
                self.block(child, tag, hint, depth)
            elif tag not in SILENT:
                self.part(child, tag)
                self.walk(child, hint, depth + 1)

    def part(self, node: LexborNode, tag: str) -> None:
        """What holds an inline element apart from the text before it."""
        if tag in APART:
            self.parts.append(" ")
        elif not node.attributes:
            self.parts.append("")  # of no style: a letter that is set apart within a word

    def flat(self, node: LexborNode) -> None:
        """All text of an element, as if it held no others."""
        for child in node.iter(include_text=True):
            if child.tag == "img":
                self.after_picture = True
            elif child.tag not in SILENT:
                self.add(child.text() or "")

    def block(self, node: LexborNode, tag: str, outer: Hint, depth: int) -> None:
        if self.parts:
            self.end(outer)
        first = len(self.texts)
        inner = self.hint_of(node, tag, outer)
        self.walk(node, inner, depth + 1)
        if self.parts:
            self.end(inner)
        if len(self.texts) - first > 1:
            self.boxes.append((first, len(self.texts)))

    def link(self, node: LexborNode, hint: Hint, depth: int) -> None:
        self.parts.append("")
        self.links += 1
        self.walk(node, hint, depth + 1)
        self.links -= 1

    def hint_of(self, node: LexborNode, tag: str, outer: Hint) -> Hint:
        """What an element's name and class say of its text."""
        if outer == "chrome" or tag in CHROME:
            return "chrome"
        if self.advertisements and node.mem_id in self.advertisements:
            return "chrome"
        if tag == "figcaption" or (self.captions and node.mem_id in self.captions):
            return "caption"
        return "heading" if tag in {"h1", "h2"} else outer

    def add(self, text: str) -> None:
        parts = self.parts
        if parts and parts[-1] and is_glued(parts[-1], text):
            parts.append(" ")
        parts.append(text)
        if self.links:
            self.linked += len(text.strip())

    def end(self, hint: Hint) -> None:
        text = "".join(self.parts).replace("\n", " ").strip()
        if text and not (len(text) < SHORTEST and not clean(text).strip()):
            self.texts.append(text)
            self.hints.append(self.hint(hint, len(text)))
            self.after_picture = False
        self.parts, self.linked = [], 0

    def hint(self, hint: Hint, length: int) -> Hint:
        if hint != "text":
            return hint
        if self.linked > LINKED * length:
            return "links"
        return "pictured" if self.after_picture else "text"


def is_glued(before: str, after: str) -> bool:
    """`08:05` and `Lượt xem` of two elements side by side, which their style holds apart.

    Word processors cut words into elements too, but never before a capital inside a word.
    """
    return after[:1].isupper() and (before[-1:].isdigit() or before[-1:].islower())


def is_layout(cell: LexborNode) -> bool:
    """Whether a table's cell holds blocks of its own, as old portals lay out their pages."""
    return any(child.tag in BLOCKS for child in cell.iter())
