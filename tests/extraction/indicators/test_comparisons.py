"""Plan and growth: what a percentage says of the figure before it."""

import pytest

from tests.extraction.indicators.reading import read

LEVEL = "Thu ngân sách đạt 905 tỷ đồng"


@pytest.mark.parametrize(
    ("rest", "plan", "growth", "compared_with"),
    [
        (", đạt 51,7% kế hoạch", "51.7", None, None),
        (", bằng 75,8% dự toán tỉnh giao", "75.8", None, None),
        (", đạt 106% so với dự toán năm", "106", None, None),
        (", vượt 2,4% kế hoạch", "102.4", None, None),
        (", bằng 113% kế hoạch tỉnh giao và 103% kế hoạch thị xã giao", "113", None, None),  # the first of two plans
        (", tăng 15,9% so với cùng kỳ", None, "15.9", "2021-H1"),
        (", giảm 5% so với cùng kỳ năm 2020", None, "-5", "2020-H1"),
        (", tăng 12,93% so với năm 2020", None, "12.93", "2020"),
        (", bằng 112% so với cùng kỳ", None, "12", "2021-H1"),
        (", bằng 90% cùng kỳ", None, "-10", "2021-H1"),
        (", tăng 2,6 lần so với cùng kỳ", None, "160", "2021-H1"),
        (", gấp 1,3 lần so với cùng kỳ", None, "30", "2021-H1"),
        (", tăng 11,4 tỷ đồng so với cùng kỳ", None, None, None),  # an absolute change
        (", đạt 64% dự toán, bằng 112% so với cùng kỳ", "64", "12", "2021-H1"),
    ],
)  # fmt: skip
def test_said_of_a_level(rest, plan, growth, compared_with):
    fields = ("value", "plan_percent", "growth_percent", "compared_with")
    assert read(f"{LEVEL}{rest}.", *fields) == [("905", plan, growth, compared_with)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a change without a level
        ("Giá trị sản xuất nông nghiệp tăng 3,05% so với cùng kỳ.", [(None, None, "3.05")]),
        # a share of the plan without a level
        ("Giải ngân vốn đầu tư công đạt 92,4% kế hoạch.", [(None, "92.4", None)]),
        # a rate changes by percentage points
        ("Tỷ lệ hộ nghèo còn 1,88%, giảm 1,68% so với cùng kỳ.", [("1.88", None, None)]),
        # a share states its quotient, or the page's own rounding
        ("Có 10/13 xã đạt chuẩn nông thôn mới.", [("10", "76.92", None)]),
        ("Thu ngân sách được 4.465,775 tỷ đồng/6.942,090 tỷ đồng, đạt 64% dự toán.", [("4465.775", "64", None)]),
        # from one value to another: the new one
        ("Tỷ lệ hộ nghèo giảm từ 9,3% xuống còn 4,9%.", [("4.9", None, None)]),
    ],
)  # fmt: skip
def test_without_a_level_or_of_a_rate(body, expected):
    assert read(body, "value", "plan_percent", "growth_percent") == expected


def test_the_last_base_of_a_list_holds_for_all():
    body = (
        "Công nghiệp 27.150 tỷ đồng, tăng 17,2%; dịch vụ 2.305 tỷ đồng, tăng 13,8% so với cùng kỳ."
    )
    assert read(body, "growth_percent", "compared_with") == [
        ("17.2", "2021-H1"),
        ("13.8", "2021-H1"),
    ]
