"""One name in several places: what on the page tells them apart, and nothing where nothing does."""

import datetime

import pytest

from archive.extraction.knowledge import Knowledge
from tests.extraction.test_places import named, resolve

ON = datetime.date(2019, 5, 1)
NAMES = (
    "Châu Thành",
    "Phong Điền",
    "Vĩnh Thạnh",
    "An Lão",
    "Kỳ Sơn",
    "Tam Nông",
    "Phú Tân",
    "Bình Tân",
    "Tân Phú",
)


def holders(name):
    """Districts of this name on the day, each with its province."""
    gazetteer = Knowledge.load().gazetteer
    units = [unit for unit in gazetteer.named(name, ON) if unit.level == "district"]
    return [(gazetteer.province_of(unit, ON), unit) for unit in units]


def every_holder():
    return [
        pytest.param(province, unit, id=unit.slug)
        for name in NAMES
        for province, unit in holders(name)
    ]


COMMITTEES = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy"}


@pytest.mark.parametrize(("province", "unit"), every_holder())
@pytest.mark.parametrize(
    "evidence",
    [
        # the site's own lines
        lambda province, unit: {"furniture": [f"{unit.kind.capitalize()} {unit.name}, {province.kind} {province.name}"]},
        # a guest from the province
        lambda province, unit: {"body": f"Ngày 5/1, hội nghị được tổ chức.\n\nDự có đại diện {COMMITTEES[province.kind]} {province.name}."},
        # the host of the portal
        lambda province, unit: {"url": f"https://{province.slug.replace('-', '')}.gov.vn/tin/1"},
    ],
    ids=["furniture", "guest", "host"],
)  # fmt: skip
def test_the_province_settles_it(evidence, province, unit):
    owner = f"{COMMITTEES[unit.kind]} {unit.name}"
    page = {"body": f"Ngày 5/1, {owner} họp.", **evidence(province, unit)}
    fact = resolve(f"{owner} họp hội nghị tổng kết", on=str(ON), **page)
    assert fact is not None
    assert fact.slug == unit.slug


@pytest.mark.parametrize(
    "name", [name for name in NAMES if len({unit.kind for _, unit in holders(name)}) == 1]
)
def test_without_more_than_the_name_the_place_is_unknown(name):
    assert (
        resolve(f"Huyện ủy {name} họp", f"Ngày 5/1, Huyện ủy {name} họp hội nghị.", on=str(ON))
        is None
    )


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Quận ủy Bình Tân họp", "ho-chi-minh/binh-tan"),
        ("Huyện ủy Bình Tân họp", "vinh-long/binh-tan"),
        ("Quận ủy Tân Phú họp", "ho-chi-minh/tan-phu"),
        ("Huyện ủy Tân Phú họp", "dong-nai/tan-phu"),
    ],
)
def test_the_kind_of_the_committee_settles_it_where_kinds_differ(title, slug):
    assert resolve(title, "Ngày 5/1, hội nghị được tổ chức.", on=str(ON)).slug == slug


def test_there_are_as_many_as_they_say():
    assert [len(holders(name)) for name in NAMES] == [10, 2, 2, 2, 2, 2, 2, 2, 2]


UPGRADES = (
    # name, the day that it changed on, before, after
    ("Kinh Môn", "2019-11-01", ("Hải Dương", "huyện"), ("Hải Dương", "thị xã")),
    ("Chí Linh", "2019-03-01", ("Hải Dương", "thị xã"), ("Hải Dương", "thành phố")),
    ("Duy Tiên", "2020-01-01", ("Hà Nam", "huyện"), ("Hà Nam", "thị xã")),
    ("An Dương", "2025-01-01", ("Hải Phòng", "huyện"), ("Hải Phòng", "quận")),
    ("Hương Trà", "2025-01-01", ("Thừa Thiên Huế", "thị xã"), ("Huế", "thị xã")),
    ("Thủ Đức", "2021-01-01", ("Hồ Chí Minh", "quận"), ("Hồ Chí Minh", "thành phố")),
)  # fmt: skip


@pytest.mark.parametrize(("name", "on", "before", "after"), UPGRADES)
def test_a_page_carries_the_kind_of_its_day(name, on, before, after):
    day = datetime.date.fromisoformat(on)
    for when, (province, kind) in ((day - datetime.timedelta(1), before), (day, after)):
        fact = resolve(f"Đảng bộ {name} tổng kết", f"Đảng bộ {kind} {name} họp.", on=str(when))
        assert named(fact) == (province, name, kind), when


PEOPLE = (
    # a place shaped like a person needs a word for a place before it
    ("Huyện ủy Dương Minh Châu họp", ("Tây Ninh", "Dương Minh Châu", "huyện")),
    ("Huyện ủy Trần Văn Thời họp", ("Cà Mau", "Trần Văn Thời", "huyện")),
    ("Huyện ủy Lý Nhân họp", ("Hà Nam", "Lý Nhân", "huyện")),
    ("Huyện ủy Kim Thành họp", ("Hải Dương", "Kim Thành", "huyện")),
    ("Thành ủy Phan Thiết họp", ("Bình Thuận", "Phan Thiết", "thành phố")),
    # a person shaped like a place is none
    ("Đồng chí Trần Văn Thời thăm hỏi các gia đình", None),
    ("Bí thư Lý Nhân chúc Tết", None),
    ("Ông Dương Minh Châu được bầu làm chủ tịch", None),
    ("Học tập và làm theo phong cách Hồ Chí Minh", None),
)  # fmt: skip


@pytest.mark.parametrize(("title", "place"), PEOPLE)
def test_places_and_people_of_one_shape(title, place):
    assert named(resolve(title, "Ngày 5/1, hội nghị được tổ chức.")) == place
