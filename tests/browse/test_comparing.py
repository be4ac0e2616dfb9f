"""Comparing up to six places in one indicator."""

import datetime
from decimal import Decimal

import pytest
from django.http import QueryDict

from archive.browse.comparing import comparison
from archive.models import Indicator, Observation
from tests.browse import rows

NAMES = ["An", "Bình", "Cao", "Dương", "Hà", "Lộc", "Minh", "Nam"]


def figure(name, value, period="2022-H1", **changes):
    return rows.figure(
        rows.article(place=rows.district(name)), value=Decimal(value), period=period, **changes
    )


def compare(query=""):
    return comparison(Indicator.objects.get(), QueryDict(query), Observation.objects.valid())


def shown(comparing):
    return [(figure.place.name, int(figure.value)) for figure in comparing.figures]


def test_newest_period_of_two_places_greatest_first(db):
    figure("An", 5, "2023")
    figure("An", 4)
    figure("Bình", 9)
    comparing = compare()
    assert comparing.period == "2022-H1"
    assert shown(comparing) == [("Bình", 9), ("An", 4)]


def test_address_chooses_places_and_period(db):
    for name in NAMES[:3]:
        figure(name, 1)
        figure(name, 2, "2021-H1")
    comparing = compare("voi=hai-duong/an&voi=hai-duong/cao&luc=2021-H1&voi=khong-co")
    assert sorted(shown(comparing)) == [("An", 2), ("Cao", 2)]
    assert len(comparing.offered) == 3
    assert comparing.periods == ["2022-H1", "2021-H1"]


def test_chosen_place_without_the_period_stands_apart_with_its_newest(db):
    figure("An", 1)
    figure("Bình", 2, "2019-H1")
    figure("Bình", 3, "2020-H1")
    comparing = compare("voi=hai-duong/an&voi=hai-duong/binh&luc=2022-H1")
    assert shown(comparing) == [("An", 1)]
    assert [(f.place.name, f.period) for f in comparing.others] == [("Bình", "2020-H1")]


def test_at_most_six_places(db):
    for number, name in enumerate(NAMES, 1):
        figure(name, number)
    assert len(compare().places) == 6
    wanted = "&".join(
        f"voi=hai-duong/{name}" for name in ("an", "binh", "cao", "duong", "ha", "loc", "minh")
    )
    assert len(compare(wanted).places) == 6


def test_reports_that_differ_both_stand_and_the_same_figure_once(db):
    for value in (5, 6, 6):
        figure("An", value)
    figure("Bình", 3)
    assert shown(compare()) == [("An", 6), ("An", 5), ("Bình", 3)]


@pytest.mark.parametrize(
    "changes",
    [{"unit": "%"}, {"kind": "target"}, {"value_high": Decimal(9)}, {"period": ""}],
)
def test_what_cannot_be_held_against_others_is_left_out(db, changes):
    figure("An", 5)
    figure("Bình", 5)
    figure("Cao", 5, **{"period": "2022-H1", **changes})
    assert "Cao" not in [name for name, _ in shown(compare())]


def test_nothing_comparable(db):
    figure("An", 5, kind="plan")
    assert compare() is None


def test_page_draws_it_with_a_table(db, client):
    figure("An", 30000, growth_percent=Decimal("15.9"), compared_with="2021-H1")
    figure("Bình", 20000)
    source = client.get("/so-lieu/tong-thu-ngan-sach/").content.decode()
    assert '<title id="so-sanh-t">Tổng thu ngân sách</title>' in source
    assert "Theo địa phương, 6 tháng đầu năm 2022: 2 số, từ 20.000 đến 30.000." in source
    assert ">30.000</text>" in source  # the axis, in Vietnamese digits
    assert "≈ 25.884" in source
    assert source.count("Bảng của biểu đồ này") == 3  # values, plan, growth


def test_page_draws_a_series(db, client):
    place = rows.district()
    for year in (2020, 2021):
        day = datetime.date(year, 7, 1)
        rows.figure(rows.article(place=place, day=day), period=f"{year}-H1")
    source = client.get("/so-lieu/tong-thu-ngan-sach/").content.decode()
    assert '<title id="chuoi-t">Tổng thu ngân sách</title>' in source
    assert "Qua các năm, từ 2020: 1 nơi." in source
