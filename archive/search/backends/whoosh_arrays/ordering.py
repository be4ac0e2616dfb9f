"""The order of what was found: BM25F over the wishes of the query, ties by day and id; or by date.

Every document that was found gets a quick score, in four bytes, and over whole rows where there are many;
those of all segments that may be among the first get their exact score, and are sorted.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.conditions import holds
from archive.search.backends.whoosh_arrays.docs import Docs, Few, without
from archive.search.backends.whoosh_arrays.scores import Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment
    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.query import Node, Query

    Chosen = Sequence[tuple[Part, Docs]]
    Rows = list[tuple[Part, Array]]  # of parts the numbers of documents (u2)

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
    """Documents with what they are ordered by: the larger key first, then the smaller id."""

    rows: Rows
    keys: Array
    scores: Array


def ordered(snapshot: Snapshot, query: Query, found: Chosen) -> list[Place]:
    """The page that the query asks for."""
    if not (found and query.limit):
        return []
    if query.sort == "relevance":
        scorer = Scorer(snapshot, query)
        if query.first or not scorer.is_idle:
            return page(by_score(scorer, query, found), query)
    return page(by_day(query, found), query)


def page(ranked: Ranked, query: Query) -> list[Place]:
    ids = np.concatenate([part.segment.ids.take(docs) for part, docs in ranked.rows])
    docs = np.concatenate([docs for _, docs in ranked.rows])
    parts = np.repeat(np.arange(len(ranked.rows)), [len(docs) for _, docs in ranked.rows])
    at = np.lexsort((ids, -ranked.keys))[query.offset : query.offset + query.limit]
    columns = (parts[at].tolist(), docs[at].tolist(), ranked.scores[at].tolist())
    return [
        Place(ranked.rows[number][0].segment, doc, score)
        for number, doc, score in zip(*columns, strict=True)
    ]


def by_day(query: Query, found: Chosen) -> Ranked:
    values = [values_of_days(query, part.segment.days, docs) for part, docs in found]
    rows = leading(found, values, query.offset + query.limit)
    days = [values_of_days(query, part.segment.days, Few(docs)) for part, docs in rows]
    keys = np.concatenate(days)
    return Ranked(rows, keys, np.zeros(len(keys)))


def values_of_days(query: Query, days: Array, docs: Docs) -> Array:
    """What orders by day, the largest first: of listed documents, or of all, 0 where one is not found or undated."""
    own: Array = days.take(docs.docs) if isinstance(docs, Few) else days * docs.mask
    return own if query.sort != "oldest" else np.where(own, (1 << DAY_BITS) - own, 0)


def by_score(scorer: Scorer, query: Query, found: Chosen) -> Ranked:
    """What fulfils the query's `first` comes before the rest."""
    wanted = query.offset + query.limit
    first: Chosen = []
    if query.first is not None:
        first, found = divided(found, query.first)
    led = contenders(scorer, first, wanted)
    followed = contenders(scorer, found, wanted) if number_of(first) < wanted else []
    rows = [*led, *followed]
    scores = scorer.exact(rows)
    days = np.concatenate([part.segment.days.take(docs) for part, docs in rows])
    keys = np.minimum(np.rint(scores * 10**DIGITS), (1 << SCORE_BITS) - 1).astype("i8")
    keys = keys << DAY_BITS | days
    keys[: sum(len(docs) for _, docs in led)] |= 1 << (SCORE_BITS + DAY_BITS)
    return Ranked(rows, keys, scores)


def divided(found: Chosen, first: Node) -> tuple[Chosen, Chosen]:
    """What of the documents fulfils a condition, and what does not."""
    led = [(part, docs.within(holds(part.segment, first))) for part, docs in found]
    followed = [
        (part, without(docs, chosen, len(part.segment)))
        for (part, docs), (_, chosen) in zip(found, led, strict=True)
    ]
    return led, followed


def number_of(found: Chosen) -> int:
    return sum(docs.number for _, docs in found)


def contenders(scorer: Scorer, found: Chosen, wanted: int) -> Rows:
    """Documents among which the `wanted` best are; of many, by quick scores."""
    if number_of(found) <= max(wanted, FEW) or scorer.is_idle:
        return [(part, docs.listed().astype("u2")) for part, docs in found if docs.number]
    quick = [scorer.quick(part, docs) for part, docs in found]
    return leading(found, quick, wanted, MARGIN)


def leading(found: Chosen, values: Sequence[Array], wanted: int, margin: float = 0) -> Rows:
    """Of documents those whose values are among the `wanted` largest, or as large as the last of these.

    `values` are those of the listed documents, or of all documents, none negative, 0 where there is none.
    A value may be wrong by `margin` of itself.
    """
    least = lower_bound(values, wanted)
    if math.isfinite(least):
        least -= margin * max(1, abs(least))
    rows = []
    for (part, docs), own in zip(found, values, strict=True):
        at = (own >= least).nonzero()[0]
        at = docs.docs[at] if isinstance(docs, Few) else at[docs.mask.take(at)].astype("u2")
        if len(at):
            rows.append((part, at))
    return rows


def lower_bound(rows: Sequence[Array], wanted: int) -> float:
    """A value that at least `wanted` of these reach, few others do; below all where there are fewer."""
    long = [values for values in rows if len(values) >= wanted]
    pool = np.concatenate([largest(values, wanted) for values in long or rows])
    if len(pool) < wanted:
        return -math.inf
    least: float = np.partition(pool, -wanted)[-wanted]
    return least


def largest(values: Array, wanted: int) -> Array:
    """About the `wanted` largest: of many values, of each block only the largest."""
    blocks = len(values) // BLOCK
    if blocks > 2 * wanted:
        values = values[: blocks * BLOCK].reshape(BLOCK, blocks).max(axis=0)
    return values if len(values) <= wanted else np.partition(values, -wanted)[-wanted:]
