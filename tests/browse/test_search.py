"""The search page: form, total and time, passages with marks, facets, orders, days, other words."""

import datetime
import html
import re

import pytest

from archive.search import index
from tests.browse import rows


@pytest.fixture
def found(db):
    """Two districts in one province with an article each, and one sơ kết elsewhere; indexed."""
    kinh_mon = rows.full_article(rows.district(), title="Hội nghị thị xã Kinh Môn")
    nam_sach = rows.full_article(
        rows.district("Nam Sách", "huyện"), datetime.date(2020, 7, 9), title="Hội nghị huyện"
    )
    phu_ly = rows.article(
        "Thành ủy sơ kết",
        rows.district("Phủ Lý", "thành phố", rows.province("Hà Nam")),
        datetime.date(2020, 10, 8),
        body="Sơ kết chín tháng, Hội nghị bàn việc xây dựng Đảng.",
    )
    rows.meeting(phu_ly, "Sơ kết", "Sơ kết", kind="review", ordinal=None)
    articles = [kinh_mon, nam_sach, phu_ly]
    index.engine().rebuild(index.documents())
    return articles


def test_says_how_many_and_how_fast(found, read):
    text = read("/tim/?q=hội+nghị")
    assert "3 bài trong 0,0" in text


def test_is_found_without_accents_and_marked(found, client):
    source = client.get("/tim/?q=kinh+mon").content.decode()
    assert "Hội nghị thị xã <mark>Kinh Môn</mark>" in source


def test_marks_cover_whole_words_after_a_paragraph_too(found, client):
    source = client.get("/tim/?q=ket+luan+hoi+nghi").content.decode()
    assert "<mark>Kết luận hội nghị</mark>" in source


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("noi=hai-duong", 2),
        ("noi=hai-duong/kinh-mon", 1),
        ("nam=2020", 2),
        ("loai=review", 1),
        ("noi=hai-duong&nam=2020", 1),
        ("tu=2020-08-01&den=2020-12-31", 1),
        ("nguoi=sai-thi-yen", 2),
        ("nguon=cong-tin", 3),
    ],
)
def test_is_narrowed(found, read, query, count):
    assert f"{count} bài trong" in read(f"/tim/?q=hội+nghị&{query}")


def test_facets_combine_and_come_off(found, client):
    source = client.get("/tim/?q=hội+nghị&noi=hai-duong").content.decode()
    assert 'href="?q=h%E1%BB%99i%20ngh%E1%BB%8B&amp;noi=hai-duong&amp;nam=2022"' in source
    assert 'href="?q=h%E1%BB%99i%20ngh%E1%BB%8B" aria-current="true"' in source
    assert "Địa phương: <span>Hải Dương</span>" in source


def test_filter_alone_is_a_search(found, read):
    assert "2 bài trong" in read("/tim/?noi=hai-duong")


def test_is_sorted_by_day(found, read):
    oldest = read("/tim/?q=hội+nghị&xep=cu")
    assert oldest.index("9/7 2020") < oldest.index("8/10 2020") < oldest.index("13/7 2022")


def test_offers_other_words(found, read):
    assert "Có phải bạn muốn tìm" in read("/tim/?q=hoi+nghj")


def test_offers_to_search_without_accents(found, read, client):
    rows.article("Hồi âm", rows.district(), body="Hồi âm bạn đọc.")
    index.engine().rebuild(index.documents())
    assert "1 bài trong" in read("/tim/?q=hồi")
    assert "Tìm không kể dấu : 4 bài" in read("/tim/?q=hồi")
    source = client.get("/tim/?q=hồi").content.decode()
    link = re.search(r'href="(\?[^"]*khong_dau=1)"', source)[1]
    assert "4 bài trong" in read(f"/tim/{html.unescape(link)}")


def test_wrong_accents_are_let_go_where_nothing_has_them(found, read):
    text = read("/tim/?q=hồi+nghị")
    assert "3 bài trong" in text
    assert "đây là kết quả không kể dấu" in text


def test_says_when_words_without_marks_were_matched_without_accents(found, read):
    text = read("/tim/?q=hội+nghi+huyện")
    assert "đây là kết quả không kể dấu" in text
    assert "Huyện Nam Sách" in text


def test_says_what_was_ignored(found, read):
    assert "Đã bỏ qua: *" in read("/tim/?q=hội+nghị+*")


def test_nothing_found(found, read):
    assert "Kho không có bài nào khớp." in read("/tim/?q=zzzzzz")


@pytest.mark.parametrize(
    "query",
    ["q=hội&tu=hom-qua", "q=hội&nam=abc", "q=hội&trang=999999", "q=hội&xep=la", "q=%22((", "q=%00"],
)
def test_nonsense_is_answered(found, client, query):
    assert client.get(f"/tim/?{query}").status_code == 200


def test_wrong_filter_is_said(found, read):
    assert "Có điều kiện lọc không đọc được" in read("/tim/?q=hội+nghị&tu=hom-qua")


def test_text_of_pages_is_not_markup(db, client):
    rows.article("Hội nghị <b>đậm</b>", rows.district(), body="Hội nghị <script>x</script>")
    index.engine().rebuild(index.documents())
    source = client.get("/tim/?q=hội+nghị").content.decode()
    assert "<script>x" not in source
    assert "&lt;b&gt;" in source


def test_empty_form_explains_itself(db, read):
    assert "Cách tìm" in read("/tim/")


def test_article_hidden_since_it_was_indexed_is_left_out(found, read):
    article = found[0]
    article.visibility, article.visibility_reason = "hidden", "kiểm tra"
    article.save()
    assert "Hội nghị thị xã Kinh Môn" not in read("/tim/?q=hội+nghị")


def test_takes_a_fixed_number_of_queries(db, client, django_assert_max_num_queries):
    for articles in (5, 35):
        rows.archive_of(articles)
        index.engine().rebuild(index.documents())
        with django_assert_max_num_queries(10):
            assert client.get("/tim/?q=hội+nghị").status_code == 200
