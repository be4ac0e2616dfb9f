"""Scores of documents: BM25F over the wishes of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.docs import FAR, Docs, Few
from archive.search.backends.whoosh_arrays.postings import NOTHING, Found, Postings
from archive.search.ranking import K1, wishes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.query import Query


class Granted(NamedTuple):
    """A wish that is found somewhere: its field and form, boost × IDF × (K1 + 1), and where by segment."""

    field: str
    form: str
    factor: float
    found: dict[str, Found]


class Scorer:
    """What of a query's wishes is found."""

    def __init__(self, snapshot: Snapshot, query: Query) -> None:
        self.snapshot = snapshot
        self.granted = []
        for wish in wishes(query):
            found = {
                part.segment.name: one
                for part in snapshot.parts
                if (one := part.segment.found(wish.field, wish.form, wish.text)).number
            }
            if found:
                number = sum(one.number for one in found.values())
                factor = wish.boost * snapshot.idf(number) * (K1 + 1)
                self.granted.append(Granted(wish.field, wish.form, factor, found))

    @property
    def is_idle(self) -> bool:
        """Whether every score is 0."""
        return not self.granted

    def quick(self, part: Part, docs: Docs) -> Array:
        """Scores in four bytes: of those that are listed; by way of marks, of all, 0 where there is none."""
        if isinstance(docs, Few):
            return self.of_few(part, docs)
        total = np.zeros(len(part.segment), "f4")
        for wish in self.granted:
            found = wish.found.get(part.segment.name, NOTHING)
            norm = self.snapshot.norm(part, wish.field, wish.form)
            if isinstance(found, Postings):
                total[found.docs] += saturated(found.weights, norm.take(found.docs), wish.factor)
            else:
                total += saturated(found.weights, norm, wish.factor)
        total *= docs.mask
        return total

    def of_few(self, part: Part, few: Few) -> Array:
        """Of a list. What has another list goes by way of every document's score."""
        total, others = np.zeros(few.number, "f4"), None
        norms: dict[tuple[str, str], Array] = {}
        for wish in self.granted:
            found = wish.found.get(part.segment.name, NOTHING)
            norm, key = self.snapshot.norm(part, wish.field, wish.form), (wish.field, wish.form)
            if isinstance(found, Postings) and is_apart(found, few):
                if others is None:
                    others = np.zeros(len(part.segment), "f4")
                others[found.docs] += saturated(found.weights, norm.take(found.docs), wish.factor)
            elif found.number:
                if key not in norms:
                    norms[key] = norm.take(few.docs)
                total += saturated(weights_in(found, few), norms[key], wish.factor)
        if others is not None:
            total += others.take(few.docs)
        return total

    def exact(self, rows: Sequence[tuple[Part, Array]]) -> Array:
        """Scores of documents (u2) of several parts, one after the other."""
        total = np.zeros(sum(len(docs) for _, docs in rows))
        norms: dict[tuple[str, str], Array] = {}
        for wish in self.granted:
            key = wish.field, wish.form
            if key not in norms:
                norms[key] = self.snapshot.exact_norm(rows, *key)
            at = [wish.found.get(part.segment.name, NOTHING).at(docs) for part, docs in rows]
            weights = np.concatenate(at).astype("f8")
            total += wish.factor * weights / (weights + norms[key])
        return total


def is_apart(found: Postings, few: Few) -> bool:
    """Whether looking up each listed document would take longer than scoring all postings."""
    own = few.docs if few.longer is None else few.longer
    return found.docs is not own and 0 < found.number < FAR * few.number


def weights_in(found: Found, few: Few) -> Array:
    """The weight in each listed document."""
    if isinstance(found, Postings) and found.docs is few.docs:
        return found.weights
    if isinstance(found, Postings) and found.docs is few.longer and few.places is not None:
        return found.weights.take(few.places)
    return found.at(few.docs)


def saturated(weights: Array, norm: Array, factor: float) -> Array:
    share: Array = weights + norm
    np.divide(weights, share, out=share)
    share *= np.float32(factor)
    return share
