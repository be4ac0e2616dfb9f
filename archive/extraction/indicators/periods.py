"""Which time a figure speaks of: expressions in the words, codes of the contract."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.vietnamese.roman import value as roman_value

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

YEAR = r"(?:\s?(?:của )?(?:năm\s?|/)(?P<{0}>(?:19|20)\d\d))?"
TIME_WORD = re.compile(r"tháng|năm|quý|nhiệm kỳ|giai đoạn|đến|hết")
EXPRESSIONS = (
    ("half1", re.compile(r"(?:6|sáu) tháng(?: đầu)? (?:của )?năm(?!\s?\d{0,3}\w{0,3}\s?cuối)" + r"(?:\s?(?P<y>(?:19|20)\d\d))?|(?:6|sáu) tháng đầu")),
    ("half2", re.compile(r"(?:6|sáu) tháng cuối(?: năm)?(?:\s?(?P<y>(?:19|20)\d\d))?")),
    ("rest", re.compile(r"(?:\d{1,2}|một|hai|ba|bốn|năm) tháng cuối(?: năm)?(?:\s?(?P<y>(?:19|20)\d\d))?")),
    ("months", re.compile(r"(?<![/\d])(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng(?: (?:đầu năm|qua|đầu|năm))?(?:\s?(?:năm )?(?P<y>(?:19|20)\d\d))?(?! (?:cuối|tới|tuổi))")),
    ("quarter", re.compile(r"quý (?P<q>iv|i{1,3}|[1-4])\b(?:\s?[/-]\s?|\s?năm\s?|\s)?(?P<y>(?:19|20)\d\d)?")),
    ("date", re.compile(r"(?:đến|tính đến|hết)(?: hết)?(?: ngày)? (?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?:[/.-](?P<y>(?:19|20)\d\d))?")),
    ("monthend", re.compile(r"(?:đến|tính đến) (?:hết |cuối )?tháng (?P<m>\d{1,2})(?:\s?(?:[/-]|năm)\s?(?P<y>(?:19|20)\d\d))?(?!\d)")),
    ("month", re.compile(r"(?<!\d )tháng (?P<m>\d{1,2})(?:\s?(?:[/-]|năm)\s?(?P<y>(?:19|20)\d\d))?(?!\d)")),
    ("term", re.compile(r"đầu nhiệm kỳ(?: (?P<a>20\d\d)\s?-\s?(?P<b>20\d\d))?")),
    ("span", re.compile(r"giai đoạn (?P<a>20\d\d)\s?-\s?(?P<b>20\d\d)")),
    ("year", re.compile(r"\b(?:cuối |trong |đến |hết |cả |đến hết )?năm\s?(?P<y>(?:19|20)\d\d)(?!\s?-)")),
    ("thisyear", re.compile(r"cả năm|trong năm|toàn năm|năm nay|một năm qua")),
)  # fmt: skip
NUMBERS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
# Words right before a time that make it a base of comparison or a target, not the figure's period.
BASE_BEFORE = re.compile(r"(?:so với|so|cùng kỳ|bằng)(?: cùng kỳ)?(?: của)?\s*$")
# `kế hoạch năm 2022` is a plan, not the time of the figure.
PLAN_BEFORE = re.compile(
    r"(?:kế hoạch|dự toán|chỉ tiêu|nhiệm vụ|chủ đề|nghị quyết|giữa)(?: của)?(?: cả)?\s*$",
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period as coded in the contract and where its words stand.

    `planned`: the words are of a plan (`kế hoạch năm 2022`), not the time of a result.
    """

    code: str
    start: int
    end: int
    name: str
    planned: bool = False


def periods(text: str, year: int | None, term: str | None = None) -> list[Period]:
    """Periods named in the text, left to right; a missing year is `year`; bases of comparison left out."""
    text = lowered(text)
    if TIME_WORD.search(text) is None:
        return []
    found: list[Period] = []
    for name, pattern in EXPRESSIONS:
        for match in pattern.finditer(text):
            if any(p.start < match.end() and match.start() < p.end for p in found):
                continue
            before = text[: match.start()][-24:]
            if BASE_BEFORE.search(before):
                continue
            planned = name == "year" and PLAN_BEFORE.search(before) is not None
            code = code_of(name, match, year, term)
            if code:
                found.append(Period(code, match.start(), match.end(), name, planned))
    return sorted(found, key=lambda period: period.start)


def lowered(text: str) -> str:
    """Lower case at the same length, so that patterns need not ignore case, which is slow."""
    low = text.lower()
    return low if len(low) == len(text) else text


def code_of(name: str, match: re.Match[str], year: int | None, term: str | None) -> str | None:
    groups = match.groupdict()
    y = groups.get("y") or (str(year) if year else None)
    if name == "term":
        if groups["a"]:
            return f"{groups['a']}/{groups['b']}"
        return term.replace("-", "/") if term else None
    if name == "span":
        return f"{groups['a']}/{groups['b']}"
    if y is None:
        return None
    coders: dict[str, Callable[[], str | None]] = {
        "half1": lambda: f"{y}-H1",
        "half2": lambda: f"{y}-H2",
        "rest": lambda: None,
        "months": lambda: months_code(y, groups["n"]),
        "quarter": lambda: f"{y}-Q{roman_value(groups['q'].upper()) or groups['q']}",
        "date": lambda: (
            f"{y}-{int(groups['m']):02}-{int(groups['d']):02}" if int(groups["m"]) <= 12 else None
        ),
        "month": lambda: f"{y}-{int(groups['m']):02}" if 1 <= int(groups["m"]) <= 12 else None,
        "monthend": lambda: month_end(int(y), int(groups["m"])),
        "year": lambda: y,
        "thisyear": lambda: y,
    }
    return coders[name]()


def month_end(year: int, month: int) -> str | None:
    """The last day of a month, as a stock at that day has it."""
    if not 1 <= month <= 12:
        return None
    return f"{year}-{month:02}-{monthrange(year, month)[1]}"


def months_code(year: str, written: str) -> str | None:
    count = (
        NUMBERS.get(written.lower()) or int(written)
        if written.isdigit() or written.lower() in NUMBERS
        else 0
    )
    if not 1 <= count <= 12:
        return None
    return {6: f"{year}-H1", 12: year}.get(count, f"{year}-{count}M")


def year_before(code: str | None) -> str | None:
    """The same period a year earlier: 2022-H1 → 2021-H1; a term has none."""
    if not code or "/" in code:
        return None
    return f"{int(code[:4]) - 1}{code[4:]}"


def default_year(on: date | None, published: date | None) -> int | None:
    """The year that words without one speak of."""
    day = on or published
    return day.year if day else None
