"""The tables are what their kept scripts make of their kept inputs, and agree with the lists of others."""

import datetime
from collections import Counter

import pytest

from archive.gazetteer.spelling import loose_key
from scripts import build_gazetteer, build_sources, unit_packages
from scripts.replay import changes

OF_2023, OF_2025 = datetime.date(2023, 4, 10), datetime.date(2025, 6, 30)
TODAY = datetime.date(2025, 7, 1)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gazetteer")
    build_gazetteer.main(folder)
    return folder


@pytest.mark.parametrize(
    "name",
    ["provinces", "districts", "communes", "successions", "district_communes", "former_communes"],
)
def test_building_again_gives_the_same_table(built, name):
    committed = build_gazetteer.FIXTURES / f"{name}.csv"
    assert (built / f"{name}.csv").read_bytes() == committed.read_bytes()


def test_building_the_registry_again_gives_the_same_table(tmp_path):
    build_sources.main(tmp_path)
    committed = build_sources.FIXTURES / "sources" / "portals.csv"
    assert (tmp_path / "portals.csv").read_bytes() == committed.read_bytes()


def listed(gazetteer, level, on):
    """Units of a day as (name of the province, kind, name, code)."""
    return sorted(
        (gazetteer.at(u.parent, on).name if u.parent else "", u.kind, u.name, u.code)
        for u in gazetteer.units
        if u.level == level and u.on(on)
    )


def test_the_provinces_of_2025_have_the_right_kind_and_code(gazetteer):
    theirs = sorted(map(tuple, unit_packages.provinces("admin_units_legacy")))
    assert listed(gazetteer, "province", OF_2025) == theirs


def test_the_provinces_of_today_have_the_right_kind_and_code(gazetteer):
    theirs = sorted(map(tuple, unit_packages.provinces("admin_units")))
    assert listed(gazetteer, "province", TODAY) == theirs


def test_the_districts_of_2025_have_the_right_province_kind_and_code(gazetteer):
    assert listed(gazetteer, "district", OF_2025) == sorted(map(tuple, unit_packages.districts()))


def test_the_districts_of_2023_follow_from_the_changes(gazetteer):
    """That list lends codes to the build, and plays no part in who was there on its day."""
    ours = listed(gazetteer, "district", OF_2023)
    theirs = unit_packages.districts_of_2023().values()
    assert loose(ours) == loose(theirs)


def loose(rows):
    """Four names are spelled otherwise there: Đăk Đoa, Đắk Hà, Ia H' Drai, Phan Rang-Tháp Chàm."""
    return sorted((above, kind, loose_key(name)) for above, kind, name, _code in rows)


def test_the_communes_of_today_have_the_right_province_kind_and_code(gazetteer):
    assert listed(gazetteer, "commune", TODAY) == sorted(map(tuple, unit_packages.communes()))


def test_each_change_before_the_reform_is_kept_with_its_resolution(gazetteer):
    table = changes(build_gazetteer.SOURCES / "district_changes.csv")
    kept = Counter((s.on, s.kind, s.resolution) for s in gazetteer.lineage.successions)
    before = Counter((c.on, c.kind, c.resolution) for c in table if c.on < TODAY)
    assert before - kept == Counter()
