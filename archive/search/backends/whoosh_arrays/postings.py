"""Where a term stands in a segment, in one of two forms: a list of few documents, a row over all.

Of a term that stands in a quarter of all documents or more, the weight in every document takes hardly more
memory than the list, and whole rows are compared and added several times faster than lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.docs import DENSE, Docs, Few, Many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array


class Postings(NamedTuple):
    """Documents that have a term, ascending, and how much it weighs in each (u1 or f4)."""

    docs: Array
    weights: Array

    @property
    def number(self) -> int:
        return len(self.docs)

    def documents(self) -> Docs:
        return Few(self.docs)

    def at(self, docs: Array) -> Array:
        """The weight in each of these documents (u2), 0 where it is not."""
        if not len(self.docs):
            return np.zeros(len(docs), "f4")
        places = self.docs.searchsorted(docs)
        there = self.docs.take(places, mode="clip") == docs
        found: Array = self.weights.take(places, mode="clip") * there
        return found


class Row(NamedTuple):
    """The weight of a term in every document, 0 where it is not (u1, u2 or f4); in how many it is."""

    weights: Array
    counted: Array

    @property
    def number(self) -> int:
        return int(self.counted[0])

    def documents(self) -> Docs:
        return Many(self.weights)

    def at(self, docs: Array) -> Array:
        return self.weights.take(docs)

    def postings(self) -> Postings:
        docs = np.flatnonzero(self.weights)
        return Postings(docs.astype("u2"), self.weights[docs])


Found = Postings | Row
NOTHING = Postings(np.empty(0, "u2"), np.empty(0, "f4"))


def united(lists: Sequence[Postings], documents: int) -> Found:
    """Several terms as one: a document's weights add up."""
    total = sum(found.number for found in lists)
    if total * DENSE > documents:
        return row_of(lists, documents)
    if len(lists) < 2 or not total:
        return lists[0] if lists else NOTHING
    docs = np.concatenate([found.docs for found in lists])
    weights = np.concatenate([found.weights for found in lists]).astype("f4")
    order = np.argsort(docs, kind="stable")
    docs = docs[order]
    begins = np.flatnonzero(np.append(True, docs[1:] != docs[:-1]))
    return Postings(docs[begins], np.add.reduceat(weights[order], begins))


def row_of(lists: Sequence[Postings], documents: int) -> Row:
    whole = all(found.weights.dtype == np.uint8 for found in lists)
    weights = np.zeros(documents, "u2" if whole else "f4")
    for found in lists:
        weights[found.docs] += found.weights  # no document stands twice in a list
    if whole and weights.max() <= np.iinfo("u1").max:
        weights = weights.astype("u1")
    return Row(weights, np.array([np.count_nonzero(weights)]))
