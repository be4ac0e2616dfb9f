"""A person: posts as reported through time with their sentence, and meetings."""

import datetime

from archive.models import Official
from tests.browse import rows


def test_posts_stand_with_the_day_and_the_sentence_that_report_them(db, read):
    rows.full_article()
    text = read("/can-bo/sai-thi-yen/")
    assert "13/7/2022, Kinh Môn Bí thư Thị ủy" in text
    assert "Chủ trì có đồng chí Sái Thị Yến, Bí thư Thị ủy." in text


def test_dates_are_those_of_reports(db, read):
    rows.full_article()
    text = read("/can-bo/sai-thi-yen/")
    assert "không phải ngày nhận chức" in text
    assert "Sau đó: kho chưa có bài nào." in text


def test_reports_are_in_order_of_time(db, read):
    place = rows.district()
    rows.person(rows.article("Bài sau", place, datetime.date(2023, 1, 1)))
    rows.person(rows.article("Bài trước", place, datetime.date(2021, 1, 1)))
    text = read("/can-bo/sai-thi-yen/")
    assert text.index("Bài trước") < text.index("Bài sau")


def test_namesakes_are_not_one_person(db, read):
    rows.full_article()
    other = Official.objects.create(slug="sai-thi-yen-2", name="Sái Thị Yến", folded="sai thi yen")
    article = rows.article("Bài khác", rows.district())
    article.mentions.create(official=other, name="Sái Thị Yến")
    assert "Cùng tên, người khác 1 Sái Thị Yến" in read("/can-bo/sai-thi-yen/")


def test_person_of_hidden_articles_is_not_found(db, read):
    rows.full_article(visibility="hidden", visibility_reason="kiểm tra")
    assert "Kho không có người này." in read("/can-bo/sai-thi-yen/", status=404)


def test_post_of_a_hidden_article_does_not_show_in_the_list(db, read):
    place = rows.district()
    rows.person(rows.article("Bài", place), posts=())
    hidden = rows.article("Ẩn", place, visibility="hidden", visibility_reason="kiểm tra")
    rows.person(hidden, posts=("Chức vụ kín",))
    text = read("/can-bo/")
    assert "Sái Thị Yến" in text
    assert "Chức vụ kín" not in text


def test_name_is_found_without_accents(db, read):
    rows.full_article()
    rows.person(rows.article("Bài", rows.district()), "Bùi Xuân Lộc", posts=())
    text = read("/can-bo/?ten=sai+thi")
    assert "1 người, ngày 13/7/2022" in text
    assert "Bùi Xuân Lộc" not in text


def test_list_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/can-bo/", 6)


def test_page_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/can-bo/sai-thi-yen/", 10)
