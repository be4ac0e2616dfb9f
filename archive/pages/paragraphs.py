"""The article's own lines → paragraphs, captions and signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.pages.authors import author_of
from archive.pages.captions import is_caption, is_credit, may_caption
from archive.pages.furniture import is_image_name, is_numbers, is_widget, words
from archive.pages.sentences import DATELINE, ITEM, PARAGRAPH, is_closed, key
from archive.pages.stamps import stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.pages.lines import Line

SIGNATURE = 8  # words of a last paragraph that may be a signature
REPEATED = 8  # words from which a second occurrence is the page's repetition, not a table's cell


@dataclass(frozen=True, slots=True)
class Parts:
    """What the lines of an article are, each in their order."""

    body: tuple[str, ...]
    captions: tuple[str, ...]
    author: str | None


def divide(region: Sequence[Line], title: str | None) -> Parts:
    """Sort the lines of an article; a repeated headline or lead is kept once."""
    lines = [line for line in region if not is_widget(line.text) and not is_credit(line.text)]
    last = last_paragraph(lines)
    captions, paragraphs = split(lines[: last + 1])
    tail = [line.text for line in lines[last + 1 :] if not is_image_name(line.text)]
    body = once(paragraphs, title)
    author = signature(tail)
    if author is None and len(body) > 1 and words(body[-1]) <= SIGNATURE:
        author = author_of(body[-1])
        body = body[:-1] if author else body
    captions += [text for text in tail if is_caption(text)]
    body += [text for text in tail if ITEM.match(text) and not author_of(text)]
    return Parts(tuple(body), tuple(dict.fromkeys(captions)), author)


def split(lines: Iterable[Line]) -> tuple[list[str], list[str]]:
    """Captions and paragraphs, in their order; names of images and dates are neither."""
    captions: list[str] = []
    paragraphs: list[str] = []
    after_image = False
    for line in lines:
        image = is_image_name(line.text)
        if not image and is_shown(line, after_image=after_image):
            captions.append(line.text)
        elif not image and stamp(line.text, after_title=True) is None:
            paragraphs.append(line.text)
        after_image = image
    return captions, paragraphs


def is_shown(line: Line, *, after_image: bool) -> bool:
    """Whether a line stands under a photograph, by its markup, its words or its neighbour."""
    if line.hint == "caption" or is_caption(line.text):
        return True
    return (after_image or line.hint == "pictured") and may_caption(line.text)


def once(paragraphs: Sequence[str], title: str | None) -> list[str]:
    """Paragraphs without repetitions, of the headline too; cells of tables may recur."""
    seen = {key(title or "")}
    kept: list[str] = []
    for paragraph in paragraphs:
        folded = key(paragraph)
        if folded in seen:
            continue
        if words(paragraph) >= REPEATED:
            seen.add(folded)
        kept.append(paragraph)
    return kept[1:] if len(kept) > 1 and is_cut_lead(kept[0], kept[1]) else kept


def is_cut_lead(first: str, second: str) -> bool:
    """A summary that is the beginning of the first paragraph, cut off."""
    lead = key(DATELINE.sub("", first))
    return words(first) >= REPEATED and key(DATELINE.sub("", second)).startswith(lead)


def last_paragraph(lines: Sequence[Line]) -> int:
    """Index of the last line that is running text: long, or closed like a sentence."""
    for i in range(len(lines) - 1, -1, -1):
        text = lines[i].text
        if lines[i].hint == "caption" or is_caption(text) or author_of(text):
            continue
        if words(text) >= PARAGRAPH or (words(text) >= 4 and is_closed(text)):
            return i
    return len(lines) - 1


def signature(tail: Sequence[str]) -> str | None:
    """The first signature among the lines after the text."""
    signed = (author_of(text) for text in tail if not is_caption(text) and not is_numbers(text))
    return next((author for author in signed if author), None)
