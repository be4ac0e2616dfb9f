"""Documents → numbered terms, at the speed of tables: the analysis of `archive.search` a word once.

What holds for a word is looked up when it is first seen: its spelling, its twin, and whether it may begin a
concept, an amount, an ordinal. An occurrence costs a look-up; rules run only where such a word stands. The
terms are those of `document.tokens_of`, which says what is right, and a test holds this to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.layout import NONE
from archive.search.document import CONCEPT
from archive.search.meanings import COMMITTEE, FORMS, READINGS, concepts_at
from archive.search.spans import BY_WORD, SCALES, Span, amounts, counted_at, named, names_in
from archive.search.words import BARE_COUNTERS, COUNTERS, WORD, analysable, folded, normal, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
MOST_CHUNKS = 500_000  # that are remembered; numbers and misspellings never end
LINKS = {"'", ".", ","}  # may stand within a word
COUNTS, OPENS, ALONE, DIGITS, SCALE = 1, 2, 4, 8, 16
OPENINGS = {form[:2] for rows in FORMS.values() for form, _ in rows if len(form) > 1}
OPENERS = {first for first, _ in OPENINGS}
SINGLES = {form[0] for rows in FORMS.values() for form, _ in rows if len(form) == 1}


@dataclass(frozen=True, slots=True)
class Terms:
    """Numbered terms of a text: the words in order; beside them terms and their positions.

    `concepts` are (number, first word, words) of those that make pairs with their neighbours.
    """

    words: list[int]
    beside: list[tuple[int, int]] = field(default_factory=list)
    concepts: list[tuple[int, int, int]] = field(default_factory=list)

    def numbers(self) -> tuple[Array, Array]:
        """Numbers and positions of all terms, in the order of positions."""
        numbers = np.array(self.words, "u4")
        positions = np.arange(len(numbers), dtype="u4")
        if not self.beside:
            return numbers, positions
        more = np.array(self.beside, "u4")
        numbers = np.concatenate((numbers, more[:, 0]))
        positions = np.concatenate((positions, more[:, 1]))
        order = np.argsort(positions, kind="stable")
        return numbers[order], positions[order]

    def pairs(self) -> tuple[Array, Array]:
        """First and second of all pairs."""
        firsts, seconds = self.words[:-1], self.words[1:]
        starts: dict[int, list[int]] = {}
        for number, first, _ in self.concepts:
            starts.setdefault(first, []).append(number)
            if first:
                firsts.append(self.words[first - 1])
                seconds.append(number)
        for number, first, width in self.concepts:
            after = first + width
            if after < len(self.words):
                following = [self.words[after], *starts.get(after, ())]
                firsts += [number] * len(following)
                seconds += following
        return np.array(firsts, "u4"), np.array(seconds, "u4")


class Chunks(dict[str, tuple[int, ...]]):
    """What stands between two spaces of a text → the numbers of the words in it, mostly one."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        words = map(normal, WORD.findall(chunk))
        numbers = tuple(self.lexicon.number(word, folded(word)) for word in words)
        if len(self) < MOST_CHUNKS:
            self[chunk] = numbers
        return numbers

    def words(self, text: str) -> list[int]:
        """Words of an analysable text. None of them holds a space, so chunk by chunk is the same."""
        return list(chain.from_iterable(map(self.__getitem__, text.split())))


class Lexicon:
    """Numbers for terms in the order they come, each with the number of its twin."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.names: list[str] = []
        self.twins: list[int] = []
        self.marks: list[int] = []
        self.chunks = Chunks(self)

    def number(self, exact: str, twin: str) -> int:
        known = self.known.get(exact)
        if known is not None:
            return known
        number = self.known[exact] = len(self.names)
        self.names.append(exact)
        self.marks.append(mark(exact))
        self.twins.append(number if twin == exact else NONE)
        if twin and twin != exact:
            self.twins[number] = self.number(twin, twin)
        return number

    def terms(self, text: str, province_kind: str) -> Terms:
        """All terms of a text, as `analysis.analyse` finds them."""
        text = analysable(text)
        words = self.chunks.words(text)
        marks = np.fromiter(map(self.marks.__getitem__, words), "u1", len(words))
        names = list(map(self.names.__getitem__, words))
        read = list(ordinals(names, marks))
        others: list[tuple[int, int]] = []
        if read:
            words, others = self.merged(words, read)
            names = list(map(self.names.__getitem__, words))
            marks = np.fromiter(map(self.marks.__getitem__, words), "u1", len(words))
        spans = [
            *self.dates(text, read),
            *spans_among(names, marks),
            *concepts_among(names, marks, province_kind),
        ]
        return self.with_spans(words, others, spans)

    def merged(
        self, words: list[int], read: Sequence[tuple[int, int, str]]
    ) -> tuple[list[int], list[tuple[int, int]]]:
        """Words with ordinals in digits, and what was written in their place."""
        kept: list[int] = []
        others: list[tuple[int, int]] = []
        done = 0
        for first, width, text in read:
            kept += words[done:first]
            number = self.number(text, text)
            others += [(n, len(kept)) for n in words[first : first + width] if n != number]
            kept.append(number)
            done = first + width
        return kept + words[done:], others

    def dates(self, text: str, read: Sequence[tuple[int, int, str]]) -> Iterator[Span]:
        found = sorted(names_in(text))
        if found and (read or any(is_inside_word(text, *name[:2]) for name in found)):
            bounds = [match.span() for match in WORD.finditer(text)]
            for first, width, _ in reversed(read):
                bounds[first : first + width] = [(bounds[first][0], bounds[first + width - 1][1])]
            yield from named(found, bounds)
            return
        words = at = 0
        for start, end, names in found:
            words += len(self.chunks.words(text[at:start]))
            at = start
            width = len(self.chunks.words(text[start:end]))
            yield from (Span(name, words, width) for name in names)

    def with_spans(
        self, words: list[int], others: list[tuple[int, int]], spans: Iterable[Span]
    ) -> Terms:
        """A name stands once at a word; of two the later one."""
        widths = {(span.first, span.name): span.width for span in spans}
        beside, concepts = others, []
        for (first, name), width in widths.items():
            number = self.number(name, name if name[0].isdigit() else "")
            beside.append((number, first))
            if name[0] == CONCEPT:
                concepts.append((number, first, width))
        return Terms(words, beside, concepts)


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a range may begin or end within a word, so that its words cannot be counted alone."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalnum() or after.isalnum() or before in LINKS or after in LINKS


def mark(word: str) -> int:
    """What a word may begin or be part of."""
    return (
        COUNTS * (word in COUNTERS or word in BARE_COUNTERS)
        | OPENS * (word in OPENERS)
        | ALONE * (word in SINGLES or word in READINGS or word in COMMITTEE)
        | DIGITS * word[0].isdigit()
        | SCALE * (word in SCALES)
    )


def where(marks: Array) -> list[int]:
    found: list[int] = np.flatnonzero(marks).tolist()
    return found


def ordinals(names: Sequence[str], marks: Array) -> Iterator[tuple[int, int, str]]:
    """(first word, words, digits) of numbers in words after a word that counts."""
    free = 0
    for before in where(marks[:-1] & COUNTS):
        if before + 1 < free:
            continue
        number, width = ordinal(names, before + 1)
        if number is not None:
            yield before + 1, width, number
            free = before + 1 + width


def spans_among(names: Sequence[str], marks: Array) -> Iterator[Span]:
    """Amounts and numbered things."""
    digits, scales = marks & DIGITS != 0, marks & SCALE != 0
    yield from amounts(names, where(digits[:-1] & scales[1:]))
    for i in where(marks & COUNTS):
        if names[i] in BY_WORD:
            yield from counted_at(names, i, BY_WORD)


def concepts_among(names: Sequence[str], marks: Array, province_kind: str) -> Iterator[Span]:
    following = [*names[1:], ""]
    for i in where(marks & (OPENS | ALONE)):
        if marks[i] & ALONE or (names[i], following[i]) in OPENINGS:
            yield from concepts_at(names, i, province_kind)
