"""What must hold: a query's words and filters → which documents of a segment fulfil them, as a mask."""

from __future__ import annotations

from datetime import date
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays import rows
from archive.search.backends.whoosh_arrays.layout import PAIRS
from archive.search.query import All, Any, Like, Not, Phrase, Word

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment
    from archive.search.query import Node, Query

NO_DAY = 0


def holds(segment: Segment, node: Node) -> Array:
    """Which documents fulfil a condition."""
    match node:
        case Word():
            return segment.mask(node.field, *looked_up(node))
        case Like(form):
            return segment.kept_mask(node, lambda: segment.mask_like(node.field, form))
        case Phrase(words):
            return segment.kept_mask(words, lambda: phrase(segment, words))
        case All(parts):
            return every(segment, [holds(segment, part) for part in parts])
        case Any(parts, least):
            return at_least(segment, [holds(segment, part) for part in parts], least)
        case Not(part):
            return ~holds(segment, part)


def looked_up(word: Word) -> tuple[str, str]:
    """In which form, and under which text, a word is looked up."""
    return ("folded", word.folded) if word.loose else ("exact", word.exact)


def every(segment: Segment, masks: Sequence[Array]) -> Array:
    return reduce(np.logical_and, masks) if masks else np.ones(len(segment), bool)


def at_least(segment: Segment, masks: Sequence[Array], least: int) -> Array:
    if least == 1:
        return reduce(np.logical_or, masks, np.zeros(len(segment), bool))
    count = reduce(np.add, (mask.view("u1") for mask in masks), np.zeros(len(segment), "u1"))
    return count >= least


def phrase(segment: Segment, words: Sequence[Word]) -> Array:
    """Words side by side: where their pairs stand in a row; in a part of the text, where the words do."""
    field = words[0].field
    form, _ = looked_up(words[0])
    texts = [looked_up(word)[1] for word in words]
    if field == "all" and len(texts) > 2 and not segment.has_long:
        return rows.of_pairs(segment, form, texts)
    found = every(segment, [segment.mask(PAIRS, form, f"{a} {b}") for a, b in pairwise(texts)])
    if (len(texts) == 2 and field == "all") or not found.any():
        return found
    return rows.of_words(segment, field, form, texts, found)


# --- filters


def passes(segment: Segment, query: Query) -> Array | None:
    """Which documents are inside all filters of the query; None: it has none."""
    masks = []
    if query.places:
        masks.append(listed(segment, "place", sorted(query.places)))
    for name in ("kind", "source", "official"):
        value = getattr(query, name)
        if value is not None:
            masks.append(listed(segment, name, (value,)))
    first, last = days(query)
    if first is not None or last is not None:
        low, high = max(first or 1, 1), last or date.max.toordinal()
        masks.append((segment.days >= low) & (segment.days <= high))
    return every(segment, masks) if masks else None


def days(query: Query) -> tuple[int | None, int | None]:
    """First and last day of a query's dates and year, as ordinals."""
    first = [query.since] + ([date(query.year, 1, 1)] if query.year else [])
    last = [query.until] + ([date(query.year, 12, 31)] if query.year else [])
    lows = [day.toordinal() for day in first if day]
    highs = [day.toordinal() for day in last if day]
    return max(lows, default=None), min(highs, default=None)


def listed(segment: Segment, name: str, wanted: Collection[str]) -> Array:
    """Which documents have one of these values."""
    return segment.kept_mask((name, *wanted), lambda: segment.labels(name).having(wanted))
