"""Where a term stands in a segment, in one of two forms: a list of few documents, a row over all.

Of a term that stands in a quarter of all documents or more, the weight in every document takes hardly more
memory than the list, and whole rows are compared and added several times faster than lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.codes import MOST_WEIGHT
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
    weights = np.concatenate([found.weights for found in lists])
    order = np.argsort(docs, kind="stable")
    docs = docs[order]
    begins = np.flatnonzero(np.append(True, docs[1:] != docs[:-1]))
    sums = np.add.reduceat(weights[order], begins, dtype=wider(weights.dtype))
    return Postings(docs[begins], narrowed(sums))


def row_of(lists: Sequence[Postings], documents: int) -> Row:
    dtype = np.result_type("u1", *(found.weights.dtype for found in lists))
    weights = np.zeros(documents, wider(dtype))
    for number, found in enumerate(lists):
        docs = found.docs.astype(np.intp)  # faster than two bytes, which NumPy casts at each step
        # no document stands twice in a list
        weights[docs] = weights.take(docs) + found.weights if number else found.weights
    weights = narrowed(weights)
    return Row(weights, np.array([np.count_nonzero(weights)]))


def wider(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """A type for sums of weights."""
    return np.dtype("u2") if dtype == np.uint8 else np.dtype("f4")


def narrowed(sums: Array) -> Array:
    """In a byte each where all are whole and small, as most weights are."""
    fit = not len(sums) or (sums.max() <= MOST_WEIGHT and (sums == np.floor(sums)).all())
    return sums.astype("u1") if fit else sums
