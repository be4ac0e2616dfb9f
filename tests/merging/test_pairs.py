"""Which pairs are proposed, and what speaks for and against."""

import datetime

import pytest

from archive.merging import KINDS, tell_apart
from archive.models import Official, PositionReport, Succession
from archive.vietnamese.fold import fold, slugify_vi
from tests.browse import rows


def person(
    name="Sái Thị Yến",
    place=None,
    posts=("Bí thư Thị ủy",),
    day=datetime.date(2022, 7, 13),
    article=None,
):
    article = article or rows.article(f"Bài {name} {day}", place or rows.district(), day)
    slug = f"{slugify_vi(name)}-{Official.objects.count()}"
    official = Official.objects.create(
        slug=slug, name=name, folded=fold(name), province=article.place.parent
    )
    mention = article.mentions.create(official=official, name=name)
    for title in posts:
        post = official.positions.create(title=title, place=article.place)
        PositionReport.objects.create(article=article, mention=mention, position=post, on=day)
    return official


def proposed():
    return KINDS["official"].pairs()


def test_one_name_and_one_post_in_one_place(db):
    person()
    person(day=datetime.date(2022, 9, 1))
    pair = proposed()[0]
    assert pair.reasons == [
        "Cùng họ tên, đúng từng dấu: Sái Thị Yến",
        "Cùng tỉnh, thành phố: Hải Dương",
        "Cùng chức vụ: Bí thư Thị ủy (Kinh Môn)",
        "Cùng được nêu ở Kinh Môn",
    ]
    assert pair.doubts == []


def test_posts_that_follow_each_other(db):
    person(posts=("Phó Bí thư Thị ủy",), day=datetime.date(2019, 1, 5))
    person(posts=("Bí thư Thị ủy",), day=datetime.date(2021, 3, 1))
    assert any(
        "Chức vụ nối tiếp ở Kinh Môn: Phó Bí thư Thị ủy, 5/1/2019; Bí thư Thị ủy, 1/3/2021"
        in reason
        for reason in proposed()[0].reasons
    )


def test_two_districts_at_once_speak_against(db):
    person()
    person(place=rows.district("Nam Sách"))
    assert proposed() == []


def test_two_in_one_article_speak_against(db):
    first = person()
    article = first.mentions.get().article
    person(article=article)
    person(name="Sái Thị Yên", article=article)
    for pair in proposed():
        assert any("Cùng được nêu trong một bài" in doubt for doubt in pair.doubts)


def test_another_accent_needs_more(db):
    person()
    person(name="Sái Thị Yên", day=datetime.date(2022, 9, 1))
    pair = proposed()[0]
    assert "Tên khác dấu: Sái Thị Yến và Sái Thị Yên" in pair.doubts
    person(name="Lê Văn An", posts=())
    person(name="Lê Vân An", place=rows.district("Nam Sách"), posts=())
    assert len(proposed()) == 1


def test_a_province_that_went_over_into_another_is_one_line(db):
    hai_duong, hai_phong = rows.province(), rows.province("Hải Phòng", "thành phố", None)
    Succession.objects.create(before=hai_duong, after=hai_phong, on="2025-07-01", kind="merge")
    person(posts=())
    person(posts=(), place=rows.district("Kinh Môn mới", parent=hai_phong))
    assert "Hải Dương và Hải Phòng nay là một" in str([pair.reasons for pair in proposed()])


def test_a_pair_that_was_told_apart_is_not_proposed_again(db, by):
    one, other = person(), person(day=datetime.date(2022, 9, 1))
    tell_apart(one, other, by)
    assert proposed() == []


def test_the_number_of_queries_does_not_grow(db, django_assert_max_num_queries):
    for number in range(12):
        for day in (1, 2):
            person(f"Người Số {number}", day=datetime.date(2022, 1, day))
    with django_assert_max_num_queries(8):
        assert len(proposed()) == 12


@pytest.mark.parametrize(("changes", "count"), [({"ordinal": 9}, 1), ({"ordinal": 8}, 0)])
def test_meetings_of_one_place_and_day(db, changes, count):
    place = rows.district()
    rows.meeting(rows.article("Một", place), congress=None)
    rows.meeting(rows.article("Hai", place), **changes)
    pairs = KINDS["meeting"].pairs()
    assert len(pairs) == count
    assert not count or "Cùng ngày 13/7/2022" in pairs[0].reasons


def test_sources_whose_hosts_differ_in_their_ending(db):
    rows.source("a", "A").addresses.create(host="kinhmon.haiduong.gov.vn")
    rows.source("b", "B").addresses.create(host="kinhmon.haiduong.vn")
    rows.source("c", "C").addresses.create(host="namsach.haiduong.gov.vn")
    assert [(str(p.first), str(p.second)) for p in KINDS["source"].pairs()] == [("A", "B")]


def test_indicators_of_the_same_words(db):
    article = rows.article("Một", rows.district())
    rows.figure(article, "Tổng thu ngân sách")
    rows.figure(article, "Thu ngân sách trên địa bàn")
    rows.figure(article, "Chi ngân sách")
    assert len(KINDS["indicator"].pairs()) == 1
