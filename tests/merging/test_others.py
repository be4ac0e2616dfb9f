"""The same for meetings, sources and indicators."""

import pytest

from archive.importing.known import Known
from archive.importing.reference import current_knowledge
from archive.importing.sources import resolve_source
from archive.merging import merge, split, undo
from archive.models import Indicator, Meeting, Source
from archive.pages.page import RawPage
from tests.browse import rows
from tests.merging.conftest import everything


def two_meetings():
    place = rows.district()
    one = rows.meeting(rows.article("Bài một", place), ordinal=None)
    article = rows.article("Bài hai", place)
    other = rows.meeting(article, name="Hội nghị BCH", congress=None)
    rows.person(article, at=other)
    return one, other


def two_sources():
    one, other = rows.source("kinh-mon", "Cổng Kinh Môn"), rows.source("kinh-mon-2", "Kinh Môn cũ")
    one.addresses.create(host="kinhmon.vn")
    other.addresses.create(host="cu.kinhmon.vn")
    rows.article("Bài một", rows.district(), source=one, url="https://kinhmon.vn/1")
    rows.article("Bài hai", rows.district(), source=other, url="https://cu.kinhmon.vn/2")
    return one, other


def two_indicators():
    article = rows.article("Bài một", rows.district())
    return [rows.figure(article, name).indicator for name in ("Thu ngân sách", "Thu NSNN")]


TWO = {"meeting": two_meetings, "source": two_sources, "indicator": two_indicators}


@pytest.mark.parametrize("kind", TWO)
def test_merge_and_undo(by, client, kind):
    kept, gone = TWO[kind]()
    before = everything()
    done = merge(kept, gone, by)
    moved = client.get(gone.get_absolute_url())
    assert (moved.status_code, moved.url) == (301, kept.get_absolute_url())
    assert client.get(kept.get_absolute_url()).status_code == 200
    undo(done, by)
    assert everything() == before
    assert client.get(gone.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("kind", TWO)
def test_split_and_undo(by, kind):
    kept, gone = TWO[kind]()
    merge(kept, gone, by)
    before = everything()
    parts = {"meeting": "reports", "source": "addresses", "indicator": "observations"}[kind]
    last = getattr(kept, parts).order_by("pk").last()
    done = split(kept, {last.pk}, by)
    assert list(getattr(type(kept).objects.get(pk=done.other_id), parts).all()) == [last]
    undo(done, by)
    assert everything() == before


def test_a_meeting_gets_what_it_lacks(by):
    kept, gone = two_meetings()
    merge(kept, gone, by)
    kept.refresh_from_db()
    assert (kept.ordinal, kept.congress) == (9, 25)


def test_a_number_that_a_third_meeting_has_is_not_taken(by):
    kept, gone = two_meetings()
    Meeting.objects.create(place=kept.place, kind="plenum", name="Ba", ordinal=9, congress=25)
    merge(kept, gone, by)
    kept.refresh_from_db()
    assert kept.ordinal is None


def test_a_number_that_a_person_gave_goes_before_one_that_was_read(by):
    kept, gone = two_meetings()
    Meeting.objects.filter(pk=kept.pk).update(term="2015-2020")
    Meeting.objects.filter(pk=gone.pk).update(human_fields=["term"])
    kept.refresh_from_db()
    gone.refresh_from_db()
    merge(kept, gone, by)
    kept.refresh_from_db()
    assert (kept.term, kept.human_fields) == ("2020-2025", ["term"])


def test_the_next_import_of_either_address_finds_the_one_source(by):
    rows.source("khong-ro-nguon", "Không rõ nguồn")
    kept, gone = two_sources()
    merge(kept, gone, by)
    for url in ("https://kinhmon.vn/9", "https://cu.kinhmon.vn/9"):
        raw = RawPage(content=b"x", media="text", name="x", url=url)
        assert resolve_source(raw, current_knowledge(), Known()) == kept
    named = RawPage(content=b"x", media="text", name="x", source="kinh-mon-2")
    assert resolve_source(named, current_knowledge(), Known()) == kept


def test_figures_follow_their_series(by):
    kept, gone = two_indicators()
    merge(kept, gone, by)
    assert kept.observations.count() == 2
    assert Indicator.objects.get(pk=gone.pk).merged_into == kept
    assert not Source.objects.filter(merged_into__isnull=False).exists()
