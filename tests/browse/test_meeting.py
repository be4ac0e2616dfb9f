"""A meeting: its number and term, who did what, and all its reports."""

import pytest

from archive.models import Meeting
from tests.browse import rows


def test_says_when_which_and_who(db, read):
    article = rows.article("Bài một", rows.district())
    at = rows.meeting(article)
    rows.person(article, at=at, roles=("closing", "chair"))
    text = read(at.get_absolute_url())
    assert "Họp ngày 13/7/2022; lần thứ 9, khóa 25, nhiệm kỳ 2020-2025." in text
    assert "Sái Thị Yến Bí thư Thị ủy chủ trì, kết luận, bế mạc" in text


def test_reports_stand_side_by_side(db, read):
    place = rows.district()
    first, second = rows.article("Bài một", place), rows.article("Bài hai", place)
    at = rows.meeting(first)
    rows.report(second, at, name="Phiên họp thứ chín")
    text = read(at.get_absolute_url())
    assert "Kho có 2 bài về cuộc họp này." in text
    assert "Phiên họp thứ chín" in text


def test_merged_meeting_sends_its_readers_on(db, client):
    article = rows.article("Bài", rows.district())
    kept, merged = rows.meeting(article), rows.meeting(article, ordinal=None)
    Meeting.objects.filter(pk=merged.pk).update(merged_into=kept)
    response = client.get(f"/cuoc-hop/{merged.pk}/")
    assert (response.status_code, response["Location"]) == (301, kept.get_absolute_url())


def test_meeting_whose_report_was_rejected_is_not_found(db, read):
    article = rows.article("Bài", rows.district())
    at = rows.meeting(article)
    article.meetingreports.update(state="rejected")
    assert "Kho không có cuộc họp này." in read(at.get_absolute_url(), status=404)


@pytest.mark.parametrize(
    ("query", "count"), [("", 2), ("?loai=review", 1), ("?nam=2022", 2), ("?nam=2021", 0)]
)
def test_list_is_filtered(db, read, query, count):
    place = rows.district()
    rows.meeting(rows.article("Bài một", place))
    rows.meeting(rows.article("Bài hai", place), "Sơ kết", kind="review", ordinal=None)
    assert f"{count} cuộc họp" in read(f"/cuoc-hop/{query}")


def test_list_of_one_place(db, read):
    rows.meeting(rows.article("Bài một", rows.district()))
    rows.meeting(rows.article("Bài hai", rows.district("Nam Sách", "huyện")))
    assert "1 cuộc họp, ngày 13/7/2022" in read("/cuoc-hop/?noi=hai-duong/kinh-mon")
    assert "2 cuộc họp, ngày 13/7/2022" in read("/cuoc-hop/?noi=hai-duong")


def test_list_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/cuoc-hop/", 6)


def test_page_takes_a_fixed_number_of_queries(db, client, django_assert_max_num_queries):
    article = rows.article("Bài", rows.district())
    at = rows.meeting(article)
    for number in range(20):
        rows.person(article, f"Người số {number}", at=at)
    with django_assert_max_num_queries(9):
        assert client.get(at.get_absolute_url()).status_code == 200
