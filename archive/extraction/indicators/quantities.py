"""Numbers with their units in a sentence: compounds that add, ranges, `a/b`, percentages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.indicators.traps import (
    DATE_AFTER,
    PER_ONE,
    YEAR,
    is_date,
    is_name,
)
from archive.extraction.indicators.units import SYMBOLS, counts_other, paper_at, unit_at
from archive.extraction.patterns import any_in
from archive.vietnamese.numbers import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from archive.extraction.indicators.sentences import Words
    from archive.extraction.indicators.units import Unit

NUMBER = r"(?:\d{1,3}(?:\. ?\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
FIGURES = tuple("0123456789")
DIGITS = re.compile(r"\d\d*")  # `\d+` would be tried at every letter
ALONE = re.compile(rf"{NUMBER}(?!\w*/[A-ZĐ])")  # the other digits begin no number
# A number stands alone, but for slips like `đạt13,04%` and `28.115 con,37 con`.
GLUED = ("đạt", "còn", "được", "trên", "gần")
JOINING = frozenset(".,/-_")
OF_WHOLE = re.compile(rf"(?: ?/ ?| (?:trên|trong) tổng số )(?P<number>{NUMBER})")  # `10/13 xã`
RANGE = re.compile(rf" ?(?:-|đến|tới) ?(?P<number>{NUMBER})")
GOES_ON = frozenset("/-tđ")  # with one of which either begins
# `905 tỷ 653 triệu đồng`: the larger part in its own scale, then the next one down.
COMPOUND = re.compile(
    rf"(?P<big>{NUMBER}) ?(?P<scale>tỷ|tỉ|triệu)(?: đồng)?,? (?P<small>\d{{1,3}}(?:,\d+)?) ?(?P<less>triệu|nghìn|ngàn) ?(?P<unit>đồng|usd)?(?!\w)"
)
LESSER = ("triệu", "nghìn", "ngàn")  # of which one is in every compound
TIMES = re.compile(r" lần(?!\w| thứ)")
MULTIPLIES = re.compile(r"(?<!\w)(?:tăng|giảm|gấp|bằng|vượt)(?: \w+)?\s*$")
SCALE = re.compile(r"(?:nghìn|triệu|tỷ|vạn)(?: tỷ)?")


class Quantity(NamedTuple):
    """A number with its unit. `whole` is the denominator of `10/13 xã`; `start`/`end` cover it all.

    `value` is in the unit as written; `unit` None where no known unit follows. `thing` is what is
    counted, empty for a measure.
    """

    value: Decimal
    high: Decimal | None
    whole: Decimal | None
    unit: str | None
    thing: str
    start: int
    end: int
    papers: bool = False

    @property
    def is_percent(self) -> bool:
        return self.unit is not None and self.unit[0] in "%‰"

    @property
    def is_measure(self) -> bool:
        """Whether the unit measures, so that the label must stand elsewhere."""
        return not self.thing


def quantities(words: Words) -> Iterator[Quantity]:
    """All quantities of a sentence, left to right, traps left out."""
    text, low, position = words.text, words.low, 0
    if not any_in(low, FIGURES):
        return
    compounds = any_in(low, LESSER)
    for digits in DIGITS.finditer(low):
        start = digits.start()
        match = ALONE.match(text, start) if start >= position else None
        if match is None or not stands_alone(low, start):
            continue
        compound = COMPOUND.match(low, start) if compounds else None
        found = compound_quantity(compound) if compound else simple_quantity(words, match)
        if found is not None:
            yield found
        position = max(found.end if found else 0, match.end())


def stands_alone(low: str, at: int) -> bool:
    before = low[at - 1 : at]
    if not (before.isalnum() or before in JOINING) or before == "":
        return True
    if before == ",":
        return not low[at - 2 : at - 1].isdigit()
    return low.endswith(GLUED, 0, at)


def compound_quantity(match: re.Match[str]) -> Quantity:
    """905 tỷ 653 triệu đồng → 905.653 tỷ đồng."""
    far = match["scale"] != "triệu" and match["less"] != "triệu"
    value = value_of(match["big"]) + value_of(match["small"]) / (10**6 if far else 1000)
    scale = match["scale"].replace("tỉ", "tỷ")
    unit = f"{scale} {match['unit'] or 'đồng'}".replace("usd", "USD")
    return Quantity(value, None, None, unit, "", match.start(), match.end())


def simple_quantity(words: Words, match: re.Match[str]) -> Quantity | None:
    """A number with what follows it: unit, second number of a range or a share; None for a trap."""
    start, end = match.span()
    unit = unit_at(words.text, words.low, end)
    before = words.low[max(0, start - 24) : start]
    if unit is None:
        return joined_quantity(words, match, before)
    value = value_of(match[0])
    if is_name(before, unit) or (unit.text[0] not in SYMBOLS and counts_other(words.low, end)):
        return None
    if value == 1 and PER_ONE.search(before):
        return None
    return continued(words, value, unit, start)


def goes_on(low: str, at: int) -> bool:
    """Whether a whole or a range may follow here: most quantities stand alone, which one sign tells."""
    return low[at : at + 2].lstrip(" ")[:1] in GOES_ON


def continued(words: Words, value: Decimal, unit: Unit, start: int) -> Quantity:
    """The unit may be followed by a whole or by the end of a range, in the same unit."""
    low = words.low
    if not goes_on(low, unit.end):
        return Quantity(value, None, None, unit.text, unit.thing, start, unit.end)
    slash = OF_WHOLE.match(low, unit.end)
    if slash:
        other = unit_at(words.text, low, slash.end())
        named = other if other and bare_scale(unit) and not bare_scale(other) else unit
        stop = other.end if other else slash.end()
        return Quantity(
            value, None, value_of(slash["number"]), named.text, named.thing, start, stop
        )
    ranged = RANGE.match(low, unit.end)
    other = unit_at(words.text, low, ranged.end()) if ranged else None
    if ranged and other and other.text == unit.text:
        high = value_of(ranged["number"])
        return Quantity(value, high, None, unit.text, unit.thing, start, other.end)
    return Quantity(value, None, None, unit.text, unit.thing, start, unit.end)


def bare_scale(unit: Unit) -> bool:
    """`61,7 tỷ/68,6 tỷ đồng`: the unit of the first is told by the second."""
    return SCALE.fullmatch(unit.text) is not None


def joined_quantity(words: Words, match: re.Match[str], before: str) -> Quantity | None:
    """`10 - 12 triệu`, `10/13 xã`, papers, or a bare number, which may still begin a date."""
    end, low = match.end(), words.low
    joined = (RANGE.match(low, end) or OF_WHOLE.match(low, end)) if goes_on(low, end) else None
    unit = unit_at(words.text, low, joined.end()) if joined else None
    if joined is None or unit is None:
        return bare_quantity(words, match, before)
    value, second = value_of(match[0]), value_of(joined["number"])
    if counts_other(low, joined.end()) or is_date(before):
        return None
    if joined.re is RANGE and (second <= value or is_name(before, unit)):
        return None
    high, whole = (second, None) if joined.re is RANGE else (None, second or None)
    return Quantity(value, high, whole, unit.text, unit.thing, match.start(), unit.end)


def bare_quantity(words: Words, match: re.Match[str], before: str) -> Quantity | None:
    start, end = match.span()
    if DATE_AFTER.match(words.text, end) or YEAR.fullmatch(match[0]):
        return None
    if is_name(before, None):
        return None
    value = value_of(match[0])
    paper = paper_at(words.low, end)
    if paper:
        return Quantity(value, None, None, paper.text, paper.thing, start, paper.end, papers=True)
    if TIMES.match(words.low, end):
        multiple = MULTIPLIES.search(before) is not None
        return Quantity(value, None, None, "lần", "lần", start, end + 4) if multiple else None
    if counts_other(words.low, end):
        return None
    return Quantity(value, None, None, None, "", start, end)
