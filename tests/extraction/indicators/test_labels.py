"""The words that name a figure."""

import pytest

from tests.extraction.indicators.reading import read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tổng giá trị sản xuất ước đạt 31.167 tỷ đồng.", ["Tổng giá trị sản xuất"]),
        ("Trong 9 tháng, toàn tỉnh giải quyết việc làm mới cho 8.150 lao động.", ["Giải quyết việc làm mới"]),
        # a rate whose name goes on after a comma
        ("Tỷ lệ điều tra, khám phá đạt 89,5%.", ["Tỷ lệ điều tra, khám phá"]),
        ("Tổng đàn trâu, bò 43.600 con.", ["Tổng đàn trâu, bò"]),
        # who acts is no part of the name; the verb holds for both
        (
            "Cấp ủy các cấp kiểm tra 22 tổ chức đảng và 20 đảng viên.",
            ["Kiểm tra tổ chức đảng", "Kiểm tra đảng viên"],
        ),
        ("Kết nạp 96 đảng viên mới.", ["Kết nạp đảng viên mới"]),
        # what is counted names it
        ("Xảy ra 168 vụ tai nạn giao thông.", ["Vụ tai nạn giao thông"]),
        ("Đến nay có 9/18 xã đạt chuẩn nông thôn mới.", ["Xã đạt chuẩn nông thôn mới"]),
        ("100% thôn, khu phố thực hiện mô hình.", ["Tỷ lệ thôn, khu phố thực hiện mô hình"]),
        # words whose last syllable connects elsewhere; a rate behind a year
        ("Công an huyện phát hiện 6 vụ vi phạm pháp luật về ma túy.", ["Phát hiện vụ vi phạm pháp luật về ma túy"]),
        ("Đến cuối năm 2021 tỷ lệ hộ nghèo còn 5,2%.", ["Tỷ lệ hộ nghèo"]),
        ("Kết nạp bình quân mỗi năm 200 - 220 đảng viên.", ["Kết nạp bình quân mỗi năm"]),
        ("Về công tác xây dựng Đảng, kết nạp 96 đảng viên.", ["Kết nạp đảng viên"]),
        ("Đề ra một số chỉ tiêu chủ yếu: 100% đảng viên học tập nghị quyết.", ["Tỷ lệ đảng viên học tập nghị quyết"]),
        ("Toàn huyện có 28 vạn dân.", ["Dân số"]),
        ("GRDP tăng 7,2% so với cùng kỳ.", ["GRDP"]),
        # each name of a list stands behind its unit; what is only half told is left out
        ("Toàn xã có 18 con trâu, 47 con lợn và trên 1.240 con gia cầm.", ["Đàn trâu", "Lợn", "Gia cầm"]),
        ("47 con lợn và trên 1.240 con gia cầm bị cuốn trôi.", ["Gia cầm bị cuốn trôi"]),
        # a colon stands for the verb
        ("- Tổng thu ngân sách: 98.326 triệu đồng.", ["Tổng thu ngân sách"]),
        ("Cơ cấu kinh tế: công nghiệp chiếm 66,2%, dịch vụ chiếm 30,1%.", ["Tỷ trọng công nghiệp", "Tỷ trọng dịch vụ"]),
    ],
)  # fmt: skip
def test_names(body, expected):
    assert [name for (name,) in read(body, "name")] == expected


@pytest.mark.parametrize(
    "body",
    [
        "Tuyến đường dài 9,8 km với tổng mức đầu tư 2.500 tỷ đồng.",  # size and cost of one project
        "Tặng 20 suất quà trị giá 10 triệu đồng.",
        "Tham dự có 39/40 đại biểu.",
        "Dự án cao tốc qua huyện đã bàn giao mặt bằng 15,8 km.",
        "Ông A chia sẻ: “Gia đình tôi thu lãi gần 900 triệu đồng”.",
    ],
)
def test_no_indicators(body):
    assert read(body, "name") == []
