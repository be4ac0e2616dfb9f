"""What of an article answers a query, where an index tells at which positions its words stand.

The excerpts are those of `excerpts.py`; only the words around the best place are looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from archive.search.excerpts import LEAD_IN, WINDOW, best_start, cut, marked, merged, spans
from archive.search.flow import COUNTING, chunk_of_words, chunks_of, words_in
from archive.search.hits import Excerpt
from archive.search.words import WORD
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.excerpts import Asked
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
    if not asked.is_plain or any(map(COUNTING.intersection, map(words_in, chunks))):
        return marked(text, query, kind)
    text = clean(text)
    found = settled([row for row in standing.found if row[0] < standing.lead], standing.beside)
    words = [match.span() for match in WORD.finditer(shadow(text))] if found else []
    return Excerpt(text, merged([words[position] for position, _ in found], 0, len(text)))


def settled(found: Sequence[tuple[int, str]], beside: set[int]) -> list[tuple[int, str]]:
    """Of a text those that are marked: a word that stands beside its neighbour, there alone.

    Concepts, which have no accent-free word, are marked wherever they stand.
    """
    words = {word for position, word in found if word and position in beside}
    return [row for row in found if row[0] in beside or row[1] not in words]


def passage(body: str, standing: Standing, asked: Asked, kind: str) -> Excerpt:
    """The stretch of about WINDOW words with the most different words of the query."""
    lead, _, rest = body.partition("\n\n")
    chunks = chunks_of(lead)
    places, even = chunk_of_words(chunks)
    found = in_body(standing, len(places))
    begin = max(0, best_start(found) - LEAD_IN)
    end = begin + WINDOW
    more = chunks_of(rest)
    needed = max(0, end + AROUND - len(places))
    following, even_too = chunk_of_words(more, needed)
    places += [len(chunks) + place for place in following]
    chunks += more
    if not places:
        return Excerpt("")
    low = places[max(0, begin - AROUND)]
    high = places[min(len(places), end + AROUND) - 1] + 1
    base = bisect_left(places, low)
    text = " ".join(clean(" ".join(chunks[low:high])).split())
    stretch = Stretch(text, begin - base, min(end, len(places)) - base)
    local = [(position - base, word) for position, word in found if begin <= position < end]
    if asked.is_plain and even and even_too:
        bounds, marks = stretch.of_words(local)
    else:
        bounds, marks = stretch.of_terms(local, asked, kind)
    return cut(text, bounds, marks, starts=begin == 0, ends=len(places) <= end)


def in_body(standing: Standing, words: int) -> list[tuple[int, str]]:
    """What is marked, by positions from the begin of a body whose lead has so many words."""
    lead, rest, found, beside = standing
    return [
        (position - lead if position < rest else position - rest + words, word)
        for position, word in settled([row for row in found if row[0] >= lead], beside)
    ]


Range = tuple[int, int]


class Stretch(NamedTuple):
    """A part of a text, and the positions in it with which the passage begins and ends."""

    text: str
    begin: int
    end: int

    def of_words(self, found: Sequence[tuple[int, str]]) -> tuple[Range, list[Range]]:
        """Bounds of the passage and what is marked in it, where every word has a position."""
        words = [match.span() for match in WORD.finditer(shadow(self.text))]
        marks = [words[at] for at, _ in found if self.begin <= at < self.end]
        return (words[self.begin][0], words[self.end - 1][1]), marks

    def of_terms(
        self, found: Sequence[tuple[int, str]], asked: Asked, kind: str
    ) -> tuple[Range, list[Range]]:
        """The same by analysis: concepts, dates and ordinals are as wide as they are written."""
        terms = asked.terms_of(self.text, kind)
        wanted = {position for position, _ in found}
        marks = [term for term in asked.among(terms) if term.position in wanted]
        plain = [term for term in terms if term.role == "word"][self.begin : self.end]
        return (plain[0].start, plain[-1].end), spans(marks)
