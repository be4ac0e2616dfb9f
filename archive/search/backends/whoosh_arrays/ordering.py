"""The order of what was found: BM25F over the wishes of the query, ties by day and id; or by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.conditions import holds
from archive.search.ranking import K1, wishes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment
    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.query import Query
    from archive.search.ranking import Wish

DIGITS = 6  # scores that agree so far are equal
DAY_BITS = 22  # the last day of year 9999 is below 2 ** 22
SCORE_BITS = 40


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


def ordered(snapshot: Snapshot, query: Query, found: Sequence[tuple[Part, Array]]) -> list[Place]:
    """The page that the query asks for."""
    wanted = query.offset + query.limit
    if not query.limit:
        return []
    ranked = [best(rank(snapshot, query, part, mask), wanted) for part, mask in found]
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


def best(ranked: Ranked, wanted: int) -> Ranked:
    """All that may be among the first `wanted`; equal keys stay together."""
    if len(ranked.keys) <= wanted:
        return ranked
    last = np.partition(ranked.keys, -wanted)[-wanted]
    kept = ranked.keys >= last
    return Ranked(*(values[kept] for values in ranked))


def rank(snapshot: Snapshot, query: Query, part: Part, mask: Array) -> Ranked:
    docs = np.flatnonzero(mask)
    days = part.segment.days[docs].astype("i8")
    if query.sort != "relevance":
        keys = days if query.sort == "newest" else np.where(days, (1 << DAY_BITS) - days, 0)
        return Ranked(docs, keys, np.zeros(len(docs)))
    scores = scored(snapshot, part, wishes(query))[docs]
    whole = np.minimum(np.rint(scores * 10**DIGITS), (1 << SCORE_BITS) - 1).astype("i8")
    keys = whole << DAY_BITS | days
    if query.first is not None:
        keys |= holds(part.segment, query.first)[docs].astype("i8") << (SCORE_BITS + DAY_BITS)
    return Ranked(docs, keys, scores)


def scored(snapshot: Snapshot, part: Part, wanted: Sequence[Wish]) -> Array:
    """The score of every document of a part."""
    scores = np.zeros(len(part.segment))
    for wish in wanted:
        docs, weights = part.segment.postings(wish.field, wish.form, wish.text)
        if len(docs):
            factor = wish.boost * snapshot.idf(wish.field, wish.form, wish.text) * (K1 + 1)
            norm = snapshot.norm(part, wish.field, wish.form)
            scores[docs] += factor * weights / (weights + norm[docs])
    return scores
