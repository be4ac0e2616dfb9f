"""Which element of an HTML page holds the article: the one in which most of the running text lies.

The lead's teasers of a slider, the notes of a sidebar are running text too; an article is where most
of it stands together. On portals of an unknown layout trafilatura, whose rules know thousands of
sites, says which lines it would take, and the others count for less. It takes longer than all the
rest, so it is asked only where its answer can change the choice.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

import trafilatura

from archive.pages.region import ELSEWHERE, running_words
from archive.pages.sentences import key
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from archive.pages.lines import Line, Outline

SEVERAL, LINK = 4, 120  # links that make a list a menu; letters of one, at most
Box = tuple[int, int]
LEFT_OUT = 0.3  # what a line counts that trafilatura leaves out
OUTER = 0.5  # what a line counts for the element around its own
EQUAL = 0.001  # words by which two elements differ in nothing but rounding
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


def core_of(outline: Outline, ask: Callable[[], AbstractSet[str]] = frozenset) -> Box | None:
    """The element with most of the running text, None where no element holds any.

    `ask` returns the keys of the lines that count in full; where it returns none, all do.
    """
    weights = weights_of(outline)
    heaviest = heaviest_of({box: sum(parts.values()) for box, parts in weights.items()})
    if heaviest is None or is_certain(heaviest, weights):
        return heaviest
    shares = shares_of(outline.lines, ask())
    return heaviest_of(
        {box: sum(parts[i] * shares[i] for i in parts) for box, parts in weights.items()}
    )


def weights_of(outline: Outline) -> dict[Box, dict[int, float]]:
    """What each element holds: the words of running text by the index of their line."""
    weights: dict[Box, dict[int, float]] = {}
    own = (i for i, line in enumerate(outline.lines) if line.hint not in ELSEWHERE)
    running = {i: count for i in own if (count := running_words(outline.lines[i]))}
    for i, box, outer in placed(outline, running):
        for holder, part in ((box, running[i]), (outer, OUTER * running[i])):
            if holder:
                weights.setdefault(holder, {})[i] = part
    return weights


def heaviest_of(totals: dict[Box, float]) -> Box | None:
    """The heaviest element, of equals the smallest."""
    return max(totals, key=lambda box: (totals[box], box[0] - box[1]), default=None)


def is_certain(heaviest: Box, weights: dict[Box, dict[int, float]]) -> bool:
    """Whether an element stays the heaviest whichever lines come to count for less."""
    own = weights[heaviest]
    total = sum(own.values())
    return all(box == heaviest or lead(own, total, weights[box]) > EQUAL for box in weights)


def lead(own: dict[int, float], total: float, other: dict[int, float]) -> float:
    """By how much one element outweighs another at least: lines for it count least, others in full."""
    sole = total - sum(own.get(i, 0.0) for i in other)
    both = (own.get(i, 0.0) - part for i, part in other.items())
    return sole * LEFT_OUT + sum(gain * LEFT_OUT if gain > 0 else gain for gain in both)


def shares_of(lines: Sequence[Line], main: AbstractSet[str]) -> list[float]:
    """What each line counts, of 1."""
    return [1.0 if not main or key(line.text) in main else LEFT_OUT for line in lines]


def placed(outline: Outline, at: Iterable[int]) -> Iterator[tuple[int, Box | None, Box | None]]:
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
