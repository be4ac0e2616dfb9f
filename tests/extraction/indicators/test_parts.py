"""Parts under their total: name, kind, unit and period come from it."""

import pytest

from tests.extraction.indicators.reading import read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a comma before `trong đó`: the list ends at a semicolon, unless the next is of the same head
        (
            ("Tổng thu ngân sách đạt 3.285 tỷ đồng; trong đó, thu nội địa 2.140 tỷ đồng, đạt 109% dự toán; "
            "thu từ hoạt động xuất nhập khẩu 1.145 tỷ đồng."),
            [None, "Tổng thu ngân sách", "Tổng thu ngân sách"],
        ),
        (
            "Tổng lượng khách đạt 2,6 triệu lượt, trong đó khách quốc tế 118 nghìn lượt; doanh thu du lịch 612 tỷ đồng.",
            [None, "Tổng lượng khách", None],
        ),
        (
            "Tổng thu ngân sách 3.450 tỷ đồng, trong đó thu nội địa 2.350 tỷ đồng; thu nhập bình quân đầu người 90 triệu đồng.",
            [None, "Tổng thu ngân sách", None],
        ),
        # changes alone, in a list of sectors
        (
            "Tổng giá trị sản xuất tăng 11,6%; trong đó thương mại - dịch vụ tăng 13,2%, công nghiệp - xây dựng tăng 10,4%.",
            [None, "Tổng giá trị sản xuất", "Tổng giá trị sản xuất"],
        ),
        # a colon, brackets, `riêng`, `gồm`, `trong tổng số … có`
        ("Đàn gia súc 45.000 con: trâu 5.000 con, bò 10.000 con.", [None, "Đàn gia súc", "Đàn gia súc"]),
        ("Đảng bộ có 52 tổ chức cơ sở đảng (28 đảng bộ, 24 chi bộ) với 6.543 đảng viên.", [None, *["Tổng số tổ chức cơ sở đảng"] * 2, None]),
        ("Toàn huyện có 2.740 ha cây ăn quả, riêng cam 2.160 ha.", [None, "Diện tích cây ăn quả"]),
        ("Huyện có 42 sản phẩm OCOP, gồm 1 sản phẩm 5 sao, 13 sản phẩm 4 sao và 28 sản phẩm 3 sao.", [None, *["Sản phẩm OCOP"] * 3]),
        ("Trong tổng số 2.486 hộ nghèo có 2.095 hộ đồng bào dân tộc thiểu số.", [None, "Hộ nghèo"]),
        # brackets within a list of parts
        (
            "Tổng thu ngân sách 500 tỷ đồng, trong đó: thu nội địa 300 tỷ đồng (thu tiền sử dụng đất 120 tỷ đồng), thu bổ sung 200 tỷ đồng.",
            [None, "Tổng thu ngân sách", "Thu nội địa", "Tổng thu ngân sách"],
        ),
        # another deed after the list
        ("Kiểm tra 12 đảng viên, trong đó có 5 cấp ủy viên; kết luận 3 đảng viên vi phạm.", [None, "Kiểm tra đảng viên", None]),
        # what is more than the total or measures another thing is no part of it
        ("Diện tích lúa 800 ha, trong đó diện tích ngô 1.900 ha.", [None, None]),
        ("Diện tích gieo trồng 12.000 ha, trong đó diện tích lúa 8.000 ha, năng suất 62 tạ/ha.", [None, "Diện tích gieo trồng", None]),
    ],
)  # fmt: skip
def test_the_total_of_each_figure(body, expected):
    parents = [
        parent and parent.replace("Số hộ nghèo", "Hộ nghèo") for (parent,) in read(body, "parent")
    ]
    assert parents == expected


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Sản lượng thủy sản 3.450 tấn, trong đó nuôi trồng 2.800 tấn.", ["Sản lượng thủy sản", "Sản lượng nuôi trồng"]),
        ("Kết nạp 315 đảng viên, trong đó nữ 98 đảng viên, dân tộc thiểu số 287 đảng viên.",
         ["Kết nạp đảng viên", "Kết nạp đảng viên nữ", "Kết nạp đảng viên dân tộc thiểu số"]),
        ("Sản lượng lúa 85.000 tấn (vụ đông xuân 45.000 tấn, vụ hè thu 40.000 tấn).",
         ["Sản lượng lúa", "Sản lượng vụ đông xuân", "Sản lượng vụ hè thu"]),
        ("Thu ngân sách 9,8 tỷ đồng; trong đó thuế ngoài quốc doanh 3 tỷ đồng.", ["Thu ngân sách", "Thu thuế ngoài quốc doanh"]),
    ],
)  # fmt: skip
def test_a_part_takes_the_head_of_its_total(body, names):
    assert [name for (name,) in read(body, "name")] == names
