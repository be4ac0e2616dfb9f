"""What is aimed at, apart from what was reached."""

import pytest

from tests.extraction.indicators.reading import read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Năm 2023, huyện phấn đấu: tổng giá trị sản xuất tăng 12,5%; giảm tỷ lệ hộ nghèo xuống còn 2,5%.",
            [(None, "12.5", "target", "2023"), ("2.5", None, "target", "2023")],
        ),
        ("Mục tiêu đến năm 2025: giá trị sản xuất bình quân tăng 13-14%/năm.", [(None, "13", "target", "2025")]),
        ("Kế hoạch năm 2023: kết nạp từ 120 đảng viên trở lên.", [("120", None, "target", "2023")]),
        ("Đến năm 2030, phấn đấu trên 90% lao động qua đào tạo.", [("90", None, "target", "2030")]),
        ("6 tháng cuối năm, phấn đấu thu ngân sách đạt 250 tỷ đồng.", [("250", None, "target", "2022-H2")]),
        ("Quyết tâm hoàn thành các chỉ tiêu năm 2022, trong đó thu ngân sách đạt trên 350 tỷ đồng.", [("350", None, "target", "2022")]),
        # a superior asks for what the catalogue knows, and for errands
        ("Đồng chí yêu cầu tập trung thu ngân sách đạt 350 tỷ đồng, rà soát 15 dự án.", [("350", None, "target", "2022")]),
        # the year that is named last has not come yet
        ("Thu ngân sách năm 2023 đạt 400 tỷ đồng.", [("400", None, "target", "2023")]),
        # results that only cite a target
        ("Kết quả thực hiện các chỉ tiêu: thu ngân sách đạt 300 tỷ đồng.", [("300", None, "result", "2022-H1")]),
        ("Hoàn thành vượt mức các chỉ tiêu, thu ngân sách đạt 300 tỷ đồng.", [("300", None, "result", "2022-H1")]),
        # an estimate of the whole year
        ("Ước thực hiện cả năm 2022, thu ngân sách đạt 400 tỷ đồng.", [("400", None, "estimate", "2022")]),
    ],
)  # fmt: skip
def test_target_or_result(body, expected):
    assert read(body, "value", "growth_percent", "kind", "period") == expected


def test_a_header_holds_for_the_items_of_its_list():
    body = "Mục tiêu năm 2023:\n\n- Thu ngân sách đạt 400 tỷ đồng.\n\n- Kết nạp 120 đảng viên.\n\nThu ngân sách 6 tháng đạt 200 tỷ đồng."
    assert read(body, "kind", "period") == [
        ("target", "2023"),
        ("target", "2023"),
        ("result", "2022-H1"),
    ]
