"""The list of articles and the lists of one source: filters, pages, empty states."""

import datetime

from archive.models import Article
from tests.browse import rows


def test_filters_by_days_and_kind_of_meeting(db, read):
    place = rows.district()
    early = rows.article("Bài sớm", place, datetime.date(2020, 1, 1))
    rows.meeting(early, kind="review", ordinal=None)
    rows.article("Bài muộn", place, datetime.date(2022, 1, 1))
    assert "Bài muộn" not in read("/bai/?den=2021-01-01")
    assert "Bài sớm" not in read("/bai/?tu=2021-01-01")
    assert "Bài muộn" not in read("/bai/?loai=review")


def test_wrong_date_is_said_and_hides_nothing(db, read):
    rows.article("Bài một", rows.district())
    text = read("/bai/?tu=hom-qua")
    assert "Bài một" in text


def test_long_list_has_pages_that_keep_the_filter(db, client):
    for number in range(25):
        rows.article(f"Bài {number}", rows.district())
    source = client.get("/bai/?tu=2022-01-01").content.decode()
    assert 'rel="next" href="?tu=2022-01-01&amp;trang=2"' in source
    assert "Bài 0" in client.get("/bai/?tu=2022-01-01&trang=2").content.decode()


def test_page_far_into_a_long_list_is_named_among_its_neighbours(db, read):
    for number in range(20 * 9):
        Article.objects.create(identity=str(number), source=rows.source(), title=f"Bài {number}")
    text = read("/bai/?trang=6")
    assert "Trang 1 … Trang 4 Trang 5 6 Trang 7 Trang 8 Trang 9" in text


def test_nothing_left_by_the_filter(db, read):
    rows.article("Bài một", rows.district())
    assert "Không có bài nào. Thử bỏ bớt điều kiện lọc." in read("/bai/?tu=2030-01-01")


def test_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/bai/", 5)
