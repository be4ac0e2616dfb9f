"""The map of the provinces: whole, shaded by articles, and a list for who cannot see it."""

import datetime
import gzip
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive.browse.map import legend, lower_bounds, outlines, shade_of
from archive.extraction.knowledge import Knowledge
from archive.gazetteer import Gazetteer
from archive.gazetteer.lineage import Lineage
from archive.importing.gazetteer import load_places
from archive.models import Place
from tests.browse import rows

DAYS = {"2024": datetime.date(2024, 12, 31), "nay": datetime.date(2026, 1, 1)}


@pytest.mark.parametrize(("which", "count"), [("2024", 63), ("nay", 34)])
def test_each_province_of_the_day_has_its_outline(which, count):
    drawn = [outline for outline in outlines() if outline.map == which]
    provinces = [
        unit.slug
        for unit in Knowledge.load().gazetteer.units
        if unit.level == "province" and unit.on(DAYS[which])
    ]
    assert sorted(outline.province for outline in drawn) == sorted(provinces)
    assert len(drawn) == count
    assert all(outline.land for outline in drawn)


@pytest.mark.parametrize("which", ["2024", "nay"])
def test_the_archipelagos_belong_to_their_provinces(which):
    """Hoàng Sa lies east of Đà Nẵng, Trường Sa south-east of Khánh Hòa; each has many islets."""
    islets = {
        outline.province: re.findall(r"M(\d+) (\d+)h0", outline.islets)
        for outline in outlines()
        if outline.map == which and outline.islets
    }
    assert set(islets) == {"da-nang", "khanh-hoa"}
    assert len(islets["da-nang"]) >= 5
    assert len(islets["khanh-hoa"]) >= 30
    assert all(int(x) > 5000 and 3500 < int(y) < 5000 for x, y in islets["da-nang"])
    assert all(int(x) > 3900 and int(y) > 6000 for x, y in islets["khanh-hoa"])


@pytest.fixture
def archive(db):
    """Every province and Kinh Môn; two articles of Hải Dương, one of Hải Phòng."""
    bundled = Knowledge.load().gazetteer
    units = [u for u in bundled.units if u.level == "province" or u.slug == "hai-duong/kinh-mon"]
    changes = [
        s for s in bundled.lineage.successions if all("/" not in p for p in s.before + s.after)
    ]
    load_places(Gazetteer.of(units, Lineage.of(changes)))
    for slug in ("hai-duong/kinh-mon", "hai-duong", "hai-phong"):
        rows.article(place=Place.objects.get(slug=slug))


def drawn(client, query):
    tree = LexborHTMLParser(client.get(f"/{query}").content.decode())
    return tree.css_first(".map svg")


@pytest.mark.parametrize(
    ("query", "count", "said"),
    [
        ("", 34, ["Hải Phòng: 3 bài, cả của Hải Dương cũ", "Đà Nẵng: 0 bài"]),
        ("?ban-do=nay", 34, ["Hải Phòng: 3 bài, cả của Hải Dương cũ"]),
        ("?ban-do=2024", 63, ["Hải Phòng: 1 bài", "Hải Dương: 2 bài", "Hà Nam: 0 bài"]),
        ("?ban-do=khac", 34, []),
    ],
)
def test_each_province_is_a_link_that_says_its_articles(archive, client, query, count, said):
    svg = drawn(client, query)
    links = svg.css('g[role="list"] > g[role="listitem"] > a[href]')
    names = [link.css_first("title").text() for link in links]
    assert len(names) == count
    assert set(said) <= set(names)
    assert {text.text() for text in svg.css("text")} == {"Quần đảo Hoàng Sa", "Quần đảo Trường Sa"}
    assert "Quần đảo Hoàng Sa" in links[names.index("Đà Nẵng: 0 bài")].text()
    assert "Quần đảo Trường Sa" in links[names.index("Khánh Hòa: 0 bài")].text()


def test_links_stand_in_vietnamese_order(archive, client):
    names = [title.text().split(":")[0] for title in drawn(client, "?ban-do=2024").css("title")]
    assert names.index("Cần Thơ") < names.index("Đà Nẵng") < names.index("Điện Biên")
    assert names.index("Đồng Tháp") < names.index("Gia Lai")


def test_a_province_with_former_ones_leads_to_all_of_them(archive, client):
    links = drawn(client, "").css("a")
    paths = [link.attributes["href"] for link in links]
    assert "/dia-phuong/hai-phong/?ca_don_vi_cu=1" in paths
    assert "/dia-phuong/da-nang/" in paths


@pytest.mark.parametrize("query", ["", "?ban-do=2024"])
def test_weighs_little(archive, client, query):
    svg = drawn(client, query).html
    assert len(gzip.compress(svg.encode())) < 30_000
    assert "style=" not in svg


@pytest.mark.parametrize(
    ("most", "steps"),
    [
        (0, []),
        (1, [(3, 1, 1)]),
        (2, [(2, 1, 1), (3, 2, 2)]),
        (100, [(1, 1, 5), (2, 6, 22), (3, 23, 100)]),
        (20_000, [(1, 1, 27), (2, 28, 737), (3, 738, 20_000)]),
    ],
)
def test_the_legend_covers_all_counts(most, steps):
    assert [tuple(vars_of(step)) for step in legend(lower_bounds(most), most)] == steps


def vars_of(step):
    return step.shade, step.low, step.high


@pytest.mark.parametrize(("count", "shade"), [(0, 0), (1, 1), (5, 1), (6, 2), (23, 3), (100, 3)])
def test_more_articles_are_darker(count, shade):
    assert shade_of(count, lower_bounds(100)) == shade
