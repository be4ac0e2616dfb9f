"""What a second figure says of the first: share of the plan, growth, an absolute change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from archive.extraction.patterns import any_in, at_word

if TYPE_CHECKING:
    from decimal import Decimal

    from archive.extraction.indicators.clauses import Clause

Kind = Literal["plan", "growth", "absolute", "share"]
ROUGHLY = r"(?: (?:trên|hơn|gần|khoảng|ước|ước đạt|tới|đến))*"
PLAN = r"(?:kế hoạch|dự toán|kh|chỉ tiêu|nghị quyết|nq|mục tiêu|pháp lệnh|định mức|dt|kịch bản|nhiệm vụ|số giao|tỉnh giao|chỉ tiêu giao)(?!\w)"
PLAN_AFTER = re.compile(
    rf" ?\(?(?:(?:so với|so|của|với|theo|mức|các|chỉ tiêu) )*(?:tổng |số |cả năm |năm )*{PLAN}"
)
# `so với kế hoạch đạt 98%`, `vượt kế hoạch 15%`: the plan stands before the number.
PLAN_BEFORE = re.compile(
    rf"so với (?:các )?{PLAN}[^;:.%\d]{{0,60}}?(?:đạt|bằng){ROUGHLY}\s*$|(?:so với|so|vượt|đạt|hoàn thành) {PLAN}[^,;:.%]{{0,40}}?(?:(?:đạt|bằng|vượt|tăng|giảm|là){ROUGHLY})?\s*$"
)
BASE = r"(?:thực hiện )?(?:cùng kỳ|ck(?!\w)|cùng thời điểm|(?:cuối |hết |đầu )?năm (?:trước|ngoái|học trước|(?:19|20)\d\d)|cuối năm|đầu năm|tháng trước|quý trước|đầu nhiệm kỳ|nhiệm kỳ trước|nhiệm kỳ|khi|trước|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|tháng|quý|6 tháng)"
BASE_AFTER = re.compile(rf" ?\(?(?:(?:so với|so|của|cả) )*{BASE}")
EXPLICIT_BASE_AFTER = re.compile(rf" ?\(?(?:(?:so với|so|của) )+{BASE}| ?\(?cùng kỳ")
BASE_BEFORE = re.compile(rf"(?:so với|so|bằng) {BASE}[^,;:.%]{{0,40}}?$")
SOFT = r"(?: (?:thêm|bình quân|trung bình|hơn|trên|gần|khoảng|ước|nhẹ|mạnh|cao|khá|đều|lên|tới|đến|xuống|được|từ|đạt|là|ước đạt|bình quân hàng năm|hàng năm|bình quân mỗi năm|thấp|dưới|chỉ))*"
CHANGE = re.compile(
    rf"(?<!\w)(?<!tốc độ )(?<!nhịp độ )(?<!mức )(?<!tỷ lệ )(?<!tỷ suất )(?P<sign>tăng trưởng|tăng|giảm)(?P<soft>{SOFT})(?: (?:so với|so) {BASE}[^,;:.%]{{0,30}})?\s*$"
)
NEW_LEVEL = re.compile(
    r"(?:^|\s)(?:lên|xuống|còn|lên tới|lên đến)(?: (?:tới|đến|còn|mức|hơn|trên|gần|khoảng|dưới))*$"
)
MORE_OR_LESS = re.compile(
    rf"(?<!\w)(?:(?:cao|nhiều|lớn|ít|thấp|nhanh|chậm) hơn|tăng thêm|giảm bớt|chênh){SOFT}\s*$|(?:cao|thấp|nhiều|ít|lớn) hơn [^,;:.%\d]{{0,40}}$"
)
OVER = re.compile(
    r"(?<!\w)vượt(?: (?:trên|hơn|gần|khoảng|mức|từ|xa|cao))*\s*$|(?<!\w)vượt [^,;:.%]{1,40}$"
)
OVER_BY = re.compile(r"vượt(?<!\wvượt)\s*$")
REACHED_AND_OVER = re.compile(r"đạt và vượt")
EQUALS = re.compile(
    rf"{at_word('bằng', 'đạt', 'tương đương', 'tương ứng', 'tăng bằng', 'chỉ bằng', 'chiếm', '=', 'là')}{ROUGHLY}\s*$"
)
SHARE = re.compile(
    rf"{at_word('chiếm', 'tương ứng', 'tỷ lệ', 'đạt tỷ lệ', 'chiếm tỷ lệ', 'tương đương')}(?: tỷ trọng| tỷ lệ| khoảng| trên| hơn| gần)*\s*$"
)
CHANGES = ("tăng", "giảm", "hơn", "chênh")
STRETCH = re.compile(r"[,;(]| và ")
CLOSE = re.compile(r"[,;()]|\.(?!\d)")
TIMES = re.compile(
    r"(?<!\w)(?P<verb>tăng gấp|tăng|gấp|bằng|cao gấp)(?P<soft> (?:hơn|trên|gần|khoảng|được))*\s*$"
)


class Said(NamedTuple):
    """`value` is a percentage (of the plan; signed growth); `base` the words around it, for the base."""

    kind: Kind
    value: Decimal
    base: str = ""


def said_of(clause: Clause) -> Said | None:
    """How a quantity compares, by the words around it; None where it states a level."""
    quantity, before = clause.quantity, clause.tail
    if quantity.unit == "lần":
        return multiple(clause)
    changes = any_in(before, CHANGES)
    change = CHANGE.search(before) if changes else None
    if quantity.is_percent:
        return percentage(clause, change)
    if not changes:
        return None
    if (change and not NEW_LEVEL.search(change["soft"])) or MORE_OR_LESS.search(before):
        return Said("absolute", quantity.value, bases(clause))
    return None


def percentage(clause: Clause, change: re.Match[str] | None) -> Said | None:
    said = share_of_plan(clause, change) or growth(clause, change)
    if said is not None:
        return said
    if MORE_OR_LESS.search(clause.tail):
        return Said("absolute", clause.quantity.value)
    shared = SHARE.search(clause.tail)
    return Said("share", clause.quantity.value) if shared else None


def share_of_plan(clause: Clause, change: re.Match[str] | None) -> Said | None:
    """`đạt 51,7% kế hoạch`; `vượt 2,4%` is 102.4."""
    value, before = clause.quantity.value, clause.tail
    led = PLAN_BEFORE.search(before)
    if not (PLAN_AFTER.match(clause.rest) or led):
        return vague_surplus(clause)
    if change and change["sign"] == "giảm":
        return Said("plan", 100 - value)
    over = (OVER.search(before) or change) and not REACHED_AND_OVER.search(before)
    return Said("plan", value + (100 if over else 0))


def vague_surplus(clause: Clause) -> Said | None:
    """`đạt 300 tỷ đồng, vượt 15%`, `(đạt 108,6%)`: of the plan, where no other base is named."""
    if (
        clause.quantity.value > 100
        and EQUALS.search(clause.tail)
        and not BASE_AFTER.match(clause.rest)
    ):
        return Said("plan", clause.quantity.value)
    if not OVER_BY.search(clause.tail) or BASE_AFTER.match(clause.rest):
        return None
    return Said("plan", clause.quantity.value + 100)


def growth(clause: Clause, change: re.Match[str] | None) -> Said | None:
    """`tăng 15,9%`; `bằng 112% so với cùng kỳ` is 12; the verb may stand with an earlier figure."""
    value, before, rest = clause.quantity.value, clause.tail, clause.rest
    explicit = EXPLICIT_BASE_AFTER.match(rest) is not None
    if change and (explicit or not NEW_LEVEL.search(change["soft"])):
        sign = -1 if change["sign"] == "giảm" else 1
        return Said("growth", sign * value, bases(clause))
    alone = not STRETCH.split(before)[-1].strip()
    equals = EQUALS.search(before)
    if (explicit and (alone or equals)) or (equals and BASE_BEFORE.search(before)):
        return Said("growth", value - 100, bases(clause))
    if equals and equals[0].startswith("bằng") and BASE_AFTER.match(rest):
        return Said("growth", value - 100, bases(clause))
    return None


def bases(clause: Clause) -> str:
    """The words that may name the base: up to the next stop after the number, then those before."""
    after = CLOSE.split(clause.rest, maxsplit=1)[0]
    return f"{clause.quantity.unit}{after[:80]} … {STRETCH.split(clause.tail)[-1][-80:]}"


def multiple(clause: Clause) -> Said:
    """`tăng 2,6 lần` → 160, `gấp 1,3 lần` → 30."""
    match = TIMES.search(clause.tail)
    if match is None:
        return Said("absolute", clause.quantity.value)
    times = clause.quantity.value
    if PLAN_AFTER.match(clause.rest):
        return Said("plan", times * 100)
    return Said("growth", (times - 1) * 100, bases(clause))
