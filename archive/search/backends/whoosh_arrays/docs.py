"""Some documents of a segment: a list where they are few, a mark for each document where they are many.

A list is looked up in marks, or in another list, in a small part of the time in which marks of all documents
are compared and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.layout import MOST_DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array

DENSE = 4  # documents are many where they are more than one of so many
FAR = 16  # times as long must a list be that the other's documents are looked up in it one by one


class Few(NamedTuple):
    """Numbers of documents, ascending (u2); perhaps those at some places of a longer list."""

    docs: Array
    longer: Array | None = None
    places: Array | None = None

    @property
    def number(self) -> int:
        return len(self.docs)

    def listed(self) -> Array:
        return self.docs

    def marked(self, documents: int) -> Array:
        mask = np.zeros(documents, bool)
        mask[self.docs] = True
        return mask

    def within(self, other: Docs) -> Few:
        """Those that are in the other too."""
        if isinstance(other, Many):
            return self.at(other.marks.take(self.docs).nonzero()[0])
        return Few(common(self.docs, other.docs))

    def at(self, places: Array) -> Few:
        """Those at these places of the list."""
        docs = self.docs.take(places)
        if self.longer is None or self.places is None:
            return Few(docs, self.docs, places)
        return Few(docs, self.longer, self.places.take(places))


@dataclass(frozen=True)
class Many:
    """For each document of the segment whether it is one of them: a mark, or a weight above 0."""

    marks: Array

    @cached_property
    def mask(self) -> Array:
        return self.marks if self.marks.dtype == bool else self.marks > 0

    @cached_property
    def number(self) -> int:
        return int(np.count_nonzero(self.mask))

    def listed(self) -> Array:
        return self.mask.nonzero()[0]

    def marked(self, _documents: int) -> Array:
        return self.mask

    def within(self, other: Docs) -> Docs:
        return other.within(self) if isinstance(other, Few) else Many(self.mask & other.mask)


Docs = Few | Many


def chosen(mask: Array) -> Docs:
    """Marked documents, as a list where they are few."""
    many = Many(mask)
    return many if many.number * DENSE > len(mask) else Few(many.listed().astype("u2"))


def common(a: Array, b: Array) -> Array:
    """What two ascending lists of documents share."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    if not len(few):
        return few
    if len(few) * FAR < len(many):
        places = many.searchsorted(few)
        there: Array = many.take(places, mode="clip") == few
        return few[there]
    marks = np.zeros(MOST_DOCUMENTS, bool)
    marks[few] = True
    return many[marks.take(many)]


def in_all(parts: Sequence[Docs], documents: int) -> Docs:
    """What all parts share; without parts all documents."""
    if not parts:
        return Many(np.ones(documents, bool))
    ascending = sorted(parts, key=lambda part: part.number if isinstance(part, Few) else documents)
    return reduce(lambda found, part: found.within(part), ascending)


def in_some(parts: Sequence[Docs], least: int, documents: int) -> Docs:
    """What at least so many of the parts have."""
    if least == 1:
        mask = np.zeros(documents, bool)
        for part in parts:
            if isinstance(part, Few):
                mask[part.docs] = True
            else:
                mask |= part.mask
        return chosen(mask)
    count = np.zeros(documents, "u1")
    for part in parts:
        count += part.marked(documents)
    return chosen(count >= least)


def without(found: Docs, unwanted: Docs, documents: int) -> Docs:
    """Those that are not in the other."""
    return found.within(Many(~unwanted.marked(documents)))
