"""Figures that contradict themselves, their parts, or what a district can report."""

import pytest

from tests.extraction.indicators.reading import figures


@pytest.mark.parametrize(
    ("body", "warnings"),
    [
        ("Tổng đàn gia súc 100 con, trong đó: đàn trâu 80 con, đàn bò 40 con.", ("parts sum to more than the total",)),
        (
            ("Tổng giá trị sản xuất 9.000 tỷ đồng, trong đó: nông - lâm - thủy sản 1.000 tỷ đồng, "
            "công nghiệp - xây dựng 5.000 tỷ đồng, dịch vụ 2.000 tỷ đồng."),
            ("parts sum to less than the total",),
        ),
        # people may be counted in two parts
        ("Kết nạp 100 đảng viên, trong đó nữ 80 đảng viên, dân tộc thiểu số 40 đảng viên.", ()),
        # scales are compared, not written numbers
        ("Thu ngân sách đạt 2 tỷ đồng, trong đó thu nội địa 900 triệu đồng.", ()),
        ("Thu ngân sách đạt 50/100 tỷ đồng, đạt 64% dự toán.", ("states 64 per cent, but the quotient is 50",)),
        ("Thu ngân sách đạt 4.465 tỷ đồng/6.942 tỷ đồng, đạt 64% dự toán.", ()),
        ("Tỷ lệ bao phủ bảo hiểm y tế đạt 9,3%.", ("outside the plausible range 50 to 100 %",)),
        ("Thu nhập bình quân đầu người đạt 65.500 triệu đồng.", ("outside the plausible range 8 to 200 triệu đồng",)),
        ("Thu nhập bình quân đầu người đạt 31.500 nghìn đồng.", ()),
        ("Thu ngân sách tăng 1.250% so với cùng kỳ.", ("growth of 1250 per cent is unlikely",)),
    ],
)  # fmt: skip
def test_warnings_of_the_first_figure(body, warnings):
    first = figures(body)[0]
    assert first.warnings == warnings


def test_a_warning_halves_the_confidence():
    sure, doubtful = (figures(f"Tỷ lệ bao phủ bảo hiểm y tế đạt {value}%.")[0] for value in (93, 9))
    assert doubtful.confidence == pytest.approx(sure.confidence / 2, abs=0.01)


def test_known_names_are_surer_than_bare_stretches():
    known, bare = figures("Thu ngân sách đạt 50 tỷ đồng; than bùn các loại 20 tấn.")
    assert (known.rule, bare.rule) == ("indicator.noun", "indicator.list")
    assert known.confidence > bare.confidence
