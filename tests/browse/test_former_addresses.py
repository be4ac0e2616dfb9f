"""Addresses that a place had, or that somebody may take for its own, lead to it."""

import pytest

from archive.extraction.knowledge import Knowledge
from archive.gazetteer import Gazetteer
from archive.importing.gazetteer import load_places

NEAR = ("hai-duong", "hai-phong", "hue", "ha-noi", "ha-tay", "dong-thap", "quang-tri")


@pytest.fixture
def places(db):
    bundled = Knowledge.load().gazetteer
    units = [u for u in bundled.units if u.slug in NEAR or u.parent in NEAR]
    load_places(Gazetteer.of(units))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a former name, a former province
        ("thua-thien-hue", "hue"),
        ("thua-thien-hue/huong-tra", "hue/huong-tra"),
        ("ha-tay/son-tay", "ha-noi/son-tay"),
        # the kind in front or behind, of today or of the past
        ("hai-duong/thi-xa-kinh-mon", "hai-duong/kinh-mon"),
        ("hai-duong/huyen-kinh-mon", "hai-duong/kinh-mon"),
        ("hai-duong/kinh-mon-thi-xa", "hai-duong/kinh-mon"),
        ("hai-duong/tx-kinh-mon", "hai-duong/kinh-mon"),
        ("tinh-hai-duong", "hai-duong"),
        ("tinh-hai-duong/huyen-kinh-mon", "hai-duong/kinh-mon"),
        ("dong-thap/huyen-cao-lanh", "dong-thap/cao-lanh-huyen"),
        # without the province
        ("kinh-mon", "hai-duong/kinh-mon"),
        ("huyen-huong-hoa", "quang-tri/huong-hoa"),
    ],
)
def test_leads_there_for_good(places, client, old, new):
    answer = client.get(f"/dia-phuong/{old}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/dia-phuong/{new}/")


def test_of_several_the_index_lets_choose(places, client):
    answer = client.get("/dia-phuong/cao-lanh/")
    assert (answer.status_code, answer["Location"]) == (302, "/dia-phuong/muc-luc/#chu-c")


@pytest.mark.parametrize(
    "nonsense",
    ["khong-co", "hai-duong/khong-co", "hai-duong/quan-kinh-mon", "a/b/c", "hai-duong/kinh-mon/x"],
)
def test_nonsense_leads_nowhere(places, client, nonsense):
    assert client.get(f"/dia-phuong/{nonsense}/").status_code == 404
