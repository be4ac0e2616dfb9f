"""What of an article answers a query, where an index tells at which positions its words stand.

The excerpts are those of `excerpts.py`; only the words around the best place are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.search.excerpts import LEAD_IN, WINDOW, best_start, cut, marked, merged, spans
from archive.search.flow import COUNTS, chunks_of, joined
from archive.search.hits import Excerpt
from archive.search.words import WORD
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.excerpts import Asked
    from archive.search.flow import Array, Flow
    from archive.search.query import Query

AROUND = 8  # words beside a passage by which dates and concepts in it are known


class Standing(NamedTuple):
    """Where a query's words stand in an article whose lead and rest begin at these positions.

    `found` are (position, accent-free word), ascending; `beside` the positions of words that stand beside
    the neighbour that they have in the query.
    """

    lead: int
    rest: int
    found: Sequence[tuple[int, str]]
    beside: set[int]


def title(text: str, standing: Standing, query: Query, asked: Asked, kind: str) -> Excerpt:
    """The title with what was sought marked. Its positions are the first of the article."""
    chunks = chunks_of(text)
    there = [row for row in standing.found if row[0] < standing.lead]
    if asked.is_plain and not there:
        return Excerpt(clean(text))
    if not asked.is_plain or any(COUNTS[chunk] & 1 for chunk in chunks):
        return marked(text, query, kind)
    found = settled(there, standing.beside)
    tidy, words = joined(chunks)
    if tidy != text:
        text = clean(text)
        words = [match.span() for match in WORD.finditer(shadow(text))]
    return Excerpt(text, merged([words[position] for position, _ in found], 0, len(text)))


def settled(found: Sequence[tuple[int, str]], beside: set[int]) -> list[tuple[int, str]]:
    """Of a text those that are marked: a word that stands beside its neighbour, there alone.

    Concepts, which have no accent-free word, are marked wherever they stand.
    """
    if not beside:
        return list(found)
    words = {word for position, word in found if word and position in beside}
    return [row for row in found if row[0] in beside or row[1] not in words]


def passage(flow: Flow, standing: Standing, asked: Asked, kind: str) -> Excerpt:
    """The stretch of about WINDOW words with the most different words of the query."""
    starts = flow.starts
    if not len(starts):
        return Excerpt("")
    found = in_body(standing, int(flow.lead[0]))
    begin = max(0, best_start(found) - LEAD_IN)
    end = min(begin + WINDOW, len(starts))
    stretch = stretch_of(flow, begin, end)
    if asked.is_plain and not stretch.has_any(flow.several):
        bounds, marks = stretch.of_words(found)
    else:
        low, high = max(0, begin - AROUND), min(len(starts), end + AROUND)
        stretch = stretch_of(flow, low, high)
        bounds, marks = stretch.of_terms(found, begin, end, asked, kind)
    return cut(stretch.text, bounds, marks, starts=begin == 0, ends=end == len(starts))


def in_body(standing: Standing, words: int) -> list[tuple[int, str]]:
    """What is marked, by positions from the begin of a body whose lead has so many words."""
    lead, rest, found, beside = standing
    return [
        (position - lead if position < rest else position - rest + words, word)
        for position, word in settled([row for row in found if row[0] >= lead], beside)
    ]


Range = tuple[int, int]


class Stretch(NamedTuple):
    """A part of a body: whole chunks, with the words at positions from `first` up to `last`."""

    text: str
    words: Sequence[Range]  # of the text
    first: int
    begin: int  # the first position that was asked for; words before it share its chunk
    last: int

    def has_any(self, positions: Array) -> bool:
        """Whether one of these positions, which are few, is here or just before."""
        return any(self.first - 1 <= position < self.last for position in positions.tolist())

    def of_words(self, found: Sequence[tuple[int, str]]) -> tuple[Range, list[Range]]:
        """Bounds of the stretch and what is marked in it, where every word has a position."""
        words, first = self.words, self.first
        marks = [words[at - first] for at, _ in found if self.begin <= at < self.last]
        return (words[self.begin - first][0], words[self.last - 1 - first][1]), marks

    def of_terms(
        self, found: Sequence[tuple[int, str]], begin: int, end: int, asked: Asked, kind: str
    ) -> tuple[Range, list[Range]]:
        """The same from `begin` to `end` by analysis; concepts and ordinals are as wide as written."""
        terms = asked.terms_of(self.text, kind)
        wanted = {at - self.first for at, _ in found if begin <= at < end}
        marks = [term for term in asked.among(terms) if term.position in wanted]
        plain = [term for term in terms if term.role == "word"]
        plain = plain[begin - self.first : end - self.first]
        return (plain[0].start, plain[-1].end), spans(marks)


def stretch_of(flow: Flow, begin: int, end: int) -> Stretch:
    """The chunks of the words from one position to another."""
    first = int(flow.starts.searchsorted(flow.starts[begin]))
    return Stretch(*joined(flow.between(begin, end)), first, begin, end)
