"""A sentence as a row of clauses: each quantity with the words that lead to it and those that follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.indicators.counted import complement, end_of_shared
from archive.extraction.indicators.label_words import STRONG_HEADS
from archive.extraction.indicators.labels import ASIDE
from archive.extraction.indicators.quantities import quantities
from archive.extraction.indicators.units import COUNTED_UNITS
from archive.extraction.indicators.words import (
    FROM,
    ONWARD,
    PARENTHESIS,
    PRIVATE,
    QUOTE,
    SUBJECT,
    TIME,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.extraction.indicators.quantities import Quantity
    from archive.extraction.indicators.sentences import Sentence, Words

PENALTY = re.compile(r"(?<!\w)(khiển trách|cảnh cáo|cách chức|khai trừ|giải tán)(?: là)? ?:?\s*$")
# `số vụ phạm pháp hình sự: 14`: the label says what the bare number counts.
COUNT_LABEL = re.compile(r"(?<!\w)(?:tổng )?số ([^\d,;:.()]{2,60}?)(?: là| đạt| có)? ?:?\s*$")
RATE_NAME = re.compile(r"(?<!\w)(?:tỷ lệ|tỷ suất)(?!\w)[^,;:.]*$")
MARK = re.compile(r"[,;:()]|\.\s|(?<!\w)(?:trong đó|(?<!sầu )riêng|gồm)(?!\w)")
SAYING = 60  # code points from which a quotation is what somebody says, and no name
TAIL = 90
WINDOW = 90  # code points before a bare number that may hold its label


class Clause(NamedTuple):
    """A quantity and the words around it.

    `raw` are the words since the quantity before it, `before` the same without times, actors and
    asides; `after` runs up to the next quantity (without asides too), `rest` is it as written.
    `penalty` is the measure of discipline that a bare number counts.
    """

    quantity: Quantity
    raw: str
    before: Words
    after: Words
    rest: str
    penalty: str = ""

    @property
    def begins(self) -> bool:
        """Whether no quantity stands before it in its sentence."""
        return self.quantity.start == len(self.raw)

    @property
    def tail(self) -> str:
        """As many of the words before as a comparison may take."""
        return self.raw[-TAIL:]

    @property
    def in_brackets(self) -> bool:
        """Whether it stands alone in brackets."""
        return self.raw.endswith("(") and self.rest.startswith(")")

    def named_after(self) -> str:
        """The words behind a counted thing that belong to its name."""
        return complement(self.after)

    @property
    def own(self) -> Words:
        """The words that do not belong to the quantity before: all from the first mark on.

        Without a mark all words: `3 lớp bồi dưỡng nhận thức cho 187 quần chúng`.
        """
        aside = ASIDE.search(self.raw) if "(" in self.raw else None
        if aside:
            return self.before[: aside.start()]
        mark = None if self.begins else MARK.search(self.raw)
        if mark is None:
            return self.before
        return self.before[mark.end() if mark[0] == "," else mark.start() :]


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, left to right. Quotations in the first person are left out."""
    words = sentence.words
    if '"' in sentence.has and private_quote(sentence):
        words = words.without(QUOTE)
    all_found = [labelled(words.low, quantity) for quantity in quantities(words)]
    found = [q for q in all_found if q.unit or q.whole or penalty_before(words.low, q)]
    if not found:
        return []
    return list(joined(words, plain(words, sentence.has), found))


def plain(words: Words, has: frozenset[str]) -> Words:
    """The words without asides, times and actors, which are in no label."""
    if "(" in has:
        words = words.without(PARENTHESIS)
    for kind in (TIME, SUBJECT):
        if kind.possible(has):
            words = words.without(kind.pattern)
    return words


def private_quote(sentence: Sentence) -> bool:
    quotes = [quote[0] for quote in QUOTE.finditer(sentence.words.low)]
    return any(
        PRIVATE.search(q) or (len(q) > SAYING and not STRONG_HEADS.search(q)) for q in quotes
    )


def labelled(low: str, quantity: Quantity) -> Quantity:
    """A bare number behind its label (`số vụ cháy: 14`) with the unit that the label names."""
    if quantity.unit:
        return quantity
    before = low[max(0, quantity.start - WINDOW) : quantity.start]
    label = COUNT_LABEL.search(before) if "số " in before else None
    thing = COUNTED_UNITS.at(label[1], 0) if label else None
    return quantity._replace(unit=thing) if thing else quantity


def penalty_before(low: str, quantity: Quantity) -> str:
    if quantity.unit:
        return ""
    match = PENALTY.search(low[max(0, quantity.start - 30) : quantity.start])
    return match[1] if match else ""


def closing(low: str, quantity: Quantity, following: list[Quantity]) -> int:
    """Where `(82,96%)` right behind a quantity closes: what was counted goes on behind it."""
    if not following or low[quantity.end : following[0].start].strip() != "(":
        return 0
    end = following[0].end
    return end + 1 if low[end : end + 1] == ")" else 0


def within_rate(quantity: Quantity, raw: str, rest: str, following: list[Quantity]) -> bool:
    """Whether a number only belongs to the name of the rate that is told next."""
    if quantity.is_percent or not (following and following[0].is_percent):
        return False
    named = RATE_NAME.search(raw) is not None and not MARK.search(rest)
    return named and not re.match(r" *đạt", raw[-6:])


def joined(words: Words, plain: Words, found: list[Quantity]) -> Iterator[Clause]:
    begin, length = 0, len(words.low)
    for index, quantity in enumerate(found):
        stop = found[index + 1].start if index + 1 < len(found) else length
        raw, rest = words.low[begin : quantity.start], words.low[quantity.end : stop]
        if "từ" in raw and FROM.search(raw) and ONWARD.match(rest):
            continue  # `từ 9% xuống 5%`: the old value is part of the words before the new one
        if within_rate(quantity, raw, rest, found[index + 1 : index + 2]):
            continue  # `tỷ lệ tiêm đủ 2 mũi đạt 98,5%`
        before, after = plain[begin : quantity.start], plain[quantity.end : stop]
        if aside := closing(words.low, quantity, found[index + 1 : index + 2]):
            after = plain[aside : found[index + 2].start if index + 2 < len(found) else length]
        penalty = penalty_before(words.low, quantity)
        yield Clause(quantity, raw, before, after, rest, penalty)
        begin = quantity.end
        if quantity.is_percent:
            begin = end_of_shared(words.low, quantity.end)
