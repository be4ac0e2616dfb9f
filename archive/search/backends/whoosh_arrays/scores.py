"""Scores of the documents of a part: BM25F over the wishes of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.postings import Postings
from archive.search.ranking import K1, wishes

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.postings import Found
    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.query import Query
    from archive.search.ranking import Wish


class Scorer:
    """By part the wishes that are found there, each with its factor: boost × IDF × (K1 + 1)."""

    def __init__(self, snapshot: Snapshot, query: Query) -> None:
        self.snapshot = snapshot
        self.wishes: dict[str, list[tuple[Wish, float, Found]]] = {
            part.segment.name: [] for part in snapshot.parts
        }
        for wish in wishes(query):
            found = [
                part.segment.found(wish.field, wish.form, wish.text) for part in snapshot.parts
            ]
            number = sum(one.number for one in found)
            if not number:
                continue
            factor = wish.boost * snapshot.idf(number) * (K1 + 1)
            for part, one in zip(snapshot.parts, found, strict=True):
                if one.number:
                    self.wishes[part.segment.name].append((wish, factor, one))

    @property
    def is_idle(self) -> bool:
        """Whether every score is 0."""
        return not any(self.wishes.values())

    def quick(self, part: Part, docs: Array, *, all_of_them: bool) -> Array:
        """Scores of these documents, in four bytes; `all_of_them`: by way of every document's."""
        total = np.zeros(len(part.segment), "f4")
        for wish, factor, found in self.wishes[part.segment.name]:
            norm = self.snapshot.norm(part, wish.field, wish.form)
            if isinstance(found, Postings):
                total[found.docs] += saturated(found.weights, norm[found.docs], factor)
            elif all_of_them:
                total += saturated(found.weights, norm, factor)
            else:
                total[docs] += saturated(found.weights[docs], norm[docs], factor)
        return total[docs]

    def exact(self, part: Part, docs: Array) -> Array:
        """Scores of these documents."""
        total = np.zeros(len(docs))
        norms: dict[tuple[str, str], Array] = {}
        for wish, factor, found in self.wishes[part.segment.name]:
            key = wish.field, wish.form
            if key not in norms:
                norms[key] = self.snapshot.exact_norm(part, *key, docs)
            weights = found.at(docs).astype("f8")
            total += factor * weights / (weights + norms[key])
        return total


def saturated(weights: Array, norm: Array, factor: float) -> Array:
    share: Array = weights + norm
    np.divide(weights, share, out=share)
    share *= np.float32(factor)
    return share
