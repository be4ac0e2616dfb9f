"""Which lines are the article's own: from under the headline to what follows it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from archive.pages.furniture import is_end, words
from archive.pages.sentences import PARAGRAPH, is_closed

if TYPE_CHECKING:
    from archive.pages.lines import Line, Outline

ENOUGH = 80  # words of running text from which an element may be the whole article
ELSEWHERE = frozenset({"links", "heading", "chrome"})


def find_end(outline: Outline, start: int, first: int) -> int:
    """Index of the first line after the article: a heading of other news, or its element's end.

    `first` is the first line of running text: what stands before it ends nothing.
    """
    marked = next(
        (i for i in range(max(start, first), len(outline.lines)) if ends(outline.lines[i])), None
    )
    stop = len(outline.lines) if marked is None else marked
    box = article_box(outline, start, stop)
    if box is None:
        return stop
    outside = (i for i in range(box[1], stop) if outline.lines[i].hint in ELSEWHERE)
    return next(outside, stop)


def ends(line: Line) -> bool:
    return line.hint != "chrome" and is_end(line.text)


def article_box(outline: Outline, start: int, stop: int) -> tuple[int, int] | None:
    """The smallest element around the first paragraph that holds an article's worth of text."""
    running = list(accumulate(map(running_words, outline.lines[start:stop]), initial=0))
    around = (box for box in outline.boxes if box[0] <= start < box[1])
    holding = [box for box in around if running[min(box[1], stop) - start] >= ENOUGH]
    return min(holding, key=lambda box: box[1] - box[0], default=None)


def running_words(line: Line) -> int:
    if line.hint in ELSEWHERE:
        return 0
    count = words(line.text)
    return count if count >= PARAGRAPH or is_closed(line.text) else 0
