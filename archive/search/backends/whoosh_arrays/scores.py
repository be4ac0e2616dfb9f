"""Scores of the documents of a part: BM25F over the wishes of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.ranking import K1, wishes

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.query import Query


class Scorer:
    """A query's wishes, each with its factor: boost × IDF × (K1 + 1)."""

    def __init__(self, snapshot: Snapshot, query: Query) -> None:
        self.snapshot = snapshot
        counted = [(wish, snapshot.found(wish)) for wish in wishes(query)]
        self.wishes = [
            (wish, wish.boost * snapshot.idf(number) * (K1 + 1))
            for wish, number in counted
            if number
        ]

    def quick(self, part: Part, docs: Array | None) -> Array:
        """Scores in four bytes, of these documents or of every one."""
        total = np.zeros(len(part.segment) if docs is None else len(docs), "f4")
        norms: dict[tuple[str, str], Array] = {}
        for wish, factor in self.wishes:
            key = wish.field, wish.form
            if key not in norms:
                norm = self.snapshot.norm(part, *key)
                norms[key] = norm if docs is None else norm[docs]
            weights = part.segment.weights(*key, wish.text, docs)
            share = weights + norms[key]
            np.divide(weights, share, out=share)
            share *= np.float32(factor)
            total += share
        return total

    def exact(self, part: Part, docs: Array) -> Array:
        total = np.zeros(len(docs))
        for wish, factor in self.wishes:
            weights = part.segment.weights(wish.field, wish.form, wish.text, docs).astype("f8")
            norm = self.snapshot.exact_norm(part, wish.field, wish.form, docs)
            total += factor * weights / (weights + norm)
        return total
