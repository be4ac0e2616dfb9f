"""Numbers and units, and what is none."""

from decimal import Decimal

import pytest

from archive.extraction.indicators.quantities import quantities
from archive.extraction.indicators.sentences import Words
from archive.vietnamese.normalise import lowered


def found(text):
    words = Words(text, lowered(text))
    return [(q.value, q.high, q.whole, q.unit) for q in quantities(words)]


@pytest.mark.parametrize(
    ("text", "value", "high", "whole", "unit"),
    [
        ("đạt 31.167 tỷ đồng", "31167", None, None, "tỷ đồng"),
        ("đạt 1.259,84 tỷ đồng", "1259.84", None, None, "tỷ đồng"),
        ("đạt 4854,7 tỷ đồng", "4854.7", None, None, "tỷ đồng"),  # no mark for thousands
        ("đạt 31. 881 tấn", "31881", None, None, "tấn"),  # a slip of space
        ("đạt13,04%", "13.04", None, None, "%"),
        ("đạt 17,2 %", "17.2", None, None, "%"),
        # compounds add, each part in its own scale
        ("đạt 905 tỷ 653 triệu đồng", "905.653", None, None, "tỷ đồng"),
        ("đạt 131 tỷ 43 triệu đồng", "131.043", None, None, "tỷ đồng"),
        # ranges
        ("tăng từ 10,5 - 11%", "10.5", "11", None, "%"),
        ("kết nạp 200 - 220 đảng viên", "200", "220", None, "đảng viên"),
        # shares: a unit on one side or both
        ("có 10/13 xã", "10", None, "13", "xã"),
        ("được 4.465,775 tỷ đồng/6.942,090 tỷ đồng", "4465.775", None, "6942.090", "tỷ đồng"),
        ("67/67 tổ chức cơ sở đảng", "67", None, "67", "tổ chức cơ sở đảng"),
        # units with a tail
        ("đạt 58 triệu đồng/năm", "58", None, None, "triệu đồng/năm"),
        ("đạt 70,15 tạ/ha", "70.15", None, None, "tạ/ha"),
        ("186 ngàn lượt khách", "186", None, None, "ngàn lượt khách"),
    ],
)  # fmt: skip
def test_a_quantity(text, value, high, whole, unit):
    def exact(number):
        return None if number is None else Decimal(number)

    assert found(text) == [(exact(value), exact(high), exact(whole), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 13 của Thành ủy",
        "Nghị quyết 03-NQ/TU ngày 15/5/2016",
        "Hội nghị lần thứ 14 khóa 25",
        "nhiệm kỳ 2020 - 2025 tổ chức hội nghị",
        "năm 2022",
        "ngày 13/7 họp",
        "dịch Covid-19",
        "SEA Games 31",
        "Quốc lộ 32",
        "phường 3",
        "lúc 7h30",
        "06 nội dung chương trình",  # counts of the meeting itself
        "150 đại biểu",
        "12 ý kiến",
        "thu nhập trên 1 ha",  # part of a label
    ],
)
def test_no_quantity_with_a_unit(text):
    assert [row for row in found(text) if row[3]] == []
