"""The best place of a text for a query, with what was sought marked; accents as written.

Here the whole text is analysed; `passages.py` is for an index, which knows where words stand.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.search.analysis import analyse
from archive.search.hits import Excerpt
from archive.search.likeness import fits
from archive.search.query import likes, sought
from archive.search.words import analysable, words_of
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.query import Query
    from archive.search.words import Term

WINDOW = 36  # words of a snippet
LEAD_IN = 6  # words shown before the first one that was sought


class Asked:
    """What a query asks for, as terms of a text are compared with it."""

    def __init__(self, query: Query) -> None:
        words = list(sought(query.node))
        self.exact = {word.exact for word in words if not word.loose}
        self.folded = {word.folded for word in words if word.loose}
        self.likes = [(fits(form), form.loose) for form in likes(query.node)]
        self.pairs = {pair.folded if pair.loose else pair.exact for pair in query.pairs}
        # Concepts, dates and amounts need a full analysis; words are found faster.
        self.is_plain = all(word.is_plain and not word.exact[0].isdigit() for word in words)

    def terms_of(self, text: str, province_kind: str) -> Sequence[Term]:
        """Terms of a text among which are all that the query asks for."""
        return words_of(analysable(text)) if self.is_plain else all_terms(text, province_kind)

    def among(self, terms: Sequence[Term]) -> list[Term]:
        exact, folded = self.exact, self.folded
        return [
            t
            for t in terms
            if t.exact in exact or (t.folded and (t.folded in folded or self.is_like(t)))
        ]

    def is_like(self, term: Term) -> bool:
        return any(fit(term.folded if loose else term.exact) for fit, loose in self.likes)


@lru_cache(maxsize=256)
def all_terms(text: str, province_kind: str) -> tuple[Term, ...]:
    """Who pages and narrows sees the same articles again."""
    return tuple(analyse(text, province_kind))


def matching(terms: Sequence[Term], asked: Asked) -> list[Term]:
    """The terms that are marked.

    A word that stands somewhere beside its neighbour in the query is shown there alone: the `thị` of
    `thị ủy` is not marked in every name with Thị.
    """
    found = asked.among(terms)
    beside = in_pairs(terms, asked.pairs)
    settled = {term.folded for term in found if term.position in beside and term.role == "word"}
    return [t for t in found if t.position in beside or t.folded not in settled]


def in_pairs(terms: Sequence[Term], pairs: set[str]) -> set[int]:
    """Positions of words that stand beside the neighbour that they have in the query."""
    plain = [term for term in terms if term.role == "word"]
    return {
        position
        for a, b in pairwise(plain)
        if f"{a.exact} {b.exact}" in pairs or f"{a.folded} {b.folded}" in pairs
        for position in (a.position, b.position)
    }


def marked(text: str, query: Query, province_kind: str = "") -> Excerpt:
    """The whole text with what was sought marked."""
    text = clean(text)
    asked = Asked(query)
    found = matching(asked.terms_of(text, province_kind), asked)
    return Excerpt(text, merged(spans(found), 0, len(text)))


def snippet(text: str, query: Query, province_kind: str = "") -> Excerpt:
    """The stretch of about WINDOW words with the most different words of the query."""
    text = " ".join(clean(text).split())  # as analysis sees it, so that positions agree
    asked = Asked(query)
    terms = asked.terms_of(text, province_kind)
    plain = [term for term in terms if term.role == "word"]
    if not plain:
        return Excerpt("")
    found = matching(terms, asked)
    begin = max(0, best_start([(term.position, term.folded) for term in found]) - LEAD_IN)
    end = min(len(plain), begin + WINDOW)
    bounds = plain[begin].start, plain[end - 1].end
    return cut(text, bounds, spans(found), starts=begin == 0, ends=end == len(plain))


def best_start(found: Sequence[tuple[int, str]]) -> int:
    """Position of the first word of the window that shows the most different words."""
    best = first = end = 0
    inside: Counter[str] = Counter()
    every = len({word for _, word in found})
    for position, word in found:
        if best == every:
            break
        while end < len(found) and found[end][0] < position + WINDOW - LEAD_IN:
            inside[found[end][1]] += 1
            end += 1
        if len(inside) > best:
            best, first = len(inside), position
        inside[word] -= 1
        if not inside[word]:
            del inside[word]
    return first


def spans(terms: Sequence[Term]) -> list[tuple[int, int]]:
    return [(term.start, term.end) for term in terms]


def cut(
    text: str,
    bounds: tuple[int, int],
    marks: Sequence[tuple[int, int]],
    *,
    starts: bool,
    ends: bool,
) -> Excerpt:
    """A stretch of a text with marks; whether the whole text starts and ends with it."""
    start, stop = bounds
    if ends:
        stop += len(text[stop:]) - len(text[stop:].lstrip('.,;:!?)"'))
    before, after = ("" if starts else "… "), ("" if ends else " …")
    shift = len(before) - start
    ranges = merged(marks, start, stop)
    return Excerpt(
        before + text[start:stop] + after, tuple((a + shift, b + shift) for a, b in ranges)
    )


def merged(marks: Sequence[tuple[int, int]], start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Ranges inside the window, neighbours with one space between them joined."""
    ranges: list[tuple[int, int]] = []
    for first, last in sorted(marks):
        if first < start or last > stop:
            continue
        if ranges and first <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], last))
        else:
            ranges.append((first, last))
    return tuple(ranges)
