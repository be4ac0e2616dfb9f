"""Numbers that are no indicators: of the meeting, of papers, of single projects, of private people."""

import pytest

from tests.extraction.indicators.reading import read


@pytest.mark.parametrize(
    "body",
    [
        # the meeting itself
        "Dự hội nghị có 45/48 đồng chí Ủy viên Ban Chấp hành; 120 cán bộ chủ chốt; lãnh đạo 22 xã, thị trấn.",
        "Tham dự còn có bí thư, chủ tịch UBND 16 xã, thị trấn.",
        "Hội nghị trực tuyến đến 25 điểm cầu với trên 1.500 cán bộ, đảng viên.",
        "Cùng dự có 180 cử tri đại diện cho nhân dân 3 phường.",
        "Ban Thường vụ tổ chức hội nghị học tập nghị quyết cho 412 đồng chí là cán bộ chủ chốt.",
        "Kỳ họp đã xem xét 18 báo cáo, 12 dự thảo nghị quyết; có 15 lượt đại biểu chất vấn.",
        "Đã có 11 cử tri phát biểu với 24 kiến nghị.",
        "Hội nghị bắt đầu lúc 8 giờ, kết thúc lúc 11h30; 350 đại biểu tham dự, có 12 ý kiến phát biểu.",
        # ballots and rewards
        "Đại hội đã bầu 15 đồng chí vào Ban Chấp hành; bầu 5 đồng chí vào Ban Thường vụ, đạt 100% số phiếu.",
        "Nghị quyết được thông qua với 100% đại biểu tán thành.",
        "Tặng Giấy khen cho 12 tập thể và 25 cá nhân; trao 50 suất quà trị giá 25 triệu đồng.",
        "Huyện ủy trao Huy hiệu cho 42 đảng viên.",
        "Đồng chí Bí thư Huyện ủy đã trao Huy hiệu Đảng cho 42 đảng viên lão thành.",
        # the size of a body
        "Quyết định của Ban Thường vụ Tỉnh ủy chỉ định Ban Chấp hành Đảng bộ xã gồm 27 đồng chí, Ban Thường vụ 9 đồng chí.",
        "Công bố danh sách Ban Chấp hành Đảng bộ huyện khóa XXI, nhiệm kỳ 2020 - 2025 gồm 39 đồng chí.",
        "Thành lập Ban Chỉ đạo gồm 15 đồng chí.",
        # single projects
        "Dự án xây dựng trường THCS có tổng mức đầu tư 25 tỷ đồng, diện tích 1.200 m2, gồm 12 phòng học.",
        "Tuyến đường dài 3,5 km, rộng 7,5 m được đầu tư với kinh phí 15 tỷ đồng.",
        "Cụm công nghiệp có quy mô 50 ha, tổng vốn đầu tư 350 tỷ đồng.",
        "Hồ chứa nước dung tích 2,5 triệu m3 tưới cho 500 ha đất canh tác.",
        # names with numbers
        "Thực hiện Nghị quyết số 12-NQ/TU ngày 15/6/2021, Chỉ thị 05-CT/TW và Quy định 124-QĐ/TW.",
        "Căn cứ Điều 5 Luật số 15/2017/QH14, mức phạt từ 5 triệu đồng đến 10 triệu đồng.",
        "Quận 1, phường 3, Quốc lộ 32, SEA Games 31, OCOP 3 sao, Covid-19, khóa 25, lần thứ 9.",
        "Toàn huyện có 5 Chương trình công tác trọng tâm, 3 khâu đột phá, 12 nhiệm vụ.",
        'Phong trào "5 không, 3 sạch"; lượt xem: 1.234.',
        # persons
        "Đồng chí sinh năm 1975, 48 tuổi, có 25 năm công tác.",
        "Trao Huy hiệu 40 năm tuổi Đảng cho đồng chí B; huy hiệu 30 năm tuổi Đảng cho 5 đồng chí.",
        "Ông Nguyễn Văn B, thôn 5 cho biết gia đình có 2 ha cam, thu lãi 300 triệu đồng mỗi năm.",
        "Hộ anh Lò Văn C nuôi 200 con lợn, thu nhập 150 triệu đồng/năm.",
        "“Tôi có 3 ha cà phê, mỗi năm thu 10 tấn”, ông D nói.",
        "Tại buổi lễ, 150 đoàn viên thanh niên đã tham gia trồng 500 cây xanh.",
        # what is only asked for or yet to come
        "Đồng chí đề nghị huyện tháo gỡ khó khăn cho 15 dự án chậm tiến độ, giải phóng mặt bằng 120 ha đất.",
        "Quốc hội sẽ xem xét, thông qua 8 dự án luật.",
        # a change of a rate without its level
        "Tỷ lệ hộ nghèo giảm bình quân 1,5%/năm.",
    ],
)
def test_no_indicator(body):
    assert read(body, "name", "value") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # badges of the Party that a report sums up, and what a body did to people
        ("Trong kỳ, toàn Đảng bộ trao Huy hiệu Đảng cho 412 đảng viên.", [("Trao Huy hiệu Đảng", "412")]),
        ("Ban Thường vụ Huyện ủy thi hành kỷ luật 5 đồng chí.", [("Thi hành kỷ luật đồng chí", "5")]),
        ("Ban Thường vụ Huyện ủy đã luân chuyển 12 đồng chí.", [("Luân chuyển đồng chí", "12")]),
    ],
)  # fmt: skip
def test_near_to_none_but_an_indicator(body, expected):
    assert read(body, "name", "value") == expected
