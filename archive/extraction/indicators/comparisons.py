"""What a second figure says of the first: share of the plan, growth, and on which base."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from archive.extraction.indicators.periods import year_before
from archive.extraction.indicators.quantities import NUMBER
from archive.vietnamese.numbers import parse_number

if TYPE_CHECKING:
    from decimal import Decimal

    from archive.extraction.indicators.quantities import Quantity

Kind = Literal["plan", "growth", "absolute", "share", "from"]
PLAN = r"(?:kế hoạch|dự toán|kh|chỉ tiêu|nghị quyết|nq|mục tiêu|pháp lệnh|định mức|dt|kịch bản|nhiệm vụ)(?!\w)"
PLAN_AFTER = re.compile(
    rf"\s?(?:(?:so với|so|của|với|theo|mức)\s)?(?:tổng )?(?:số )?{PLAN}", re.IGNORECASE
)
BASE_AFTER = re.compile(
    r"\s?(?:\(?\s?(?:so với|so|của)\s)?(?:thực hiện )?(?:cùng kỳ|cùng thời điểm|năm (?:trước|ngoái|(?:19|20)\d\d)|cuối năm|đầu năm|tháng trước|\d{1,2}/\d{1,2}/20\d\d)",
    re.IGNORECASE,
)
SOFT = r"(?:\s(?:thêm|bình quân|hơn|trên|gần|khoảng|ước|nhẹ|mạnh|lên|tới|đến|xuống|so với cùng kỳ|so với năm trước|đạt|được|từ))*"
CHANGE = re.compile(rf"\b(?P<sign>tăng|giảm){SOFT}\s*$", re.IGNORECASE)
OVER = re.compile(r"\bvượt(?:\s(?:trên|hơn|gần|khoảng|mức|từ))*\s*$", re.IGNORECASE)
EQUALS = re.compile(
    r"\b(?:bằng|đạt|tương đương|tăng bằng)(?:\s(?:trên|hơn|gần|khoảng))*\s*$", re.IGNORECASE
)
SHARE = re.compile(
    r"\b(?:chiếm|tương ứng|tỷ lệ|đạt tỷ lệ|chiếm tỷ lệ)(?: tỷ trọng| tỷ lệ|\s(?:trên|hơn|gần|khoảng))*\s*$",
    re.IGNORECASE,
)
FROM = re.compile(r"\btừ\s*$", re.IGNORECASE)
ONWARD = re.compile(
    r"[^,;.]{0,40}?\b(?:(?<!trở )lên|(?<!trở )xuống|còn|tăng|giảm)\b", re.IGNORECASE
)
TIMES = re.compile(
    rf"\b(?P<verb>tăng|gấp)\s(?:hơn |trên |gần )?(?P<number>{NUMBER})\slần", re.IGNORECASE
)
BASES = (
    (re.compile(r"cùng kỳ(?: (?:của )?năm)?(?:\s?(?P<y>(?:19|20)\d\d))", re.I), "same"),
    (re.compile(r"(?:so với|so|so với cả|của)\s(?:thực hiện )?năm\s?(?P<y>(?:19|20)\d\d)", re.I), "year"),
    (re.compile(r"(?:so với|so)\s(?:cuối|hết)\snăm\s?(?P<y>(?:19|20)\d\d)", re.I), "year"),
    (re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>20\d\d)", re.I), "date"),
    (re.compile(r"cùng kỳ|cùng thời điểm", re.I), "before"),
    (re.compile(r"năm (?:trước|ngoái)", re.I), "before"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comparison:
    """`value` is a percentage (of the plan; signed growth); `base` the words of the base, if any."""

    kind: Kind
    value: Decimal
    base: str = ""


def comparison(quantity: Quantity, before: str, after: str) -> Comparison | None:
    """How a quantity compares, by the words around it; None where it states a level."""
    if FROM.search(before) and ONWARD.match(after):
        return Comparison("from", quantity.value)
    change = CHANGE.search(before)
    if quantity.is_percent:
        said = share_of_plan(quantity, before, after, change) or growth(
            quantity, before, after, change
        )
        if said is not None:
            return said
        if SHARE.search(before) and not re.search(r"tỷ (?:trọng|lệ)", before[:-12], re.IGNORECASE):
            return Comparison("share", quantity.value)
    elif change:
        return Comparison("absolute", quantity.value)
    return None


def share_of_plan(
    quantity: Quantity, before: str, after: str, change: re.Match[str] | None
) -> Comparison | None:
    """`đạt 51,7% kế hoạch`; `vượt 2,4%` is 102.4."""
    if not PLAN_AFTER.match(after):
        return None
    if change and change["sign"].lower() == "giảm":
        return Comparison("plan", 100 - quantity.value)
    over = OVER.search(before) or change
    return Comparison("plan", quantity.value + (100 if over else 0))


def growth(
    quantity: Quantity, before: str, after: str, change: re.Match[str] | None
) -> Comparison | None:
    """`tăng 15,9%`; `bằng 112% so với cùng kỳ` is 12; the verb may stand with an earlier figure."""
    if change:
        sign = -1 if change["sign"].lower() == "giảm" else 1
        return Comparison("growth", sign * quantity.value, after[:60])
    alone = not before.rpartition(",")[2].strip(" ,;")
    if BASE_AFTER.match(after) and (alone or EQUALS.search(before)):
        return Comparison("growth", quantity.value - 100, after[:60])
    return None


def times(text: str) -> Decimal | None:
    """`tăng 2,6 lần` → 160, `gấp 1,3 lần` → 30."""
    match = TIMES.search(text)
    if match is None:
        return None
    return (parse_number(match["number"]) - 1) * 100


def base_of(words: str, period: str | None) -> str | None:
    """The period that the words of a base name, for a figure of `period`."""
    for pattern, kind in BASES:
        match = pattern.search(words)
        if match is None:
            continue
        if kind == "same" and period:
            return (
                f"{match['y']}{period[4:]}"
                if "/" not in period and len(period) != 10
                else match["y"]
            )
        if kind == "date":
            return f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"
        if kind == "before":
            return year_before(period)
        return match["y"]
    return None
