"""What stands beside words: dates, amounts, numbered things, concepts of abbreviations in doubt.

The rules are those of `archive.search`. They run only where tables say that something may stand, and once for
what comes again; a place is that of a word in the row of all texts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from archive.search.backends.whoosh_arrays import chunks as signs
from archive.search.backends.whoosh_arrays.layout import NONE
from archive.search.backends.whoosh_arrays.lexicon import COUNTS, DIGITS, DOUBTFUL, SCALE, Names
from archive.search.spans import Span, amounts, named, names_between
from archive.search.words import WORD
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.lexicon import Lexicon
    from archive.search.backends.whoosh_arrays.short import Row


class Beside(NamedTuple):
    """Terms that stand beside words: `first` is the place of the first of `width` words.

    The width is told of concepts alone, which have neighbours; of others it may be less.
    """

    numbers: Array
    firsts: Array
    widths: Array


def beside_of(rows: Sequence[tuple[int, int, int]]) -> Beside:
    table = np.array(rows, "i8").reshape(-1, 3)
    return Beside(table[:, 0].astype("u4"), table[:, 1], table[:, 2])


def of_spans(lexicon: Lexicon, spans: Iterable[Span]) -> Beside:
    """An amount has a twin, as other numbers have."""
    return beside_of(
        [
            (lexicon.number(s.name, s.name if s.name[0].isdigit() else ""), s.first, s.width)
            for s in spans
        ]
    )


def each_once(*parts: Beside) -> Beside:
    """A name stands once at a word; of two the later one."""
    numbers, firsts, widths = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    keys = firsts.astype("u8") << np.uint64(32) | numbers
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    at = order[np.append(keys[1:] != keys[:-1], True)[: len(keys)]]
    return Beside(numbers[at], firsts[at], widths[at])


# --- dates and numbers of documents


def dates(lexicon: Lexicon, row: Row, numbers: Array, counts: Array) -> Beside:
    """Dates and numbers of documents, at places of written words."""
    words_before = np.cumsum(counts) - counts
    rows = []
    for first_chunk, last_chunk in stretches(lexicon.chunks.signs.array[numbers]):
        spans = dates_in(row.text(first_chunk, last_chunk))
        if spans:
            first = int(words_before[first_chunk])
            rows += [(lexicon.number(s.name, ""), first + s.first, s.width) for s in spans]
    return beside_of(rows)


@lru_cache(maxsize=65536)
def dates_in(text: str) -> tuple[Span, ...]:
    """As spans of the words of a short text; the same days come again and again."""
    text = shadow(clean(text))
    names = list(names_between(text, 0, len(text)))
    return tuple(named(names, [match.span() for match in WORD.finditer(text)])) if names else ()


def stretches(seen: Array) -> list[tuple[int, int]]:
    """First and last of neighbouring chunks that may be parts of a date, with a sign of one, by their signs."""
    parts = seen & signs.PART != 0
    parts[1:] |= (seen[:-1] & signs.QUARTER != 0) & (seen[1:] & signs.ROMAN != 0)
    edges = np.flatnonzero(np.diff(parts, prepend=False, append=False))
    first, last = edges[::2], edges[1::2] - 1
    at = np.flatnonzero(hinted(seen))
    having = at.searchsorted(first) < at.searchsorted(last, side="right")
    return list(zip(first[having].tolist(), last[having].tolist(), strict=True))


def hinted(seen: Array) -> Array:
    """Which chunks, by their own signs and their neighbours', may be of a date or a numbered document."""
    digit = seen & signs.DIGIT != 0
    found: Array = digit & (seen & (signs.WITHIN | signs.OPEN) != 0)
    found[:-1] |= digit[:-1] & (seen[1:] & signs.AFTER != 0)
    found[1:] |= digit[1:] & (seen[:-1] & signs.BEFORE != 0)
    found[:-1] |= (seen[:-1] & signs.QUARTER != 0) & (seen[1:] & signs.ROMAN != 0)
    return found


def placed(beside: Beside, kept: Array, place: Array) -> Beside:
    """At places of written words → of the words with ordinals merged; none ends within one."""
    numbers, firsts, widths = beside
    whole = kept[firsts] & kept[firsts + widths]
    numbers, firsts, widths = numbers[whole], firsts[whole], widths[whole]
    return Beside(numbers, place[firsts], place[firsts + widths - 1] - place[firsts] + 1)


# --- amounts and numbered things


def amounts_among(lexicon: Lexicon, words: Array, marks: Array) -> Iterator[Beside]:
    """Those of a number and a scale, which are most, from a table; longer ones by the rule."""
    at = np.flatnonzero((marks[:-1] & DIGITS != 0) & (marks[1:] & SCALE != 0))
    alone = np.ones(len(at), bool)
    behind = np.diff(at) == 2
    alone[1:] &= ~behind
    alone[:-1] &= ~behind
    yield of_spans(lexicon, amounts(Names(lexicon, words), at[~alone].tolist()))
    at = at[alone]
    keys = words[at].astype("u8") << np.uint64(32) | words[at + 1]
    named = np.fromiter(map(lexicon.amounts.__getitem__, keys.tolist()), "u4", len(at))
    at, named = at[named != NONE], named[named != NONE]
    yield Beside(named, at, np.full(len(at), 2))


def counted_among(lexicon: Lexicon, words: Array, marks: Array) -> Beside:
    """Numbered things; behind a number nothing more is asked."""
    digits = marks & DIGITS != 0
    near = digits[1:].copy()
    near[:-1] |= digits[2:]
    at = np.flatnonzero((marks[:-1] & COUNTS != 0) & near)
    last = words.take(at + 2, mode="clip")
    last[digits[at + 1]] = lexicon.other
    keys = zip(words[at].tolist(), words[at + 1].tolist(), last.tolist(), strict=True)
    names = np.fromiter(map(lexicon.counted.__getitem__, keys), "u4", len(at))
    at, names = at[names != NONE], names[names != NONE]
    return Beside(names, at, np.full(len(at), 2))


# --- concepts in doubt


def concepts_in_doubt(
    lexicon: Lexicon, words: Array, marks: Array, kinds: Sequence[str], of_text: Array
) -> Beside:
    """Concepts of abbreviations whose meaning hangs on their neighbours or on the kind of province."""
    at = np.flatnonzero(marks & DOUBTFUL)
    before, after = lexicon.neighbours(words[at - 1]), lexicon.neighbours(words[at + 1])
    texts = of_text[at].tolist()
    places, rows = at.tolist(), []
    columns = (words[at].tolist(), before.tolist(), after.tolist(), texts, places)
    for word, previous, following, text, place in zip(*columns, strict=True):
        concepts = lexicon.doubts[word, previous, following, kinds[text]]
        rows += [(concept, place, 1) for concept in concepts]
    return beside_of(rows)
