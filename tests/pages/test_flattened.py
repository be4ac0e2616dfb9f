"""An article in flattened text: what stands above, under the headline and below is told apart."""

from archive.pages import read
from archive.pages.page import RawPage

TITLE = "Hội nghị lần thứ 15 Ban Chấp hành Đảng bộ huyện Chiêm Hóa khóa XXII"
LEAD = (
    "Ngày 5/7/2023, Ban Chấp hành Đảng bộ huyện Chiêm Hóa khóa XXII tổ chức Hội nghị lần thứ 15 đánh giá kết"
    " quả 6 tháng đầu năm. Đồng chí Ma Phúc Hà, Tỉnh ủy viên, Bí thư Huyện ủy chủ trì hội nghị."
)
FIGURES = (
    "6 tháng đầu năm 2023, giá trị sản xuất nông, lâm nghiệp đạt 1.012 tỷ đồng, đạt 49,8% kế hoạch; thu ngân"
    " sách nhà nước trên địa bàn đạt 78,5 tỷ đồng, đạt 55% dự toán."
)
TEASER = (
    "Những ngày này, các xã, thị trấn trên địa bàn huyện đang tập trung tiêm phòng vắc xin đợt 2 cho đàn gia"
    " súc nhằm chủ động phòng, chống dịch bệnh trong mùa mưa."
)
STAMP = "Cập nhật: 09:12 | 06/07/2023"


def page(*lines):
    return read(RawPage("\n".join(lines).encode(), "text", "page"))


def test_a_teaser_above_the_headline_is_no_lead():
    found = page(
        "Trang chủ", "TIN NỔI BẬT", "Chiêm Hóa tiêm phòng cho đàn gia súc", TEASER, "Chi tiết",
        TITLE, STAMP, LEAD, FIGURES,
    )  # fmt: skip
    assert (found.title, found.body) == (TITLE, f"{LEAD}\n\n{FIGURES}")


def test_another_article_below_is_none_of_this_one():
    found = page(
        TITLE, STAMP, LEAD, FIGURES, "Tin liên quan", "Chiêm Hóa tiêm phòng", STAMP, TEASER
    )
    assert (found.title, found.body) == (TITLE, f"{LEAD}\n\n{FIGURES}")


def test_a_name_alone_under_the_headline_is_the_writer():
    assert page(TITLE, "Thanh Cường", STAMP, LEAD, FIGURES).author == "Thanh Cường"
    assert page(TITLE, "Chiêm Hóa", STAMP, LEAD, FIGURES).author is None


def test_the_signature_below_the_text_wins():
    assert page(TITLE, "Thanh Cường", STAMP, LEAD, FIGURES, "Hoàng Niềm").author == "Hoàng Niềm"


NEWS = "QUYẾT TÂM HOÀN THÀNH CÁC CHỈ TIÊU NĂM 2023"


def test_a_headline_set_in_two_lines_is_read_whole():
    above = "HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN LẦN THỨ 15:"
    found = page("Trang chủ", above, NEWS, STAMP, LEAD, FIGURES)
    assert (found.title, found.furniture) == (f"{above} {NEWS}", ("Trang chủ", STAMP))


def test_what_stands_above_a_headline_without_opening_it_is_no_part_of_it():
    for above in ("HỘI NGHỊ LẦN THỨ 15 CỦA HUYỆN ỦY", "Bạn đang xem tin tức ở mục:", "TIN TỨC:"):
        assert page(above, NEWS, STAMP, LEAD, FIGURES).title == NEWS
