"""What became of units, and who stands for them on another day."""

import datetime

import pytest


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("slug", "became"),
    [
        # upgrades and renamings keep the identity: nothing else came of it before the reform
        ("hai-duong", ["hai-phong"]),
        ("ha-tay", ["ha-noi"]),
        # merged into a neighbour that went on
        ("hoa-binh/ky-son", ["hoa-binh/hoa-binh"]),
        ("nam-dinh/my-loc", ["nam-dinh/nam-dinh"]),
        # merged into a new unit
        ("ho-chi-minh/9", ["ho-chi-minh/thu-duc"]),
        # split and gone
        ("ha-noi/tu-liem", ["ha-noi/bac-tu-liem", "ha-noi/nam-tu-liem"]),
        # one resolution, two mergers
        ("cao-bang/tra-linh", ["cao-bang/trung-khanh"]),
        ("cao-bang/phuc-hoa", ["cao-bang/quang-hoa"]),
        # divided among two
        ("ha-tinh/loc-ha", ["ha-tinh/ha-tinh", "ha-tinh/thach-ha"]),
        # the end of the district level
        ("ba-ria-vung-tau/con-dao", ["ho-chi-minh/con-dao"]),
        ("quang-ninh/co-to", ["quang-ninh/co-to-dac-khu"]),
    ],
)
def test_became(gazetteer, slug, became):
    assert sorted(s for _, s in gazetteer.lineage.became[slug]) == became


@pytest.mark.parametrize(
    ("slug", "came_from"),
    [
        ("hai-phong", ["hai-duong"]),
        ("ninh-binh", ["ha-nam", "nam-dinh"]),
        ("ha-noi", ["ha-tay"]),
        ("ho-chi-minh/thu-duc", ["ho-chi-minh/2", "ho-chi-minh/9"]),
        ("hai-phong/kinh-mon", ["hai-duong/kinh-mon"]),
    ],
)
def test_came_from(gazetteer, slug, came_from):
    assert sorted(s for _, s in gazetteer.lineage.came_from[slug]) == came_from


@pytest.mark.parametrize(
    ("slug", "on", "standing"),
    [
        ("hai-duong/kinh-mon", "2015-01-01", ["hai-duong/kinh-mon"]),
        ("hai-duong", "2025-06-30", ["hai-duong"]),
        ("hai-duong", "2025-07-01", ["hai-phong"]),
        ("ho-chi-minh/2", "2021-01-01", ["ho-chi-minh/thu-duc"]),
        ("ha-noi/nam-tu-liem", "2013-01-01", ["ha-noi/tu-liem"]),
        ("quang-ninh/van-don", "2025-07-01", ["quang-ninh/van-don-dac-khu"]),
        ("quang-ninh/van-don-dac-khu", "2020-01-01", ["quang-ninh/van-don"]),
    ],
)
def test_standing_for(gazetteer, slug, on, standing):
    assert list(gazetteer.standing_for(slug, day(on))) == standing


def test_without_a_day_a_place_stands_for_itself(gazetteer):
    assert gazetteer.standing_for("ha-noi/tu-liem", None) == ("ha-noi/tu-liem",)


def test_every_district_of_the_last_day_leads_to_units_of_today(gazetteer):
    last, first = day("2025-06-30"), day("2025-07-01")
    for unit in gazetteer.units:
        if unit.level == "district" and unit.on(last):
            today = gazetteer.standing_for(unit.slug, first)
            assert today, unit
            assert {gazetteer.at(slug, first).level for slug in today} == {"commune"}


def test_every_commune_of_today_came_from_districts(gazetteer):
    last = day("2025-06-30")
    for unit in gazetteer.units:
        if unit.level == "commune":
            assert gazetteer.standing_for(unit.slug, last), unit


def test_communes_lie_in_the_province_that_their_districts_went_to(gazetteer):
    for succession in gazetteer.lineage.successions:
        if succession.kind == "abolish":
            old = succession.before[0].split("/")[0]
            (province,) = gazetteer.standing_for(old, day("2025-07-01"))
            assert {slug.split("/")[0] for slug in succession.after} == {province}


def test_every_slug_of_a_succession_is_known(gazetteer):
    for succession in gazetteer.lineage.successions:
        assert {*succession.before, *succession.after} <= set(gazetteer.by_slug)


def test_the_changes_that_a_unit_took_part_in(gazetteer):
    unit = "hai-duong/kinh-mon"
    changes = [c for c in gazetteer.lineage.successions if unit in {*c.before, *c.after}]
    assert [(c.on, c.kind, c.resolution) for c in changes] == [
        (day("2019-11-01"), "upgrade", "768/NQ-UBTVQH14"),
        (day("2025-07-01"), "abolish", "203/2025/QH15"),
    ]
