"""Numbers with their units in a sentence: compounds that add, ranges, `a/b`, percentages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from archive.extraction.indicators.units import IS_MEASURE, NEVER_UNIT, UNIT
from archive.vietnamese.numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = r"(?:\d{1,3}(?:\.\s?\d{3})+(?![\d])(?:,\d+)?|\d+(?:,\d+)?)"
# A number stands alone, but for the slip `đạt13,04%`.
QUANTITY = re.compile(
    rf"(?:(?<![\w.,/-])|(?<=đạt)|(?<=còn)|(?<=được)|(?<=trên)|(?<=gần))(?P<number>{NUMBER})(?![\w]*/[A-ZĐ])"
)
SLASH = re.compile(rf"\s?/\s?(?P<number>{NUMBER})")
RANGE = re.compile(rf"\s?(?:-|đến|tới)\s?(?P<number>{NUMBER})")
# `905 tỷ 653 triệu đồng`: the larger part in its own scale, then the next one down.
COMPOUND = re.compile(
    rf"(?P<big>{NUMBER})\s?(?P<scale>tỷ|tỉ|triệu)(?:\s?đồng)?,?\s(?P<small>\d{{1,3}}(?:,\d+)?)\s?(?P<less>triệu|nghìn|ngàn)\s?(?P<unit>đồng|usd)?(?![\w])",
    re.IGNORECASE,
)
# What stands before a number that is no quantity: document and place numbers, ordinals, dates.
# Words before a number that make it a name: of a document, an ordinal, a date, a place.
TRAP_BEFORE = re.compile(
    r"(?:\bsố(?: hiệu)?|\bthứ|\bkhóa|\bngày|\btháng|\bnăm|\bquý|\blúc|\bkỳ|\bgiai đoạn|\bnhiệm kỳ|\bcovid\s?-?|\bgames|\bđề án|\bchỉ thị|\bnghị quyết"
    r"|\bquyết định|\bquy định|\bkết luận|\bkế hoạch|\bnghị định|\bthông tư|\bchương trình|\bđiều|\bkhoản|\bmục|\bbão số|\bđiện thoại|\biso)\s*$",
    re.IGNORECASE,
)
# Words that name a place or a grade by number unless something is counted after it.
NAME_BEFORE = re.compile(
    r"\b(?:quận|phường|quốc lộ|ql|tỉnh lộ|đường|hạng|cấp|tổ|khu|thôn|ấp|bài|tp|mức độ|loại|vòng|nhóm|vành đai|zone|tiểu khu|lô|đội)\s*$",
    re.IGNORECASE,
)
END_OF_SPAN = re.compile(r"(?:19|20)\d\d\s?-\s?$")  # `2020 - 2025`
PER_ONE = re.compile(
    r"(?:trên|/|mỗi|tính trên|cho|một)\s*$", re.IGNORECASE
)  # `trên 1 ha`: part of a label
DATE_AFTER = re.compile(
    r"\s?(?:[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?![\d%])|/\d{4}|h\d{2}|:\d{2}|-[A-ZĐ]{2}|/[A-ZĐ]{2}|[-–]\s?20\d\d)"
)
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `whole` is the denominator of `10/13 xã`; `start`/`end` cover it all.

    `value` is in the unit as written; `unit` None where no known unit follows.
    """

    value: Decimal
    high: Decimal | None
    whole: Decimal | None
    unit: str | None
    start: int
    end: int

    @property
    def is_percent(self) -> bool:
        return self.unit in {"%", "‰"}

    @property
    def is_measure(self) -> bool:
        """Whether the unit measures, so that the label must stand elsewhere."""
        return self.unit is None or IS_MEASURE.fullmatch(self.unit) is not None


def quantities(text: str) -> Iterator[Quantity]:
    """All quantities of a sentence (of its shadow), left to right, traps left out."""
    position = 0
    while match := QUANTITY.search(text, position):
        compound = COMPOUND.match(text, match.start())
        if compound:
            found: Quantity | None = compound_quantity(compound)
        else:
            found = simple_quantity(text, match)
        if found is not None:
            yield found
        position = max(found.end if found else match.end(), match.end())


def compound_quantity(match: re.Match[str]) -> Quantity:
    """905 tỷ 653 triệu đồng → 905.653 tỷ đồng."""
    step = (
        Decimal(1000)
        if not (match["scale"] in {"tỷ", "tỉ"} and match["less"] != "triệu")
        else Decimal(10**6)
    )
    value = parse_number(match["big"]) + parse_number(match["small"]) / step
    unit = f"{match['scale'].lower()} {(match['unit'] or 'đồng').lower()}"
    return Quantity(value, None, None, unit.replace("tỉ", "tỷ"), match.start(), match.end())


def simple_quantity(text: str, match: re.Match[str]) -> Quantity | None:
    """A number with what follows it: unit, second number of a range or a share; None for a trap."""
    start, end = match.start(), match.end()
    unit = unit_at(text, end)
    value = parse_number(match["number"])
    fraction = SLASH.match(text, end)
    counted = fraction is not None and UNIT.match(text, fraction.end()) is not None
    if not counted and (is_name(text[:start][-24:], unit) or counts_other(text, end)):
        return None
    if value == 1 and PER_ONE.search(text[:start][-12:]):
        return None
    if unit is None:
        return joined_quantity(text, match, value)
    if slash := SLASH.match(text, unit.end()):
        other = UNIT.match(text, slash.end())
        stop = other.end() if other else slash.end()
        return Quantity(value, None, parse_number(slash["number"]), written(unit), start, stop)
    if ranged := RANGE.match(text, unit.end()):
        other = UNIT.match(text, ranged.end())
        if other and other["unit"].lower() == unit["unit"].lower():
            return Quantity(
                value, parse_number(ranged["number"]), None, written(unit), start, other.end()
            )
    return Quantity(value, None, None, written(unit), start, unit.end())


def unit_at(text: str, at: int) -> re.Match[str] | None:
    """The unit right here; a lone `m` is more often an abbreviation than metres."""
    unit = UNIT.match(text, at)
    return None if unit and unit["unit"].lower() == "m" else unit


def joined_quantity(text: str, match: re.Match[str], value: Decimal) -> Quantity | None:
    """`10 - 12 triệu`, `10/13 xã`, or a bare number, which may still be the start of a date."""
    start, end = match.start(), match.end()
    joined = RANGE.match(text, end) or SLASH.match(text, end)
    unit = UNIT.match(text, joined.end()) if joined else None
    if joined is None or unit is None:
        is_date = DATE_AFTER.match(text, end) or YEAR.fullmatch(match["number"])
        return None if is_date else Quantity(value, None, None, None, start, end)
    second = parse_number(joined["number"])
    if counts_other(text, joined.end()):
        return None
    if joined.re is SLASH:
        return Quantity(value, None, second, written(unit), start, unit.end())
    return (
        None if second < value else Quantity(value, second, None, written(unit), start, unit.end())
    )


def is_name(before: str, unit: re.Match[str] | None) -> bool:
    """Whether the number names something instead of measuring or counting it."""
    if unit is not None and IS_MEASURE.fullmatch(unit["unit"]) and unit["unit"].lower() != "m":
        return False
    if END_OF_SPAN.search(before):
        return True
    return bool(TRAP_BEFORE.search(before)) or (unit is None and bool(NAME_BEFORE.search(before)))


def counts_other(text: str, at: int) -> bool:
    """Whether what is counted is no indicator; `tổ chức` is more than `tổ`."""
    never, unit = NEVER_UNIT.match(text, at), UNIT.match(text, at)
    return never is not None and (unit is None or unit.end() <= never.end())


def written(unit: re.Match[str]) -> str:
    """The unit as written, in lower case but for symbols of measure, with one spelling of scales."""
    text = (unit["unit"] + (unit["tail"] or "")).strip()
    text = text if re.search(r"[A-Z]{2}|kWh", text) else text.lower()
    return re.sub(r"\s?/\s?", "/", re.sub(r"\btỉ\b", "tỷ", text))
