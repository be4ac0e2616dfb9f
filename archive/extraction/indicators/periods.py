"""Expressions of time in a sentence, as the contract codes them: `6 tháng đầu năm 2022` → 2022-H1."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.patterns import at_word
from archive.vietnamese.numbers import UNITS
from archive.vietnamese.roman import value as roman_value

if TYPE_CHECKING:
    from collections.abc import Callable

Y = r"(?P<y>(?:19|20)\d\d)"
OF_YEAR = rf"(?:[ /]*(?:của )?(?:năm )?{Y}(?!\d))?"
COUNT = r"(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một)"
YEAR_LEADS = ("cuối ", "trong ", "đến ", "hết ", "cả ", "đến hết ", "đến cuối ", "")
# Name, words without which the pattern cannot match, pattern. What an earlier row takes, a later one leaves.
EXPRESSIONS = (
    ("rest", ("tháng còn lại", "tháng cuối"), re.compile(rf"(?<![\w/]){COUNT} tháng (?:còn lại|cuối)(?: (?:của )?năm)?{OF_YEAR}")),
    ("half1", ("6 tháng", "sáu tháng", "nửa đầu năm", "nửa năm", "giữa năm"), re.compile(rf"(?:(?:(?<![\w/])0?6|sáu) tháng (?:đầu (?:của )?)?năm|(?:(?<![\w/])0?6|sáu) tháng đầu(?! nhiệm)|nửa (?:đầu )?năm(?= |,)(?! qua)|(?:kỳ họp|hội nghị|thường lệ) giữa năm)(?: {Y})?(?!\w)")),
    ("months", (" tháng",), re.compile(rf"(?<![\w/])(?<!ngày ){COUNT} tháng(?! \d{{1,2}}(?:/| năm))(?: (?:đầu năm(?: nay)?|đầu|qua))?{OF_YEAR}(?! (?:\(từ|cuối|tới|tuổi|còn lại|vận hành|thực hiện|triển khai))(?<!mỗi tháng)")),
    ("quarter", ("quý",), re.compile(rf"quý (?P<q>iv|i{{1,3}}|[1-4])(?!\w)(?: ?[/-] ?| năm | )?{Y}?")),
    ("date", ("đến ", "hết "), re.compile(rf"(?:đến|tính đến|hết)(?: hết)?(?: thời điểm)?(?: ngày)? (?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})(?:[/.-]{Y})?(?![\d/])(?! ?%)")),
    ("monthend", ("hết tháng", "cuối tháng"), re.compile(rf"(?:đến|tính đến) (?:thời điểm )?(?:hết |cuối )tháng (?P<m>\d{{1,2}})(?: ?(?:[/-]|năm) ?{Y})?(?![\d/])")),
    ("untilmonth", ("đến tháng", "thời điểm tháng"), re.compile(rf"(?:đến|tính đến) (?:thời điểm )?tháng (?P<m>\d{{1,2}})(?: ?(?:[/-]|năm) ?{Y})?(?![\d/])")),
    ("month", ("tháng ",), re.compile(rf"tháng (?<!\d tháng )(?<!từ tháng )(?P<m>\d{{1,2}})(?: ?(?:[/-]|năm) ?{Y})?(?![\d/])")),
    ("quarterend", ("hết quý", "cuối quý"), re.compile(rf"(?:đến|tính đến) (?:hết |cuối )quý (?P<q>iv|i{{1,3}}|[1-4])(?!\w)(?: ?[/-] ?| năm | )?{Y}?")),
    ("term", ("đầu nhiệm kỳ", "trong nhiệm kỳ", "qua nhiệm kỳ", "nửa nhiệm kỳ"), re.compile(r"(?:từ )?đầu nhiệm kỳ(?: (?P<a>20\d\d) ?- ?(?P<b>20\d\d))?|(?:trong|qua|nửa|nửa đầu) nhiệm kỳ(?: qua| (?P<c>20\d\d) ?- ?(?P<e>20\d\d))?")),
    ("pastterm", ("kỳ qua", "năm qua", "vừa qua"), re.compile(r"(?<!đầu )(?<!trong )(?:nhiệm kỳ|5 năm|năm năm) (?:vừa )?qua")),
    ("since", ("từ năm", "từ đầu năm"), re.compile(rf"từ (?:đầu )?năm {Y} (?:đến nay|tới nay)")),
    ("span", ("giai đoạn", "5 năm", "nhiệm kỳ", "từ năm"), re.compile(r"(?:giai đoạn|trong 5 năm|5 năm|trong nhiệm kỳ|từ năm) \(?(?:từ )?(?P<a>(?:19|20)\d\d) ?(?:-|đến|đến năm) ?(?P<b>20\d\d)")),
    ("office", ("nhiệm kỳ",), re.compile(r"nhiệm kỳ \(?(?P<a>(?:19|20)\d\d) ?- ?(?P<b>20\d\d)")),
    ("sofar", ("từ đầu năm",), re.compile(r"từ đầu năm(?: (?P<y>(?:19|20)\d\d))?(?: (?:đến|tới) nay)?(?! 20\d\d)")),
    ("year", ("năm 19", "năm 20"), re.compile(rf"{at_word(*(f'{lead}năm ' for lead in YEAR_LEADS))}{Y}(?<!giữa năm \d\d\d\d)(?! ?- ?\d|/)")),
    ("within", ("trong tháng", "trong quý"), re.compile(r"trong(?<!\wtrong) (?P<w>tháng|quý)(?! ?\d| [ivx]| (?:trước|tới|sau|qua))(?!\w)")),
    ("lastyear", ("năm ngoái",), re.compile(r"năm ngoái")),
    ("thisyear", ("cả năm", "trong năm", "toàn năm", "năm nay", "năm qua"), re.compile(r"cả năm|trong năm(?! (?:trước|ngoái|học|\d))|toàn năm|năm nay|năm qua(?<!các năm qua)(?<!những năm qua)(?<!nhiều năm qua)(?<!\d năm qua)")),
)  # fmt: skip
# One of these → the words that hold it → the rows of what those may be part of. Other words stand for themselves.
STEMS = ("tháng", "năm", "quý", "kỳ")
ROWS: dict[str, dict[str, list[int]]] = {}
for place, expression in enumerate(EXPRESSIONS):
    for key in expression[1]:
        stem = next((stem for stem in STEMS if stem in key), key)
        ROWS.setdefault(stem, {}).setdefault(key, []).append(place)
NUMBERS = {**UNITS, "mười": 10, "mười một": 11}
# Words right before a time that make it a base of comparison, not the figure's period.
BASE_BEFORE = re.compile(
    r"(?:so với|so|cùng kỳ|bằng|lần|từ|ngày \d{1,2} tháng \d{1,2}|từ (?:trên |hơn |gần )?\d[\d.,]* ?(?:%|[^\W\d_]+)|sau|sinh|thành lập|hơn|của cùng kỳ|% của)(?: cùng kỳ)?(?: của)?(?: cả| thực hiện| cuối| đầu)?\s*$"
)
# `kế hoạch năm 2022` is a plan, not the time of the figure.
PLAN_BEFORE = re.compile(
    r"(?:kế hoạch|dự toán|chỉ tiêu|nhiệm vụ|chủ đề|nghị quyết|giữa|đề ra|giao|kh|phương hướng|đầu tư công)(?: của)?(?: cả)?\s*$"
)
PROGRAMME = re.compile(
    r"(?:chương trình|chuẩn|đề án|kế hoạch|mục tiêu|quy hoạch|trung hạn|dự án|chiến lược)[^;.]{0,50}$"
)
REVIEWED = re.compile(r"(?:thực hiện|tổng kết|sơ kết|kết quả|đánh giá|kiểm điểm)[^;.,]{0,40}$")
RANGE_OF_DAYS = re.compile(r"từ (?:ngày )?[\d/.-]+ $")
SUMS = re.compile(r"-(?:H1|\d+M)$")
SPANS = frozenset({"term", "pastterm", "span", "office"})
AS_OF = frozenset({"date", "monthend", "untilmonth", "quarterend"})
HERE = frozenset({"within", "sofar"})  # times that the report's own period decides
FUTURE_ONLY = frozenset({"rest", "office"})  # times of no result


class Period(NamedTuple):
    """A period as coded in the contract and where its words stand.

    `planned`: the words are of a plan (`kế hoạch năm 2022`), not the time of a result.
    """

    code: str
    start: int
    end: int
    name: str
    planned: bool = False


def periods(
    low: str, year: int | None, term: str | None = None, here: str | None = None
) -> list[Period]:
    """Periods named in a text in lower case, left to right; a missing year is `year`.

    `here` is the report's own period, which `trong tháng`, `trong quý` may mean. Bases of comparison are
    left out.
    """
    found: list[Period] = []
    for row in possible(low):
        name, _, pattern = EXPRESSIONS[row]
        for match in pattern.finditer(low):
            start, end = match.span()
            if taken(found, start, end):
                continue
            if is_base(name, low[max(0, start - 28) : start]):
                continue
            code = code_of(name, match, year, term)
            code = code_here(name, match, code, here) if name in HERE else code
            if code:
                found.append(Period(code, start, end, name, is_planned(name, low, start)))
    return sorted(found, key=lambda period: period.start)


def possible(low: str) -> list[int]:
    """The rows that may match in a text, in their order: one of their words stands in it."""
    rows: set[int] = set()
    for stem, longer in ROWS.items():
        if stem in low:
            for words, places in longer.items():
                if words in low:
                    rows.update(places)
    return sorted(rows)


def taken(found: list[Period], start: int, end: int) -> bool:
    """Whether an earlier expression holds some of these words."""
    for period in found:  # noqa: SIM110  a generator is twice as slow
        if period.start < end and start < period.end:
            return True
    return False


def is_base(name: str, before: str) -> bool:
    """Whether the words before a time make it a base of comparison or the end of some days."""
    if name in AS_OF:
        return RANGE_OF_DAYS.search(before) is not None
    return name not in {"since", "span"} and BASE_BEFORE.search(before) is not None


def code_here(name: str, match: re.Match[str], year: str | None, here: str | None) -> str | None:
    """What a time means that is told of the report's own period."""
    return within(match["w"], here) if name == "within" else so_far(year, here)


def within(unit: str, here: str | None) -> str | None:
    """The report's own month or quarter."""
    pattern = r"\d{4}-\d\d" if unit == "tháng" else r"\d{4}-Q\d"
    return here if here and re.fullmatch(pattern, here) else None


def so_far(year: str | None, here: str | None) -> str | None:
    """`từ đầu năm đến nay`: what the report sums over, up to the month that it is of; else the year."""
    if year is None or here is None or not here.startswith(f"{year}-"):
        return year
    return summed_until(here) or (here if SUMS.search(here) else year)


def is_planned(name: str, low: str, at: int) -> bool:
    """Whether the time is of a plan, not of what was done: its carrying out counts as done."""
    if name == "span":
        return PROGRAMME.search(low, max(0, at - 70), at) is not None
    if name != "year" or not PLAN_BEFORE.search(low[max(0, at - 28) : at]):
        return False
    return REVIEWED.search(low, max(0, at - 60), at) is None


def code_of(name: str, match: re.Match[str], year: int | None, term: str | None) -> str | None:
    groups = match.groupdict()
    if name in SPANS:
        return span(groups, term)
    y = groups.get("y") or (str(year) if year else None)
    if y is None:
        return None
    if name == "lastyear":
        return str(int(y) - 1)
    if name == "since":
        return f"{y}/{year}" if year and int(y) < year else y
    return f"{y}{FIXED[name]}" if name in FIXED else CODERS[name](y, groups)


def span(groups: dict[str, str | None], term: str | None) -> str | None:
    """Years named from to, else the term that the report is on."""
    first, last = groups.get("a") or groups.get("c"), groups.get("b") or groups.get("e")
    if first:
        return f"{first}/{last}"
    return (term or "").replace("-", "/") or None


def rest_of_year(y: str, groups: dict[str, str | None]) -> str | None:
    """`6 tháng cuối năm` is a half, `3 tháng cuối năm` a quarter."""
    return {6: f"{y}-H2", 3: f"{y}-Q4"}.get(number(groups["n"]))


def months(y: str, groups: dict[str, str | None]) -> str | None:
    count = number(groups["n"])
    if not 1 <= count <= 12:
        return None
    return {6: f"{y}-H1", 12: y}.get(count, f"{y}-{count}M")


def number(written: str | None) -> int:
    return int(written) if written and written.isdigit() else NUMBERS.get(written or "", 0)


def quarter(y: str, groups: dict[str, str | None]) -> str:
    written = groups["q"] or ""
    return f"{y}-Q{roman_value(written.upper()) or written}"


def quarter_end(y: str, groups: dict[str, str | None]) -> str:
    last = 3 * int(quarter(y, groups)[-1])
    return f"{y}-{last:02}-{monthrange(int(y), last)[1]}"


def date_code(y: str, groups: dict[str, str | None]) -> str | None:
    day, month = int(groups["d"] or 0), int(groups["m"] or 0)
    if not (1 <= month <= 12 and 1 <= day <= monthrange(int(y), month)[1]):
        return None
    return f"{y}-{month:02}-{day:02}"


def month_code(y: str, groups: dict[str, str | None]) -> str | None:
    month = int(groups["m"] or 0)
    return f"{y}-{month:02}" if 1 <= month <= 12 else None


def month_end(y: str, groups: dict[str, str | None]) -> str | None:
    """The last day of a month, as a stock at that day has it."""
    month = int(groups["m"] or 0)
    return f"{y}-{month:02}-{monthrange(int(y), month)[1]}" if 1 <= month <= 12 else None


FIXED = {"half1": "-H1", "year": "", "thisyear": "", "sofar": "", "within": ""}
CODERS: dict[str, Callable[[str, dict[str, str | None]], str | None]] = {
    "rest": rest_of_year, "months": months, "quarter": quarter, "date": date_code, "month": month_code,
    "monthend": month_end, "untilmonth": month_code, "quarterend": quarter_end,
}  # fmt: skip


def year_before(code: str | None) -> str | None:
    """The same period a year earlier: 2022-H1 → 2021-H1; a term has none."""
    if not code or "/" in code:
        return None
    return f"{int(code[:4]) - 1}{code[4:]}"


def summed_until(code: str) -> str | None:
    """What a flow up to a month sums over: 2021-05-31 and 2021-05 → 2021-5M; another day gives None."""
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", code)
    if match is None:
        return None
    last = monthrange(int(match[1]), int(match[2]))[1]
    return months(match[1], {"n": str(int(match[2]))}) if int(match[3] or last) == last else None
