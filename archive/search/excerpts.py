"""The best place of a text for a query, with what was sought marked; accents as written."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.search.analysis import analyse
from archive.search.hits import Excerpt
from archive.search.query import sought
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.query import Query
    from archive.search.words import Term

WINDOW = 36  # words of a snippet
LEAD_IN = 6  # words shown before the first one that was sought


@lru_cache(maxsize=64)
def terms_of(text: str, province_kind: str) -> tuple[Term, ...]:
    """Terms of a text; who pages and narrows sees the same articles again."""
    return tuple(analyse(text, province_kind))


def matching(terms: Sequence[Term], query: Query) -> list[Term]:
    """The terms of a text that the query asks for.

    A word that stands somewhere beside its neighbour in the query is shown there alone: the `thị` of
    `thị ủy` is not marked in every name with Thị.
    """
    words = list(sought(query.node))
    exact = {word.exact for word in words if not word.loose}
    folded = {word.folded for word in words if word.loose}
    found = [t for t in terms if t.exact in exact or (t.folded and t.folded in folded)]
    beside = in_pairs(terms, query)
    settled = {term.folded for term in found if term.position in beside and term.role == "word"}
    return [t for t in found if t.position in beside or t.folded not in settled]


def in_pairs(terms: Sequence[Term], query: Query) -> set[int]:
    """Positions of words that stand beside the neighbour that they have in the query."""
    pairs = {pair.folded if pair.loose else pair.exact for pair in query.pairs}
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
    return Excerpt(text, merged(matching(terms_of(text, province_kind), query), 0, len(text)))


def snippet(text: str, query: Query, province_kind: str = "") -> Excerpt:
    """The stretch of about WINDOW words with the most different words of the query."""
    text = " ".join(clean(text).split())  # as analysis sees it, so that positions agree
    terms = terms_of(text, province_kind)
    plain = [term for term in terms if term.role == "word"]
    if not plain:
        return Excerpt("")
    found = matching(terms, query)
    first = best_start(found)
    begin = max(0, first - LEAD_IN)
    end = min(len(plain), begin + WINDOW)
    start, stop = plain[begin].start, plain[end - 1].end
    stop += len(text[stop:]) - len(text[stop:].lstrip('.,;:!?)"')) if end == len(plain) else 0
    ranges = merged(found, start, stop)
    before, after = ("… " if begin else ""), (" …" if end < len(plain) else "")
    shift = len(before) - start
    return Excerpt(
        before + text[start:stop] + after, tuple((a + shift, b + shift) for a, b in ranges)
    )


def best_start(found: Sequence[Term]) -> int:
    """Position of the first word of the window that shows the most different terms."""
    if not found:
        return 0
    return max(
        (term.position for term in found),
        key=lambda p: (
            len({t.folded for t in found if p <= t.position < p + WINDOW - LEAD_IN}),
            -p,
        ),
    )


def merged(terms: Sequence[Term], start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Ranges inside the window, neighbours with one space between them joined."""
    ranges: list[tuple[int, int]] = []
    for term in sorted(terms, key=lambda t: (t.start, t.end)):
        if term.start < start or term.end > stop:
            continue
        if ranges and term.start <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], term.end))
        else:
            ranges.append((term.start, term.end))
    return tuple(ranges)
