"""What must hold: a query's words and filters → which documents of a segment fulfil them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.search.backends.whoosh_arrays import rows
from archive.search.backends.whoosh_arrays.docs import (
    Docs,
    Few,
    Many,
    chosen,
    in_all,
    in_some,
    without,
)
from archive.search.backends.whoosh_arrays.layout import PAIRS
from archive.search.query import All, Any, Like, Not, Phrase, Word

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from archive.search.backends.whoosh_arrays.segment import Segment
    from archive.search.query import Node, Query


def holds(segment: Segment, node: Node) -> Docs:
    """Which documents fulfil a condition."""
    match node:
        case Word():
            return segment.documents(node.field, *looked_up(node))
        case Like(form):
            return segment.kept(node, lambda: segment.documents_like(node.field, form))
        case Phrase(words):
            return segment.kept(words, lambda: phrase(segment, words))
        case All(parts):
            return in_all([holds(segment, part) for part in parts], len(segment))
        case Any(parts, least):
            return in_some([holds(segment, part) for part in parts], least, len(segment))
        case Not(part):
            return without(in_all([], len(segment)), holds(segment, part), len(segment))


def looked_up(word: Word) -> tuple[str, str]:
    """In which form, and under which text, a word is looked up."""
    return ("folded", word.folded) if word.loose else ("exact", word.exact)


def phrase(segment: Segment, words: Sequence[Word]) -> Docs:
    """Words side by side: where their pairs stand in a row; in a part of the text, where the words do."""
    field = words[0].field
    form, _ = looked_up(words[0])
    texts = [looked_up(word)[1] for word in words]
    if field == "all" and len(texts) > 2 and not segment.has_long:
        return chosen(rows.of_pairs(segment, form, texts))
    pairs = [segment.documents(PAIRS, form, f"{a} {b}") for a, b in pairwise(texts)]
    found = in_all(pairs, len(segment))
    if (len(texts) == 2 and field == "all") or not found.number:
        return found
    return chosen(rows.of_words(segment, field, form, texts, found.listed()))


# --- filters


class Filters:
    """What a document must have beside the words of a query."""

    def __init__(self, query: Query) -> None:
        self.lists: list[tuple[str, Collection[str]]] = []
        if query.places:
            self.lists.append(("place", sorted(query.places)))
        for name in ("kind", "source", "official"):
            value = getattr(query, name)
            if value is not None:
                self.lists.append((name, (value,)))
        self.days = days(query)

    def passing(self, segment: Segment, docs: Docs) -> Docs:
        """Those of the documents that are inside all filters."""
        for name, wanted in self.lists:
            docs = docs.within(listed(segment, name, wanted))
        return between(segment, *self.days, docs) if self.days else docs


def between(segment: Segment, first: int, last: int, docs: Docs) -> Docs:
    """Those of the documents whose day is one of these."""
    if isinstance(docs, Few):
        own = segment.days.take(docs.docs)
        return docs.at(((own >= first) & (own <= last)).nonzero()[0])
    return Many(docs.mask & (segment.days >= first) & (segment.days <= last))


def days(query: Query) -> tuple[int, int] | None:
    """First and last day of a query's dates and year, as ordinals; None: it has none."""
    first = [query.since] + ([date(query.year, 1, 1)] if query.year else [])
    last = [query.until] + ([date(query.year, 12, 31)] if query.year else [])
    lows = [day.toordinal() for day in first if day]
    highs = [day.toordinal() for day in last if day]
    if not (lows or highs):
        return None
    return max([1, *lows]), min([date.max.toordinal(), *highs])


def listed(segment: Segment, name: str, wanted: Collection[str]) -> Docs:
    """Which documents have one of these values."""
    return segment.kept((name, *wanted), lambda: chosen(segment.labels(name).having(wanted)))
