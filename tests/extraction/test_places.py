"""Where a page belongs. Each row is a page in small: what it says, and the place that it is of."""

import datetime

import pytest

from archive.extraction.knowledge import Knowledge
from archive.extraction.places import resolve_place
from archive.extraction.text import passages
from archive.pages.page import Page


def resolve(title, body="", *, on="2020-05-01", furniture=(), url=None, dateline=None, captions=()):
    knowledge = Knowledge.load()
    page = Page(
        layout="generic", title=title, body=body, captions=tuple(captions), dateline=dateline,
        url=url, furniture=tuple(furniture),
    )  # fmt: skip
    day = datetime.date.fromisoformat(on) if on else None
    return resolve_place(page, passages(page), knowledge.gazetteer, knowledge.registry, day)


def named(fact):
    return fact and (fact.province, fact.district, fact.kind)


NAMED = (
    # the committee, in the headline or the lead
    ("Hội nghị lần thứ 9 Ban chấp hành Đảng bộ thị xã Kinh Môn khoá 25", "", "2022-07-13", ("Hải Dương", "Kinh Môn", "thị xã")),
    ("Hội nghị tổng kết", "Sáng 5/1, Huyện uỷ Bắc Yên tổ chức hội nghị.", "2019-01-05", ("Sơn La", "Bắc Yên", "huyện")),
    ("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN CỦ CHI LẦN THỨ XII", "", "2020-08-01", ("Hồ Chí Minh", "Củ Chi", "huyện")),
    ("UBND TX. Sơn Tây họp", "", "2020-05-01", ("Hà Nội", "Sơn Tây", "thị xã")),
    ("Thành ủy TP.Thái Nguyên giao ban", "", "2020-05-01", ("Thái Nguyên", "Thái Nguyên", "thành phố")),
    ("Quận ủy 12 sơ kết 6 tháng đầu năm", "", "2020-07-01", ("Hồ Chí Minh", "12", "quận")),
    ("Đại hội Đảng bộ Quận 1 thành công", "", "2020-08-01", ("Hồ Chí Minh", "1", "quận")),
    ("Thành ủy Thủ Đức họp", "", "2022-05-01", ("Hồ Chí Minh", "Thủ Đức", "thành phố")),
    # the name alone in the headline, as newspapers have it
    ("Quỳ Hợp: Tập trung chăm sóc lúa xuân", "Những ngày này, nông dân ra đồng.", "2020-03-01", ("Nghệ An", "Quỳ Hợp", "huyện")),
    ("Tam Kỳ tổng kết công tác năm 2020", "Thành ủy Tam Kỳ vừa tổng kết.", "2020-12-20", ("Quảng Nam", "Tam Kỳ", "thành phố")),
    # kind and province are those of the day, whatever word the page uses
    ("Huyện ủy Kinh Môn họp", "", "2019-10-31", ("Hải Dương", "Kinh Môn", "huyện")),
    ("Đảng bộ huyện Duy Tiên họp", "", "2020-02-01", ("Hà Nam", "Duy Tiên", "thị xã")),
    ("Thị ủy Hương Trà họp", "", "2025-03-01", ("Huế", "Hương Trà", "thị xã")),
    ("Thị ủy Hương Trà họp", "", "2024-03-01", ("Thừa Thiên Huế", "Hương Trà", "thị xã")),
    # without a day, the page's word
    ("Huyện ủy Kinh Môn họp", "Huyện Kinh Môn quyết tâm.", None, ("Hải Dương", "Kinh Môn", "huyện")),
    # spellings
    ("Huyện ủy Ea H’leo họp", "", "2020-05-01", ("Đắk Lắk", "Ea H'leo", "huyện")),
    ("Huyện ủy Đăk Đoa họp", "", "2020-05-01", ("Gia Lai", "Đak Đoa", "huyện")),
    ("Thành ủy Qui Nhơn họp", "", "2020-05-01", ("Bình Định", "Quy Nhơn", "thành phố")),
    ("Thành ủy Phan Rang-Tháp Chàm họp", "", "2020-05-01", ("Ninh Thuận", "Phan Rang - Tháp Chàm", "thành phố")),
    # one name for a district and a province
    ("Huyện ủy Điện Biên họp", "Tỉnh Điện Biên có 10 đơn vị.", "2020-05-01", ("Điện Biên", "Điện Biên", "huyện")),
    ("Huyện ủy Quảng Ninh họp", "Huyện Quảng Ninh, tỉnh Quảng Bình.", "2020-05-01", ("Quảng Bình", "Quảng Ninh", "huyện")),
    ("Thành ủy Hải Dương giao ban", "", "2020-05-01", ("Hải Dương", "Hải Dương", "thành phố")),
    # named like people
    ("Huyện ủy Dương Minh Châu họp", "", "2020-05-01", ("Tây Ninh", "Dương Minh Châu", "huyện")),
    ("Huyện ủy Cái Nước công bố quyết định", "Đồng chí Trần Văn Thời nhận quyết định.", "2020-05-01", ("Cà Mau", "Cái Nước", "huyện")),
    # two of one name in one province
    ("Huyện ủy Cao Lãnh họp", "", "2020-05-01", ("Đồng Tháp", "Cao Lãnh", "huyện")),
    ("Thành ủy Cao Lãnh họp", "", "2020-05-01", ("Đồng Tháp", "Cao Lãnh", "thành phố")),
    # one of two namesakes had ended
    ("Huyện ủy Kỳ Sơn họp", "", "2021-05-01", ("Nghệ An", "Kỳ Sơn", "huyện")),
)  # fmt: skip


@pytest.mark.parametrize(("title", "body", "on", "place"), NAMED)
def test_a_district_by_its_name(title, body, on, place):
    assert named(resolve(title, body, on=on)) == place


CHAU_THANH = (
    "Hội nghị Ban Chấp hành Đảng bộ huyện Châu Thành",
    "Sáng 5/1, Huyện ủy Châu Thành tổ chức hội nghị.",
)
NAMESAKES = (
    # what settles it
    ({"furniture": ["Cổng thông tin điện tử huyện Châu Thành, tỉnh Tiền Giang"]}, "Tiền Giang"),
    ({"dateline": "ABO"}, "Tiền Giang"),
    ({"url": "https://chauthanh.dongthap.gov.vn/tin/1"}, "Đồng Tháp"),
    ({"url": "https://huyenuy.chauthanh.longan.dcs.vn/tin/1"}, "Long An"),
    ({}, None),
)  # fmt: skip


@pytest.mark.parametrize(("evidence", "province"), NAMESAKES)
def test_namesakes_need_more_than_the_name(evidence, province):
    fact = resolve(*CHAU_THANH, **evidence)
    assert (fact and fact.province) == province


@pytest.mark.parametrize(
    ("title", "body", "place"),
    [
        # the province in the body
        (CHAU_THANH[0], "Ngày 5/1, Huyện ủy họp.\n\nDự có lãnh đạo Ban Tổ chức Tỉnh ủy Đồng Tháp.", ("Đồng Tháp", "Châu Thành", "huyện")),
        # communes of the district
        (CHAU_THANH[0], "Ngày 5/1, Huyện ủy họp.\n\nXã Tam Hiệp, xã Long Định và thị trấn Tân Hiệp đạt khá.", ("Tiền Giang", "Châu Thành", "huyện")),
        # neighbours
        (CHAU_THANH[0], "Ngày 5/1, Huyện ủy họp.\n\nHuyện ủy Tháp Mười và Huyện ủy Lấp Vò cũng về dự.", ("Đồng Tháp", "Châu Thành", "huyện")),
        # who stands above: a tỉnh or a centrally run city
        ("Huyện ủy An Lão họp", "Ngày 5/1, Huyện ủy An Lão họp. Dự có đại diện Ban Tổ chức Thành ủy.", ("Hải Phòng", "An Lão", "huyện")),
        ("Huyện ủy An Lão họp", "Ngày 5/1, Huyện ủy An Lão họp. Dự có đại diện Ban Tổ chức Tỉnh ủy.", ("Bình Định", "An Lão", "huyện")),
        ("Huyện ủy Vĩnh Thạnh họp", "Ngày 5/1, Huyện ủy họp. Dự có đại diện Thành ủy Cần Thơ.", ("Cần Thơ", "Vĩnh Thạnh", "huyện")),
    ],
)  # fmt: skip
def test_namesakes_settled_by_the_text(title, body, place):
    assert named(resolve(title, body)) == place


@pytest.mark.parametrize(
    ("body", "place"),
    [
        # communes that only one district has together
        ("Ngày 5/1, Huyện ủy họp.\n\nXã An Lâm, xã Quốc Tuấn, thị trấn Nam Sách và xã Hiệp Cát làm tốt.", ("Hải Dương", "Nam Sách", "huyện")),
        # one commune may be a guest's
        ("Ngày 5/1, Huyện ủy họp.\n\nXã Tân Lập làm tốt.", None),
        ("Ngày 5/1, Huyện ủy họp.", None),
    ],
)  # fmt: skip
def test_an_unnamed_district_by_its_communes(body, place):
    assert named(resolve("Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 5", body)) == place


PROVINCES = (
    ({"title": "Tỉnh ủy Sơn La học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh", "body": "Ngày 5/1, Tỉnh ủy Sơn La tổ chức hội nghị."}, ("Sơn La", None, "tỉnh")),
    ({"title": "Phiên họp thường kỳ của UBND tỉnh", "body": "Ngày 5/1, UBND tỉnh họp.", "furniture": ["Cổng thông tin điện tử tỉnh Hà Giang"]}, ("Hà Giang", None, "tỉnh")),
    ({"title": "Ban Thường vụ Tỉnh ủy họp", "body": "(QNO) - Sáng 5/1, Ban Thường vụ Tỉnh ủy họp.", "dateline": "QNO"}, ("Quảng Nam", None, "tỉnh")),
    ({"title": "Thành ủy Hải Phòng sơ kết", "body": "Ngày 5/1, Thành ủy Hải Phòng họp."}, ("Hải Phòng", None, "thành phố")),
    ({"title": "UBND TPHCM họp", "body": "Ngày 5/1, UBND TPHCM họp bàn."}, ("Hồ Chí Minh", None, "thành phố")),
    ({"title": "UBND TP.HCM họp", "body": "Ngày 5/1, UBND TP Hồ Chí Minh họp bàn."}, ("Hồ Chí Minh", None, "thành phố")),
    ({"title": "UBND thành phố họp", "body": "Ngày 5/1, UBND thành phố họp.", "furniture": ["Cổng thông tin điện tử thành phố Cần Thơ"]}, ("Cần Thơ", None, "thành phố")),
    # a province's meeting names districts in passing
    ({"title": "UBND tỉnh Nghệ An họp phiên thường kỳ", "body": "Ngày 5/1, UBND tỉnh Nghệ An họp.\n\nHuyện Nam Đàn báo cáo. Huyện Quỳ Hợp báo cáo."}, ("Nghệ An", None, "tỉnh")),
    # as on the day
    ({"title": "Tỉnh ủy Ninh Bình họp", "body": "", "on": "2025-09-01"}, ("Ninh Bình", None, "tỉnh")),
    ({"title": "Thành ủy Huế họp", "body": "", "on": "2025-02-01"}, ("Huế", None, "thành phố")),
    ({"title": "Thành ủy Huế họp", "body": "", "on": "2022-02-01"}, ("Thừa Thiên Huế", "Huế", "thành phố")),
)  # fmt: skip


@pytest.mark.parametrize(("page", "place"), PROVINCES)
def test_a_page_of_a_province(page, place):
    assert named(resolve(**page)) == place


COMMUNES = (
    ({"title": "Đảng ủy phường Kinh Môn sơ kết"}, ("Hải Phòng", None, "phường")),
    ({"title": "Đảng ủy đặc khu Phú Quốc sơ kết"}, ("An Giang", None, "đặc khu")),
    ({"title": "Đảng ủy xã Nam Sách giao ban", "url": "https://namsach.haiduong.gov.vn/1"}, ("Hải Phòng", None, "xã")),
    ({"title": "Đảng ủy phường giao ban", "body": "Đảng ủy phường họp.", "url": "https://uongbi.gov.vn/1"}, ("Quảng Ninh", None, "phường")),
    ({"title": "Đảng ủy xã Hòa Bình họp", "furniture": ["XÃ HÒA BÌNH - TỈNH VĨNH LONG"]}, ("Vĩnh Long", None, "xã")),
    ({"title": "Tỉnh ủy Quảng Trị họp", "body": "Tỉnh ủy Quảng Trị họp.\n\nPhường Đông Hà báo cáo."}, ("Quảng Trị", None, "tỉnh")),
)  # fmt: skip


@pytest.mark.parametrize(("page", "place"), COMMUNES)
def test_a_page_of_a_commune_since_the_reform(page, place):
    assert named(resolve(**{"on": "2025-09-01", **page})) == place


@pytest.mark.parametrize(
    "page",
    [
        # the district acts, but only its province is named
        {"title": "Huyện ủy sơ kết 6 tháng", "body": "Ngày 5/7, Huyện ủy họp.", "furniture": ["ĐẢNG BỘ TỈNH LẠNG SƠN", "Tỉnh ủy Lạng Sơn"]},
        # numbers are no names
        {"title": "Đảng bộ 5 năm nhìn lại", "body": "HĐND 9 tháng đầu năm; Đảng bộ 12 xã."},
        # a namesake of Uncle Hồ's city
        {"title": "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "body": "Chi bộ học tập tư tưởng Hồ Chí Minh."},
        # people
        {"title": "Đồng chí Lý Nhân thăm, chúc Tết", "body": "Đồng chí Lý Nhân chúc Tết."},
        {"title": "Ban Bí thư Trung ương Đảng họp", "body": "Ngày 5/1, tại Hà Nội, Ban Bí thư họp."},
    ],
)  # fmt: skip
def test_nothing_rather_than_a_guess(page):
    assert resolve(**page) is None


TWO = (
    # who comes, who receives
    ("Huyện ủy Mường La học tập kinh nghiệm tại huyện Nam Đàn", "Ngày 5/1, đoàn công tác huyện Mường La đến học tập tại huyện Nam Đàn.", ("Nghệ An", "Nam Đàn", "huyện")),
    # the superior comes to the district
    ("Ban Thường vụ Tỉnh ủy làm việc với Ban Thường vụ Thị ủy Duy Tiên", "Chiều 28/5, BTV Tỉnh ủy làm việc với BTV Thị ủy Duy Tiên.", ("Hà Nam", "Duy Tiên", "thị xã")),
    ("Đại biểu HĐND thành phố tiếp xúc cử tri thị xã Sơn Tây", "Đại biểu HĐND thành phố Hà Nội tiếp xúc cử tri.", ("Hà Nội", "Sơn Tây", "thị xã")),
    ("Đoàn ĐBQH tỉnh Tây Ninh tiếp xúc cử tri huyện Dương Minh Châu", "Đoàn ĐBQH tỉnh Tây Ninh gặp cử tri.", ("Tây Ninh", "Dương Minh Châu", "huyện")),
    # a commune of the past stands for its district
    ("Đảng ủy xã Vị Hương họp", "Ngày 5/1, Đảng ủy xã Vị Hương, huyện Bạch Thông họp.", ("Bắc Kạn", "Bạch Thông", "huyện")),
)  # fmt: skip


@pytest.mark.parametrize(("title", "body", "place"), TWO)
def test_two_places(title, body, place):
    assert named(resolve(title, body)) == place


ADDRESSES = (
    ("https://namtuliem.hanoi.gov.vn/1", "2020-05-01", ("Hà Nội", "Nam Từ Liêm", "quận")),
    ("https://hatrung.thanhhoa.gov.vn/1", "2020-05-01", ("Thanh Hóa", "Hà Trung", "huyện")),
    ("https://minhduc.honquan.binhphuoc.gov.vn/1", "2020-05-01", ("Bình Phước", "Hớn Quản", "huyện")),
    ("https://huonghoa.tinhuyquangtri.vn/1", "2020-05-01", ("Quảng Trị", "Hướng Hóa", "huyện")),
    ("https://baolam.lamdong.dcs.vn/1", "2020-05-01", ("Lâm Đồng", "Bảo Lâm", "huyện")),
    ("https://hdnd.chilangbac1.example.gov.vn/1", "2020-05-01", None),
)  # fmt: skip


@pytest.mark.parametrize(("url", "on", "place"), ADDRESSES)
def test_the_address_of_a_page_that_names_no_place(url, on, place):
    fact = resolve("Hội nghị tổng kết công tác năm", "Ngày 5/1, hội nghị tổng kết.", on=on, url=url)
    assert named(fact) == place


def test_the_page_outranks_its_host():
    fact = resolve(
        "Thị ủy Từ Sơn họp",
        "Ngày 5/1, Thị ủy Từ Sơn họp. Thị xã Từ Sơn làm tốt.",
        url="https://thuanthanh.bacninh.gov.vn/web/tx-tu-son/1",
    )
    assert named(fact) == ("Bắc Ninh", "Từ Sơn", "thị xã")


def test_more_evidence_is_more_confidence():
    one = resolve("Huyện ủy Bắc Yên họp")
    more = resolve(
        "Huyện ủy Bắc Yên họp",
        "Huyện ủy Bắc Yên họp.",
        furniture=["HUYỆN ỦY BẮC YÊN, TỈNH SƠN LA"],
        url="https://bacyen.sonla.gov.vn/1",
    )
    assert 0.5 <= one.confidence < more.confidence < 1


def test_the_name_of_the_site_is_enough():
    words = ("Hội nghị sơ kết 6 tháng", "Ngày 5/8, Huyện ủy họp.")
    assert named(resolve(*words, furniture=["Trang thông tin điện tử huyện Tam Đảo"])) == (
        "Vĩnh Phúc",
        "Tam Đảo",
        "huyện",
    )
    assert resolve(*words, furniture=["Giao lưu văn nghệ tại huyện Tam Đảo"]) is None
