"""Portals by address, and codes of datelines."""

import pytest


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://namtuliem.hanoi.gov.vn/tin-tuc/1", "ha-noi/nam-tu-liem"),
        ("https://www.namtuliem.hanoi.gov.vn/tin-tuc/1", "ha-noi/nam-tu-liem"),
    ],
)
def test_source_of_an_address(registry, url, place):
    assert registry.match(url).place == place


def test_an_unknown_address_has_no_source(registry):
    assert registry.match("https://unknown.example/1") is None


@pytest.mark.parametrize(
    ("code", "slug"),
    [("NTL", "ha-noi/nam-tu-liem"), ("GLO", "gia-lai"), ("XYZ", None), (None, None)],
)
def test_place_of_a_dateline(registry, code, slug):
    assert registry.place_of_dateline(code) == slug


def test_every_place_of_the_tables_is_in_the_gazetteer(registry, gazetteer):
    slugs = {*registry.datelines.values(), *(e.place for e in registry.entries if e.place)}
    assert slugs <= set(gazetteer.by_slug)
