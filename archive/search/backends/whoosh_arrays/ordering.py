"""The order of what was found: BM25F over the wishes of the query, ties by day and id; or by date.

Every document that was found gets a quick score, in four bytes, and over whole rows where there are many;
those that may be among the first get their exact score, and are sorted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.conditions import holds
from archive.search.backends.whoosh_arrays.postings import DENSE
from archive.search.backends.whoosh_arrays.scores import Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment
    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.query import Query

DIGITS = 6  # scores that agree so far are equal
DAY_BITS = 22  # the last day of year 9999 is below 2 ** 22
SCORE_BITS = 40
FEW = 64  # documents that are scored exactly at once
BLOCK = 64  # values of which only the largest is looked at first
MARGIN = 1e-5  # by how much of itself a quick score may be wrong


class Place(NamedTuple):
    """A document in the order of the answer."""

    segment: Segment
    doc: int
    score: float


class Ranked(NamedTuple):
    """Documents of one part with what they are ordered by: the larger key first, then the smaller id."""

    docs: Array
    keys: Array
    scores: Array


NOTHING = Ranked(np.empty(0, "i8"), np.empty(0, "i8"), np.empty(0))


def ordered(snapshot: Snapshot, query: Query, found: Sequence[tuple[Part, Array]]) -> list[Place]:
    """The page that the query asks for."""
    wanted = query.offset + query.limit
    if not query.limit:
        return []
    scorer = Scorer(snapshot, query)
    ranked = [rank(scorer, query, part, mask) for part, mask in found]
    rows = [(number, i) for number, one in enumerate(ranked) for i in range(len(one.docs))]
    if not rows:
        return []
    keys = np.concatenate([one.keys for one in ranked])
    ids = np.concatenate(
        [part.segment.ids[one.docs] for (part, _), one in zip(found, ranked, strict=True)]
    )
    page = np.lexsort((ids, -keys))[query.offset : wanted]
    return [place_of(found, ranked, *rows[at]) for at in page.tolist()]


def place_of(
    found: Sequence[tuple[Part, Array]], ranked: Sequence[Ranked], number: int, i: int
) -> Place:
    one = ranked[number]
    return Place(found[number][0].segment, int(one.docs[i]), float(one.scores[i]))


def rank(scorer: Scorer, query: Query, part: Part, mask: Array) -> Ranked:
    """Documents of a part that may be on the page; equal keys stay together."""
    wanted = query.offset + query.limit
    if not mask.any():
        return NOTHING
    if query.sort != "relevance" or (scorer.is_idle and not query.first):
        days = part.segment.days
        keys = days if query.sort != "oldest" else np.where(days, (1 << DAY_BITS) - days, 0)
        docs = leading(np.flatnonzero(mask), keys, wanted)
        return Ranked(docs, keys[docs], np.zeros(len(docs)))
    first, rest = Scored.nothing(), Scored.nothing()
    if query.first is not None:
        preferred = mask & holds(part.segment, query.first)
        first = contenders(scorer, part, preferred, wanted)
        mask = mask & ~preferred
    if len(first.docs) < wanted:
        rest = contenders(scorer, part, mask, wanted)
    docs, scores = (np.concatenate(both) for both in zip(first, rest, strict=True))
    keys = np.minimum(np.rint(scores * 10**DIGITS), (1 << SCORE_BITS) - 1).astype("i8")
    keys = keys << DAY_BITS | part.segment.days[docs]
    keys[: len(first.docs)] |= 1 << (SCORE_BITS + DAY_BITS)
    kept = leading(np.arange(len(docs)), keys, wanted)
    return Ranked(docs[kept], keys[kept], scores[kept])


class Scored(NamedTuple):
    """Documents of a part and their exact scores."""

    docs: Array
    scores: Array

    @classmethod
    def nothing(cls) -> Scored:
        return cls(np.empty(0, "i8"), np.empty(0))


def contenders(scorer: Scorer, part: Part, mask: Array, wanted: int) -> Scored:
    """Documents of a mask among which the `wanted` best are; of many, by quick scores."""
    docs = np.flatnonzero(mask)
    if len(docs) > max(wanted, FEW) and scorer.wishes[part.segment.name]:
        quick = scorer.quick(part, docs, all_of_them=len(docs) * DENSE > len(mask))
        docs = docs[near_top(quick, wanted)]
    return Scored(docs, scorer.exact(part, docs))


def near_top(scores: Array, wanted: int) -> Array:
    """Which scores may be among the `wanted` largest when they are exactly computed."""
    least = lower_bound(scores, wanted)
    found: Array = scores >= least - MARGIN * max(1, abs(least))
    return found


def leading(docs: Array, keys: Array, wanted: int) -> Array:
    """Of documents those whose keys are among the `wanted` largest; equal keys stay together."""
    if len(docs) <= wanted:
        return docs
    own = keys[docs]
    kept: Array = docs[own >= lower_bound(own, wanted)]
    return kept


def lower_bound(values: Array, wanted: int) -> float:
    """A value that at least `wanted` of these reach; few others do.

    As many blocks have a value as large as the smallest of the `wanted` largest block maxima.
    """
    blocks = len(values) // BLOCK
    if blocks > 2 * wanted:
        values = values[: blocks * BLOCK].reshape(BLOCK, blocks).max(axis=0)
    least: float = np.partition(values, -wanted)[-wanted]
    return least
