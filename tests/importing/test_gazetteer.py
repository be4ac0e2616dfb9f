"""The bundled gazetteer becomes rows once; loading it again changes nothing that a person changed."""

import datetime

import pytest

from archive.extraction.knowledge import Knowledge
from archive.importing.gazetteer import load_places
from archive.models import Place, PlaceUnit, Succession
from archive.models.succession import predecessors

pytestmark = pytest.mark.django_db


def slugs(places):
    return [place.slug for place in places]


@pytest.fixture
def gazetteer():
    """The bundled one, all of it in rows."""
    bundled = Knowledge.load().gazetteer
    load_places(bundled)
    return bundled


def test_every_unit_and_every_change_is_a_row(gazetteer):
    assert Place.objects.count() == len(gazetteer.by_slug)
    assert PlaceUnit.objects.count() == len(gazetteer.units)
    pairs = [pair for change in gazetteer.lineage.successions for pair in change.heirs()]
    assert Succession.objects.count() == len(pairs)
    unit = PlaceUnit.objects.get(place__slug="ha-noi/son-tay", valid_to=datetime.date(2008, 7, 31))
    assert (unit.parent.slug, unit.place.parent.slug) == ("ha-tay", "ha-noi")


def test_what_a_person_changed_stays_and_what_is_new_comes(gazetteer):
    Succession.objects.filter(before__slug="hai-duong").delete()
    Place.objects.get(slug="hai-phong/kinh-mon").delete()
    Place.objects.filter(slug="ha-noi").update(name="Thăng Long")
    before = Succession.objects.count()
    load_places(gazetteer)
    assert Place.objects.get(slug="ha-noi").name == "Thăng Long"
    assert Place.objects.get(slug="hai-phong/kinh-mon").came_from.count() == 1
    assert Succession.objects.count() == before + 1


def test_who_came_before(gazetteer):
    find = {place.slug: place for place in Place.objects.all()}
    assert slugs(predecessors(find["hai-phong"])) == ["hai-duong"]
    assert slugs(predecessors(find["ninh-binh"])) == ["ha-nam", "nam-dinh"]
    assert slugs(predecessors(find["ha-noi"])) == ["ha-tay"]
    # Đắk Lắk went on beside Đắk Nông
    assert slugs(predecessors(find["lam-dong"])) == ["binh-thuan", "dak-nong"]
    assert slugs(predecessors(find["hai-phong/kinh-mon"])) == ["hai-duong/kinh-mon"]
    xuan_dinh = slugs(predecessors(find["ha-noi/xuan-dinh"]))
    assert xuan_dinh == ["ha-noi/bac-tu-liem", "ha-noi/tay-ho", "ha-noi/tu-liem"]
