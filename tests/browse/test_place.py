"""A place: its units through time, articles, meetings, posts and figures."""

import datetime

import pytest

from archive.vietnamese.fold import fold
from tests.browse import rows


def test_district_shows_its_line_of_units(db, read):
    rows.full_article(rows.district())
    text = read("/dia-phuong/hai-duong/kinh-mon/")
    assert "Huyện Kinh Môn Đến hết 31/10/2019" in text
    assert "Thị xã Kinh Môn Từ 1/11/2019 đến hết 30/6/2025, theo Nghị quyết 768" in text
    assert "Không còn đơn vị này Sau ngày 30/6/2025" in text


def test_ninth_session_means_eight_that_are_missing(db, read):
    article = rows.article("Bài", rows.district())
    rows.meeting(article)
    text = read("/dia-phuong/hai-duong/kinh-mon/")
    assert "Chưa có bài về lần thứ 8 Lần thứ 9" in text
    assert "kho chưa có bài về 8 lần" in text


def test_posts_show_their_last_report(db, read):
    place = rows.district()
    for year in (2021, 2023, 2022):
        rows.person(rows.article(f"Bài {year}", place, datetime.date(year, 5, 4)))
    assert "Bí thư Thị ủy Sái Thị Yến 4/5/2021 – 4/5/2023 Xem câu" in read(
        "/dia-phuong/hai-duong/kinh-mon/"
    )


def test_post_of_a_rejected_report_is_not_shown(db, read):
    article = rows.article("Bài", rows.district())
    rows.person(article)
    article.positionreports.update(state="rejected")
    assert "Bí thư Thị ủy Sái" not in read("/dia-phuong/hai-duong/kinh-mon/")


def test_province_gathers_its_districts(db, read):
    rows.full_article(rows.district())
    text = read("/dia-phuong/hai-duong/")
    assert "Kho có 1 bài về 1 cuộc họp ở đây." in text
    assert "Thị xã Kinh Môn 1 13/7/2022" in text


def test_calendar_leads_to_the_articles_of_a_month(db, client, read):
    place = rows.district()
    rows.article("Bài tháng bảy", place)
    rows.article("Bài tháng tám", place, datetime.date(2022, 8, 2))
    source = client.get("/dia-phuong/hai-duong/kinh-mon/").content.decode()
    assert 'href="?tu=2022-07-01&amp;den=2022-07-31#bai"' in source
    text = read("/dia-phuong/hai-duong/kinh-mon/?tu=2022-07-01&den=2022-07-31")
    assert "Bài tháng bảy" in text
    assert "Bài tháng tám" not in text


def test_place_without_articles_says_so(db, read):
    rows.district("Nam Sách", "huyện")
    assert "Kho chưa có bài nào của nơi này." in read("/dia-phuong/hai-duong/nam-sach/")


def test_unknown_place_is_not_found(db, read):
    assert "Kho không có địa phương này." in read("/dia-phuong/khong-co/", status=404)


def test_list_of_places(db, read):
    rows.full_article(rows.district())
    assert "Tỉnh Hải Dương 1 13/7/2022 Thị xã Kinh Môn 1 13/7/2022" in read("/dia-phuong/")


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/dia-phuong/", 4),
        ("/dia-phuong/muc-luc/", 3),
        ("/dia-phuong/tinh-mau-1/", 23),
        ("/dia-phuong/tinh-mau-1/huyen-mau-1/", 22),
    ],
)
def test_takes_a_fixed_number_of_queries(constant_queries, path, most):
    constant_queries(path, most)


def test_list_narrows_by_name_without_accents(db, read):
    rows.article(place=rows.district())
    name = rows.district().name
    assert name in read("/dia-phuong/?ten=" + fold(name))
    assert "Chưa có bài nào" in read("/dia-phuong/?ten=khong+co")
