"""Which element of an HTML page holds the article: the one in which most of the running text lies.

The lead's teasers of a slider, the notes of a sidebar are running text too; an article is where most
of it stands together. On portals of an unknown layout trafilatura, whose rules know thousands of
sites, says which lines it would take, and the others count for less.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

import trafilatura

from archive.pages.region import running_words
from archive.pages.sentences import key
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from archive.pages.lines import Line, Outline

SEVERAL, LINK = 4, 120  # links that make a list a menu; letters of one, at most
Box = tuple[int, int]
LEFT_OUT = 0.3  # what a line counts that trafilatura leaves out
OUTER = 0.5  # what a line counts for the element around its own
LARGEST = (
    1_000_000  # code points of a page that trafilatura is asked about; articles are far smaller
)


def main_lines(html: str) -> frozenset[str]:
    """Keys (`sentences.key`) of the lines that trafilatura takes for the text of the page."""
    if len(html) > LARGEST:
        return frozenset()
    tree = trafilatura.load_html(html)
    if tree is None:
        return frozenset()
    leave_out_menus(tree)
    text = trafilatura.extract(tree, fast=True, include_comments=False, with_metadata=False)
    return frozenset(key(clean(line).strip("| ")) for line in (text or "").split("\n"))


def leave_out_menus(tree: Any) -> None:
    """Takes lists of links out of an lxml tree; trafilatura would weigh them one by one."""
    for menu in list(tree.iter("ul", "ol", "nav", "footer", "script", "style")):
        links, letters = menu.xpath("count(.//a)"), menu.xpath("string-length(.)")
        listed = menu.tag in {"ul", "ol"}
        if (not listed or links >= SEVERAL) and letters <= links * LINK:
            menu.drop_tree()


def core_of(outline: Outline, main: AbstractSet[str] = frozenset()) -> Box | None:
    """The element with most of the running text, None where no element holds any."""
    weights: dict[Box, float] = {}
    running = {i: count for i, line in enumerate(outline.lines) if (count := running_words(line))}
    for i, box, outer in placed(outline, running):
        weight = running[i] * share(outline.lines[i], main)
        for holder, part in ((box, weight), (outer, OUTER * weight)):
            if holder:
                weights[holder] = weights.get(holder, 0.0) + part
    return max(weights, key=lambda box: (weights[box], box[0] - box[1]), default=None)


def share(line: Line, main: AbstractSet[str]) -> float:
    return 1.0 if not main or key(line.text) in main else LEFT_OUT


def placed(
    outline: Outline, at: Iterable[int]
) -> Iterator[tuple[int, Box | None, Box | None]]:
    """Lines in ascending order, each with the element that holds it and the one around that."""
    opening = deque(sorted(outline.boxes, key=lambda box: (box[0], -box[1])))
    around: list[Box] = []
    for i in at:
        while opening and opening[0][0] <= i:
            leave(around, opening[0][0])
            around.append(opening.popleft())
        leave(around, i)
        yield i, last(around, 1), last(around, 2)


def leave(around: list[Box], i: int) -> None:
    """Takes off the elements that end before a line."""
    while around and around[-1][1] <= i:
        around.pop()


def last(boxes: Sequence[Box], back: int) -> Box | None:
    return boxes[-back] if len(boxes) >= back else None
