"""Texts → numbered terms, many texts at once.

    texts → chunks → words, by tables
          → ordinals in digits → dates, amounts, numbered things, concepts beside them → pairs

Rules run only where tables say that something may stand, and are those of `archive.search`. The terms are
those that `document.tokens_of` has: it says what is right, and a test holds this to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays.beside import (
    Beside,
    amounts_among,
    beside_of,
    concepts_in_doubt,
    counted_among,
    dates,
    each_once,
    placed,
)
from archive.search.backends.whoosh_arrays.field import ranges
from archive.search.backends.whoosh_arrays.lexicon import COUNTS, MEANING, NUMERAL, Names
from archive.search.words import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.lexicon import Lexicon


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


def terms_of(lexicon: Lexicon, texts: Sequence[str], kinds: Sequence[str]) -> Terms:
    """All terms of texts; `kinds` are the kinds of province of each, as `analysis.analyse` takes them."""
    row, numbers = lexicon.chunks.of(texts)
    written, counts = lexicon.chunks.words_of(numbers)
    read = list(ordinals(lexicon, written))
    words, kept = merged(written, read)
    place = np.cumsum(kept) - 1  # of each written word among `words`
    is_end = words == lexicon.end
    of_text = np.cumsum(is_end) - is_end
    marks = lexicon.marks.array[words]
    beside = each_once(
        placed(dates(lexicon, row, numbers, counts), kept, place),
        *amounts_among(lexicon, words, marks),
        counted_among(lexicon, words, marks),
        Beside(*lexicon.forms.found(words)),
        concepts_in_doubt(lexicon, words, marks, kinds, of_text),
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
