"""Numbers that are no quantities: names of papers, places and events, ordinals, dates, clock times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.extraction.indicators.units import Unit

# Words before a number that make it a name: of a document, an ordinal, a date, an event.
TRAP_BEFORE = re.compile(
    r"(?:(?<!tổng )(?<!dân )(?<!chỉ )(?<!hệ )(?<!doanh )(?<!con )(?<!thiểu )(?<!đa )(?<!một )(?<!ước )\bsố(?: hiệu)?|\bthứ|\bkhóa|\bngày|(?<!\d )\btháng|(?<!\d )(?<!mỗi )(?<!hằng )(?<!hàng )\bnăm|\bquý|\blúc|\bkỳ"
    r"|\bgiai đoạn|\bnhiệm kỳ|\bcovid ?-?|\bgames|\bđiều|\bkhoản|\bmục|\bbão số|\bđiện thoại|\biso|\bluật số|\bmẫu|\btcvn|\btop)\s*$"
)
# Kinds of papers, whose number stands alone.
PAPER_BEFORE = re.compile(
    r"\b(?:đề án|chỉ thị|nghị quyết|quyết định|quy định|kết luận|kế hoạch|nghị định|thông tư|chương trình|hướng dẫn|thông báo|nq|ct|qđ|kl)\s*$"
)
# The last words of the two, of which one must be there.
LAST_WORDS = frozenset(
    "số hiệu thứ khóa ngày tháng năm quý lúc kỳ đoạn covid games điều khoản mục thoại iso mẫu tcvn top án thị quyết định luận hoạch trình dẫn báo tư nq ct qđ kl".split()
)
DAY_BEFORE = re.compile(r"\b(?:ngày|sáng|chiều|tối|trưa|hôm|tháng|nay|\(|từ ngày|đến ngày)\s?$")
# Words that name a place or a grade by number unless something is counted after it.
NAME_BEFORE = re.compile(
    r"\b(?:quận|phường|quốc lộ|ql|tỉnh lộ|đường|hạng|cấp|tổ|khu|thôn|ấp|bài|tp|mức độ|loại|vòng|nhóm|vành đai|zone|tiểu khu|lô|đội|khóm|xóm|cụm|điểm|hồ|cầu|km|cột|nhà máy|tuyến|kênh|chốt|tiểu đoàn|trung đoàn|sư đoàn|quân khu|đoàn|z)\s*$"
)
END_OF_SPAN = re.compile(r"(?:19|20)\d\d ?- ?$")  # `2020 - 2025`
PER_ONE = re.compile(r"(?:trên|/|mỗi|tính trên|cho|một)\s*$")  # `trên 1 ha` is part of a label
DATE_AFTER = re.compile(
    r" ?(?:[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?![\d%])|/\d{4}|h\d{2}|g\d{2}|:\d{2}|-[A-ZĐ]{2}|/[A-ZĐ]{2}|- ?20\d\d)|[^\W\d_]"
)
ALL_OF = re.compile(r"(?:cả|đủ|hoàn thành) $")  # `hoàn thành 19 tiêu chí` tells of communes
YEAR = re.compile(r"(?:19|20)\d\d")
CROPS = re.compile(r"(?:đất|ruộng|lúa|màu) $")  # `đất 2 vụ lúa` names a kind of field


def is_name(before: str, unit: Unit | None) -> bool:
    """Whether a number after these words names something instead of measuring or counting it."""
    if unit is not None and counts_kinds(before, unit):
        return True
    if "-" in before[-2:] and END_OF_SPAN.search(before):
        return True
    if unit is not None and not unit.thing:
        return False
    may_name = before.rstrip(" -").rpartition(" ")[2] in LAST_WORDS
    if may_name and TRAP_BEFORE.search(before):
        return True
    if unit is not None:
        return False
    return bool(NAME_BEFORE.search(before) or (may_name and PAPER_BEFORE.search(before)))


def counts_kinds(before: str, unit: Unit) -> bool:
    """`đủ 19 tiêu chí` tells of communes, `đất 2 vụ` of fields."""
    if unit.text == "tiêu chí":
        return ALL_OF.search(before) is not None
    return unit.thing == "vụ" and CROPS.search(before) is not None


def is_date(before: str) -> bool:
    """Whether `12/7` after these words is a day."""
    return DAY_BEFORE.search(before) is not None
