"""The order of relevance, the same for every engine: a sum of BM25 over a few look-ups.

A word's frequency in the field `all` is weighted by the parts it stands in before it saturates, which is
BM25F with one length for the whole article, weighted likewise. Pairs of neighbouring words are a field of
their own, weighted alike, so words that stand together as typed, in a title or in the name of a place or
person above all, come first. Between equals the newer comes first.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from archive.search.query import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.search.query import Query

K1, B = 1.2, 0.75  # saturation and length, the usual values
PAIR = 1.0  # of a pair beside a single word
AS_TYPED = 0.5  # of the accents as typed beside the word without

# The lengths that one byte tells apart, ascending: exact up to 40, to an eighth above. Lucene keeps no others,
# so every engine reckons with them.
LENGTHS: tuple[int, ...] = (
    *range(24),
    *(24 + (code if code < 8 else (code & 7 | 8) << (code >> 3) - 1) for code in range(232)),
)


def kept(length: float) -> int:
    """A length as engines reckon with it."""
    return LENGTHS[bisect_right(LENGTHS, length) - 1]


@dataclass(frozen=True, slots=True)
class Wish:
    """A look-up that adds boost × BM25 to the score of an article that has the term."""

    field: str
    form: Literal["exact", "folded"]
    text: str
    boost: float


def wishes(query: Query) -> list[Wish]:
    return list(dict.fromkeys((*word_wishes(query), *pair_wishes(query))))


def word_wishes(query: Query) -> Iterator[Wish]:
    for word in sought(query.node):
        if word.loose:
            yield Wish("all", "folded", word.folded, 1.0)
            yield Wish("all", "exact", word.exact, AS_TYPED)
        else:
            yield Wish("all", "exact", word.exact, 1.0)


def pair_wishes(query: Query) -> Iterator[Wish]:
    for pair in query.pairs:
        if pair.loose:
            yield Wish("pairs", "folded", pair.folded, PAIR)
        else:
            yield Wish("pairs", "exact", pair.exact, PAIR)
