"""Texts → numbered terms, many texts at once.

    texts → chunks → words, by tables
          → ordinals in digits → dates, amounts, numbered things, concepts beside them → pairs

Rules run only where tables say that something may stand, and are those of `archive.search`. The terms are
those that `document.tokens_of` has: it says what is right, and a test holds this to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays import chunks as signs
from archive.search.backends.whoosh_arrays.chunks import joined
from archive.search.backends.whoosh_arrays.field import ranges
from archive.search.backends.whoosh_arrays.lexicon import (
    COUNTS,
    DIGITS,
    DOUBTFUL,
    MEANING,
    NUMERAL,
    SCALE,
    Names,
)
from archive.search.meanings import by_neighbour, by_province, with_parts
from archive.search.spans import BY_WORD, Span, amounts, counted_at, named, names_between
from archive.search.words import WORD, ordinal
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.lexicon import Lexicon

# A date begins at a chunk that has a sign of one, or with the word before; and it ends soon after.
REACH_BEFORE, REACH_AFTER = 2, 6  # chunks


class Terms(NamedTuple):
    """Numbered terms of texts, in no order, and pairs. Each says the number of its text."""

    numbers: Array
    positions: Array  # in words of the text, from 0
    texts: Array
    firsts: Array
    seconds: Array
    pair_positions: Array  # of the first
    pair_texts: Array
    read_positions: Array  # of numbers that stand for words
    read_texts: Array


class Beside(NamedTuple):
    """Terms that stand beside words: `first` is the place of the first of `width` words."""

    numbers: Array
    firsts: Array
    widths: Array


def terms_of(lexicon: Lexicon, texts: Sequence[str], kinds: Sequence[str]) -> Terms:
    """All terms of texts; `kinds` are the kinds of province of each, as `analysis.analyse` takes them."""
    found, numbers = lexicon.chunks.of(texts)
    written, counts = lexicon.chunks.words_of(numbers)
    read = list(ordinals(lexicon, written))
    words, kept = merged(written, read)
    place = np.cumsum(kept) - 1  # of each written word among `words`
    is_end = words == lexicon.end
    of_text = np.cumsum(is_end) - is_end
    spans = [
        *placed(dates(lexicon, found, numbers, counts), kept, place),
        *spans_among(lexicon, words),
    ]
    doubtful = concepts_in_doubt(lexicon, words, kinds, of_text)
    beside = each_once(
        of_spans(lexicon, spans),
        Beside(*lexicon.forms.found(words)),
        of_spans(lexicon, doubtful),
    )
    others = others_of(written, read, place)
    at = np.flatnonzero(~is_end)
    begins = np.append(0, np.flatnonzero(is_end) + 1)
    places = np.concatenate((at, beside.firsts, others.firsts))
    of_terms = of_text[places]
    first_words, second_words, pair_places = pairs(lexicon, words, beside)
    of_pairs = of_text[pair_places]
    return Terms(
        np.concatenate((words[at], beside.numbers, others.numbers)),
        (places - begins[of_terms]).astype("u4"),
        of_terms,
        first_words,
        second_words,
        (pair_places - begins[of_pairs]).astype("u4"),
        of_pairs,
        (others.firsts - begins[of_text[others.firsts]]).astype("u4"),
        of_text[others.firsts],
    )


# --- ordinals


def ordinals(lexicon: Lexicon, words: Array) -> Iterator[tuple[int, int, int]]:
    """(first word, words, the word in digits) of numbers in words after a word that counts."""
    marks = lexicon.marks.array[words]
    names = Names(lexicon, words)
    free = 0
    for before in where((marks[:-1] & COUNTS != 0) & (marks[1:] & NUMERAL != 0)):
        if before + 1 < free:
            continue
        digits, width = ordinal(names, before + 1)
        if digits is not None:
            yield before + 1, width, lexicon.number(digits, digits)
            free = before + 1 + width


def merged(words: Array, read: Sequence[tuple[int, int, int]]) -> tuple[Array, Array]:
    """Words with ordinals in digits, and which of the written ones have a place of their own."""
    kept = np.ones(len(words), bool)
    if not read:
        return words, kept
    words = words.copy()
    for first, width, number in read:
        words[first] = number
        kept[first + 1 : first + width] = False
    return words[kept], kept


def others_of(written: Array, read: Sequence[tuple[int, int, int]], place: Array) -> Beside:
    """What was written in the place of ordinals."""
    rows = [
        (word, int(place[first]), 1)
        for first, width, number in read
        for word in written[first : first + width].tolist()
        if word != number
    ]
    return beside_of(rows)


# --- what stands beside the words


def dates(
    lexicon: Lexicon, found: Sequence[Sequence[str]], numbers: Array, counts: Array
) -> Iterator[Span]:
    """Dates and numbers of documents, as spans of the written words."""
    words_before = np.cumsum(counts) - counts
    for text, begin, start, stop in stretches(numbers, lexicon.chunks.signs.array[numbers]):
        part = shadow(joined(found[text][start - begin : stop - begin]))
        names = list(names_between(part, 0, len(part)))
        if names:
            first = int(words_before[start])
            for span in named(names, [match.span() for match in WORD.finditer(part)]):
                yield Span(span.name, first + span.first, span.width)


def stretches(numbers: Array, seen: Array) -> list[tuple[int, int, int, int]]:
    """(text, its first chunk, first chunk, end) of what may hold a date; near ones are joined."""
    solid = np.flatnonzero(seen != signs.BLANK)
    at = np.flatnonzero(hinted(seen[solid]))
    if not len(at):
        return []
    ends = np.append(-1, np.flatnonzero(numbers[solid] == 0))
    after = ends.searchsorted(at)
    low = np.maximum(at - REACH_BEFORE, ends[after - 1] + 1)
    high = np.minimum(at + REACH_AFTER, ends[after] - 1)
    apart = np.flatnonzero(low[1:] > high[:-1]) + 1
    first, last = np.append(0, apart), np.append(apart - 1, len(at) - 1)
    texts = after[first] - 1
    begins = np.append(0, np.flatnonzero(numbers == 0) + 1)
    columns = (texts, begins[texts], solid[low[first]], solid[high[last]] + 1)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def hinted(seen: Array) -> Array:
    """Which chunks, by their own signs and their neighbours', may be of a date or a numbered document."""
    digit = seen & signs.DIGIT != 0
    found: Array = digit & (seen & (signs.WITHIN | signs.OPEN) != 0)
    found[:-1] |= digit[:-1] & (seen[1:] & signs.AFTER != 0)
    found[1:] |= digit[1:] & (seen[:-1] & signs.BEFORE != 0)
    found[:-1] |= (seen[:-1] & signs.QUARTER != 0) & (seen[1:] & signs.ROMAN != 0)
    return found


def placed(spans: Iterable[Span], kept: Array, place: Array) -> Iterator[Span]:
    """Spans of written words as spans of the words with ordinals merged; none ends within one."""
    for span in spans:
        last = span.first + span.width - 1
        if kept[span.first] and kept[last + 1]:
            first = int(place[span.first])
            yield Span(span.name, first, int(place[last]) - first + 1)


def spans_among(lexicon: Lexicon, words: Array) -> Iterator[Span]:
    """Amounts and numbered things."""
    names = Names(lexicon, words)
    marks = lexicon.marks.array[words]
    digits = marks & DIGITS != 0
    yield from amounts(names, where(digits[:-1] & (marks[1:] & SCALE != 0)))
    near = digits[1:]
    near[:-1] |= digits[2:]
    for i in where((marks[:-1] & COUNTS != 0) & near):
        if names[i] in BY_WORD:
            yield from counted_at(names, i, BY_WORD)


def concepts_in_doubt(
    lexicon: Lexicon, words: Array, kinds: Sequence[str], of_text: Array
) -> Iterator[Span]:
    """Concepts of abbreviations whose meaning hangs on their neighbours or on the kind of province."""
    names = Names(lexicon, words)
    for i in where(lexicon.marks.array[words] & DOUBTFUL):
        before = names[i - 1] if i and words[i - 1] != lexicon.end else ""
        after = names[i + 1] if words[i + 1] != lexicon.end else ""
        if concept := by_neighbour(names[i], before, after):
            yield from with_parts(concept, i, 1, is_full=False)
        yield from by_province(names[i], before, i, kinds[of_text[i]])


def of_spans(lexicon: Lexicon, spans: Iterable[Span]) -> Beside:
    """An amount has a twin, as other numbers have."""
    return beside_of(
        [
            (lexicon.number(s.name, s.name if s.name[0].isdigit() else ""), s.first, s.width)
            for s in spans
        ]
    )


def beside_of(rows: Sequence[tuple[int, int, int]]) -> Beside:
    table = np.array(rows, "i8").reshape(-1, 3)
    return Beside(table[:, 0].astype("u4"), table[:, 1], table[:, 2])


def each_once(*parts: Beside) -> Beside:
    """A name stands once at a word; of two the later one."""
    numbers, firsts, widths = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    keys = firsts.astype("u8") << np.uint64(32) | numbers
    _, at = np.unique(keys[::-1], return_index=True)
    at = len(keys) - 1 - at
    return Beside(numbers[at], firsts[at], widths[at])


# --- pairs


def pairs(lexicon: Lexicon, words: Array, beside: Beside) -> tuple[Array, Array, Array]:
    """First and second of neighbouring words and concepts, and the place of the first.

    The row ends with the word between texts, so what would stand before the first word is that too.
    """
    is_word = words != lexicon.end
    at = np.flatnonzero(is_word[:-1] & is_word[1:])
    meant = lexicon.marks.array[beside.numbers] & MEANING != 0
    numbers, firsts, widths = (column[meant] for column in beside)
    after = firsts + widths
    led, followed = is_word[firsts - 1], is_word[after]
    low = firsts.searchsorted(after)
    counts = firsts.searchsorted(after, side="right") - low
    return (
        np.concatenate(
            (words[at], words[firsts - 1][led], numbers[followed], np.repeat(numbers, counts))
        ),
        np.concatenate(
            (words[at + 1], numbers[led], words[after][followed], numbers[ranges(low, counts)])
        ),
        np.concatenate((at, firsts[led] - 1, firsts[followed], np.repeat(firsts, counts))),
    )


def where(mask: Array) -> list[int]:
    found: list[int] = np.flatnonzero(mask).tolist()
    return found
