"""Who is reported beside a person, and who held a post then and now."""

import datetime

import pytest

from archive.browse.company import at_meetings, body_of, in_bodies
from archive.browse.office import offices
from archive.models import Mention, Official, Participation
from tests.browse import rows


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Phó Bí thư Thường trực Thị ủy", "Thị ủy"),
        ("Ủy viên Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
        ("Chủ tịch Hội đồng nhân dân thị xã", "Hội đồng nhân dân thị xã"),
        ("Phó Chủ tịch Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện"),
        ("Ủy viên Ban Chấp hành Đảng bộ tỉnh", "Ban Chấp hành Đảng bộ tỉnh"),
        ("nguyên Bí thư Huyện ủy", ""),
        ("Hiệu trưởng", ""),
    ],
)
def test_body_of_a_post(title, body):
    assert body_of(title) == body


@pytest.fixture
def colleagues(db):
    """Three at one meeting: two of the Thị ủy, one of the council."""
    article = rows.article(place=rows.district())
    at = rows.meeting(article)
    yen = rows.person(article, "Sái Thị Yến", ("Bí thư Thị ủy",), at=at)
    rows.person(article, "Bùi Xuân Lộc", ("Phó Bí thư Thường trực Thị ủy",), at=at)
    rows.person(article, "Trương Đức San", ("Chủ tịch Hội đồng nhân dân thị xã",), at=at)
    return yen


def names(people):
    return [person.name for person in people]


def test_people_of_the_same_meetings(colleagues):
    together = at_meetings(colleagues)
    assert names(together) == ["Bùi Xuân Lộc", "Trương Đức San"]
    assert [person.times for person in together] == [1, 1]


def test_people_of_the_same_body(colleagues):
    bodies = in_bodies(colleagues, colleagues.positions.all())
    assert {body: names(c.official for c in people) for body, people in bodies.items()} == {
        "Thị ủy, Kinh Môn": ["Bùi Xuân Lộc"]
    }


def test_same_body_of_another_place_is_another_body(colleagues):
    rows.person(rows.article(place=rows.district("Duy Tiên")), "Người Khác", ("Bí thư Thị ủy",))
    [people] = in_bodies(colleagues, colleagues.positions.all()).values()
    assert names(c.official for c in people) == ["Bùi Xuân Lộc"]


def test_rejected_and_hidden_people_are_no_company(colleagues):
    Participation.objects.filter(mention__official__name="Bùi Xuân Lộc").update(state="rejected")
    Mention.objects.filter(official__name="Trương Đức San").update(state="rejected")
    assert names(at_meetings(colleagues)) == []


def test_page_of_a_person_names_them(colleagues, read):
    text = read("/can-bo/sai-thi-yen/")
    assert "Chủ trì 1 cuộc họp" in text
    assert "Cùng họp 2 Bùi Xuân Lộc 1 cuộc họp" in text
    assert "Thị ủy, Kinh Môn 1 Bùi Xuân Lộc Phó Bí thư Thường trực Thị ủy" in text


def test_office_keeps_all_who_were_reported_in_it(db):
    place = rows.district()
    for name, year in (("Người Trước", 2018), ("Người Trước", 2019), ("Người Nay", 2022)):
        rows.person(rows.article(name, place, datetime.date(year, 5, 4)), name)
    [office] = offices(place)
    assert [
        (holding.report.position.official.name, holding.first.year, holding.last.year)
        for holding in office.holdings
    ] == [("Người Nay", 2022, 2022), ("Người Trước", 2018, 2019)]


def test_office_of_hidden_articles_is_not_shown(db):
    article = rows.article(place=rows.district(), visibility="hidden", visibility_reason="x")
    rows.person(article)
    assert offices(article.place) == []
    assert Official.objects.exists()
