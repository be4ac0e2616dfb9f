"""The table of units: how many on which day, who was what when, and that nothing overlaps."""

import datetime
import itertools

import pytest


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("level", "on", "count"),
    [
        ("district", "2025-06-30", 696),
        ("district", "2023-04-10", 705),
        ("district", "2019-01-01", 713),
        ("district", "2025-07-01", 0),
        ("province", "2025-06-30", 63),
        ("province", "2025-07-01", 34),
        ("commune", "2025-07-01", 3321),
    ],
)
def test_count_on_a_day(gazetteer, level, on, count):
    assert sum(u.level == level and u.on(day(on)) for u in gazetteer.units) == count


@pytest.mark.parametrize(
    ("slug", "on", "kind", "name"),
    [
        # upgrades: the day before and the day itself
        ("hai-duong/kinh-mon", "2019-10-31", "huyện", "Kinh Môn"),
        ("hai-duong/kinh-mon", "2019-11-01", "thị xã", "Kinh Môn"),
        ("hai-duong/chi-linh", "2019-02-28", "thị xã", "Chí Linh"),
        ("hai-duong/chi-linh", "2019-03-01", "thành phố", "Chí Linh"),
        ("ha-nam/duy-tien", "2019-12-31", "huyện", "Duy Tiên"),
        ("ha-nam/duy-tien", "2020-01-01", "thị xã", "Duy Tiên"),
        ("ha-nam/kim-bang", "2025-01-01", "thị xã", "Kim Bảng"),
        ("hai-phong/an-duong", "2024-12-31", "huyện", "An Dương"),
        ("hai-phong/an-duong", "2025-01-01", "quận", "An Dương"),
        # a city inside a city
        ("ho-chi-minh/thu-duc", "2020-12-31", "quận", "Thủ Đức"),
        ("ho-chi-minh/thu-duc", "2021-01-01", "thành phố", "Thủ Đức"),
        # a province becomes a centrally run city under a new name
        ("hue", "2024-12-31", "tỉnh", "Thừa Thiên Huế"),
        ("hue", "2025-01-01", "thành phố", "Huế"),
        ("dong-nai", "2026-04-30", "thành phố", "Đồng Nai"),
        # two of one name side by side
        ("dong-thap/cao-lanh-huyen", "2020-01-01", "huyện", "Cao Lãnh"),
        ("dong-thap/cao-lanh-thanh-pho", "2020-01-01", "thành phố", "Cao Lãnh"),
    ],
)
def test_unit_on_a_day(gazetteer, slug, on, kind, name):
    unit = gazetteer.at(slug, day(on))
    assert (unit.kind, unit.name) == (kind, name)


@pytest.mark.parametrize(
    ("slug", "on"),
    [
        ("ha-noi/tu-liem", "2014-04-02"),  # split into Bắc and Nam Từ Liêm
        ("ha-noi/nam-tu-liem", "2013-12-01"),
        ("ho-chi-minh/2", "2021-01-01"),  # merged into Thủ Đức
        ("cao-bang/tra-linh", "2020-03-01"),
    ],
)
def test_not_there_on_a_day(gazetteer, slug, on):
    assert not any(unit.on(day(on)) for unit in gazetteer.by_slug[slug])


def test_no_unit_overlaps_itself(gazetteer):
    for stretches in gazetteer.by_slug.values():
        for earlier, later in itertools.pairwise(stretches):
            assert earlier.valid_to < later.valid_from, stretches


def test_every_unit_below_a_province_has_one(gazetteer):
    for unit in gazetteer.units:
        if unit.level != "province":
            assert gazetteer.by_slug[unit.parent][0].level == "province"


def test_every_unit_since_2019_has_a_code_that_none_beside_it_has(gazetteer):
    """Huyện Đạ Huoai took over the code of Đạ Tẻh when the two merged; a unit has one code in the table."""
    changes = {day("2019-01-01"), *(u.valid_from for u in gazetteer.units if u.valid_from)}
    for level in ("province", "district", "commune"):
        for when in sorted(change for change in changes if change >= day("2019-01-01")):
            units = [u for u in gazetteer.units if u.level == level and u.on(when)]
            codes = [u.code for u in units if u.slug != "lam-dong/da-huoai"]
            assert all(codes), (level, when)
            assert len(codes) == len(set(codes)), (level, when)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        # tone placement and case
        ("Hoà Vang", "da-nang/hoa-vang"),
        ("HOÀ VANG", "da-nang/hoa-vang"),
        # gaps and dashes
        ("Bà Rịa-Vũng Tàu", "ba-ria-vung-tau"),
        ("KonTum", "kon-tum/kon-tum"),
        ("Phan Rang-Tháp Chàm", "ninh-thuan/phan-rang-thap-cham"),
        ("Krông Ana", "dak-lak/krong-a-na"),
        # older and other letters
        ("Qui Nhơn", "binh-dinh/quy-nhon"),
        ("Bắc Cạn", "bac-kan/bac-kan"),
        ("Đắc Lắc", "dak-lak"),
        ("Đăk Đoa", "gia-lai/dak-doa"),
    ],
)
def test_names_are_found_however_they_are_spelled(gazetteer, name, slug):
    assert gazetteer.named(name, day("2020-01-01"))[-1].slug == slug


def test_a_spelling_that_a_unit_has_is_never_taken_for_another(gazetteer):
    found = gazetteer.named("Phù Ninh", day("2020-01-01"))
    assert [unit.slug for unit in found] == ["phu-tho/phu-ninh"]


@pytest.mark.parametrize(
    ("wanted", "slugs"),
    [
        ({}, ["hai-duong", "hai-duong/hai-duong"]),
        ({"kind": "thành phố"}, ["hai-duong/hai-duong"]),
        ({"kind": "tỉnh"}, ["hai-duong"]),
        ({"province": "hai-phong"}, []),
    ],
)
def test_names_are_narrowed_by_kind_and_province(gazetteer, wanted, slugs):
    found = gazetteer.named("Hải Dương", day("2020-01-01"), **wanted)
    assert [unit.slug for unit in found] == slugs


@pytest.mark.parametrize(
    ("slug", "on", "kind"),
    [
        ("hai-duong/kinh-mon", "2022-01-01", "tỉnh"),
        ("hue/phong-dien", "2024-12-31", "tỉnh"),
        ("hue/phong-dien", "2025-01-01", "thành phố"),
        ("can-tho", "2003-12-31", "tỉnh"),
        ("can-tho", "2004-01-01", "thành phố"),
        ("dong-nai", "2026-04-29", "tỉnh"),
    ],
)
def test_kind_of_the_province(gazetteer, slug, on, kind):
    assert gazetteer.kind_of_province(slug, day(on)) == kind


def test_districts_by_the_communes_that_they_had(gazetteer):
    assert gazetteer.former["xã an lâm"] == ("hai-duong/nam-sach",)
    assert len(gazetteer.former["xã tân lập"]) > 10
