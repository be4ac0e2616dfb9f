"""Lines of furniture, captions and signatures, told from the article's own."""

import pytest

from archive.pages.authors import author_of
from archive.pages.captions import is_caption
from archive.pages.furniture import is_end, is_widget


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Nguyễn Tuyết", "Nguyễn Tuyết"),
        ("CTV Hoàng Yến", "Hoàng Yến"),
        ("Tác giả: Phan Giang", "Phan Giang"),
        ("Bài, ảnh: Thảo Vy", "Thảo Vy"),
        ("Thu Hương - Quang Bảy", "Thu Hương; Quang Bảy"),
        ("Nguồn: Văn phòng HĐND và UBND quận", "Văn phòng HĐND và UBND quận"),
        ("Thành ủy Phủ lý", "Thành ủy Phủ lý"),
        ("Nguyễn Hằng (TT TT&VH)", "Nguyễn Hằng"),
        ("Tin bài và ảnh: Lê Sơn", "Lê Sơn"),
        ("Tin bài: Lê Anh - Ảnh: Lê Bình", "Lê Anh"),
        ("Cộng tác viên: Lê Anh", "Lê Anh"),
        ("Lê Anh - CTV", "Lê Anh"),
        ("Lê Anh - Đài Truyền thanh huyện", "Lê Anh"),  # who signs; the office is where he works
        ("P.V - Đài Phát thanh huyện", "P.V; Đài Phát thanh huyện"),
        ("Đinh Yến-R’Ô Hok", "Đinh Yến; R’Ô Hok"),
        ("H'Linh - Y Nguên", "H'Linh; Y Nguên"),
        ("Hội nghị bế mạc", None),
        ("admin_nghison", None),  # an account of the content system
        ("Ảnh: Quốc Khương", None),
        ("Hội nghị đã thông qua nghị quyết.", None),
        ("Lượt xem: 184", None),
    ],
)
def test_authors(line, author):
    assert author_of(line) == author


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Chủ tọa Hội nghị", True),
        ("Toàn cảnh hội nghị", True),
        ("Các đại biểu dự hội nghị", True),
        ("Bí thư Tỉnh ủy Lê Thị Thủy phát biểu chỉ đạo hội nghị", True),
        ("Quang cảnh hội nghị (Ảnh: Minh Hà)", True),
        (
            "Chủ tịch UBND tỉnh Doãn Quốc Khải kết luận phiên họp.",
            True,
        ),  # closed, yet nothing but a scene
        ("Các đại biểu tham dự Hội nghị tại điểm cầu hội trường trung tâm huyện.", True),
        (
            "Các đại biểu đã thảo luận, đóng góp nhiều ý kiến vào dự thảo báo cáo của Hội nghị.",
            False,
        ),
        ("Hội nghị đã nghe báo cáo kết quả sáu tháng đầu năm và thảo luận nhiều nội dung.", False),
        ("- Tổng thu ngân sách: 98.326 triệu đồng", False),
    ],
)
def test_captions(line, caption):
    assert is_caption(line) is caption


@pytest.mark.parametrize(
    "line",
    [
        "CÁC BÀI VIẾT KHÁC:",
        "Các tin khác",
        "Tin liên quan",
        "BẢN ĐỒ SỐ",
        "Ý kiến bạn đọc",
        "TIN CÙNG CHUYÊN MỤC",
        "Những tin mới hơn",
    ],
)
def test_ends(line):
    assert is_end(line)


@pytest.mark.parametrize(
    "line",
    [
        "Xem với cỡ chữ",
        "Skip Ribbon Commands",
        "Truy cập nội dung luôn",
        "In bài viết",
        "A+ A- Xem với cỡ chữ",
        "Chia sẻ",
        "+ Cỡ chữ -",
        "Nữ miền Nam",
    ],
)
def test_widgets(line):
    assert is_widget(line)


@pytest.mark.parametrize(
    "line", ["Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 17", "Ngày 13/7, Ban Chấp hành họp."]
)
def test_neither(line):
    assert not is_end(line)
    assert not is_widget(line)
