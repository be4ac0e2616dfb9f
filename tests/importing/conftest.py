import datetime

import pytest
from django.db import transaction

from archive import hiding
from archive.importing.articles import Incoming, save_page
from archive.importing.ledger import Ledger
from archive.importing.understanding import understood
from archive.models import ImportBatch, Place, PlaceUnit, Source
from archive.pages.page import RawPage
from tests.importing.records import record


@pytest.fixture
def places(db):
    """Kinh Môn in Hải Dương, a thị xã since 1/11/2019, with Nam Sách beside it."""
    province = Place.objects.create(
        slug="hai-duong", name="Hải Dương", folded="hai duong", level="province"
    )
    PlaceUnit.objects.create(place=province, name="Hải Dương", kind="tỉnh")
    kinh_mon = Place.objects.create(
        slug="hai-duong/kinh-mon",
        name="Kinh Môn",
        folded="kinh mon",
        level="district",
        parent=province,
    )
    PlaceUnit.objects.create(
        place=kinh_mon, name="Kinh Môn", kind="huyện", valid_to=datetime.date(2019, 10, 31)
    )
    PlaceUnit.objects.create(
        place=kinh_mon, name="Kinh Môn", kind="thị xã", valid_from=datetime.date(2019, 11, 1)
    )
    nam_sach = Place.objects.create(
        slug="hai-duong/nam-sach",
        name="Nam Sách",
        folded="nam sach",
        level="district",
        parent=province,
    )
    PlaceUnit.objects.create(place=nam_sach, name="Nam Sách", kind="huyện")
    return {place.name: place for place in (province, kinh_mon, nam_sach)}


@pytest.fixture
def save(places, settings, tmp_path):
    """`save(content=…, place="Kinh Môn", title=…)` → (article, outcome)."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    source = Source.objects.create(slug="nguon", name="Nguồn")
    batch = ImportBatch.objects.create(description="test")

    def save_record(content=b"page", place="Kinh Môn", captured_at=None, **changes):
        raw = RawPage(content=content, media="text", name="x.txt", captured_at=captured_at)
        page = understood(raw, record(**changes))
        ledger = Ledger()
        with transaction.atomic():
            saved = save_page(Incoming(page, source, places.get(place), batch), ledger)
            ledger.write()
            hiding.enforce([saved[0].pk])
        return saved

    return save_record
