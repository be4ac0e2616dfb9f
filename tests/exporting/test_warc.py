"""Captures as WARC: two other readers and our own agree on what is in it."""

import io
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as PeerIterator

from archive.exporting.datasets import Selection
from archive.exporting.warc import as_warc, captures_of
from archive.importing.captures import captured_bytes
from archive.models import Article, Capture, Source
from archive.pages import Revisit, iter_raw

pytestmark = pytest.mark.django_db(transaction=True)
URL = "http://kinhmon.example.vn/tin/1"
FIRST, SECOND = datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC), datetime(2022, 5, 6, tzinfo=UTC)


@pytest.fixture
def archive(settings, tmp_path):
    """The sample pages as if they were real ones; one has an address and was seen twice."""
    settings.SEARCH_URL = f"memory://{tmp_path}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path / "captures"},
        },
    }
    call_command("import_pages", "fixtures/pages", "--source", "bai-mau", stdout=StringIO())
    Source.objects.filter(slug="bai-mau").update(is_sample=False)
    first = Capture.objects.earliest("pk")
    Capture.objects.filter(pk=first.pk).update(url=URL, captured_at=FIRST)
    again = Capture.objects.get(pk=first.pk)
    again.pk, again.captured_at = None, SECOND
    again.save()


def exported(**selection):
    lost = []
    content = b"".join(as_warc(captures_of(Selection(**selection)), lost.append))
    return content, lost


def test_other_readers_find_the_same_bytes(archive):
    content, _ = exported()
    kept = {captured_bytes(capture) for capture in Capture.objects.all()}
    peer = {
        record.content_stream().read()
        for record in PeerIterator(io.BytesIO(content), check_digests="raise")
        if record.rec_type == "resource"
    }
    fast = {
        record.reader.read()
        for record in ArchiveIterator(io.BytesIO(content), record_types=WarcRecordType.resource)
        if record.verify_block_digest()
    }
    assert peer == fast == kept


def test_our_own_reader_gets_address_and_moment_back(archive, tmp_path):
    content, _ = exported()
    (tmp_path / "a.warc.gz").write_bytes(content)
    items = list(iter_raw(tmp_path / "a.warc.gz"))
    assert [(item.url, item.captured_at) for item in items if item.url] == [
        (URL, FIRST),
        (URL, SECOND),
    ]
    assert [item.seen_at for item in items if isinstance(item, Revisit)] == [FIRST]


def test_a_selection_holds_its_own_captures_alone(archive):
    content, _ = exported(place="ha-nam")
    urls = [
        record.rec_headers.get_header("WARC-Target-URI")
        for record in PeerIterator(io.BytesIO(content))
        if record.rec_type == "resource"
    ]
    digests = Capture.objects.filter(article__place__parent__slug="ha-nam").values_list("sha256")
    assert sorted(urls) == sorted(f"urn:sha-256:{digest}" for (digest,) in digests)


def test_what_is_hidden_stays_in(archive):
    Article.objects.update(visibility="hidden", visibility_reason="x")
    content, _ = exported()
    assert [record.rec_type for record in PeerIterator(io.BytesIO(content))] == ["warcinfo"]


def test_a_missing_file_is_named_and_the_rest_goes_out(archive, settings, tmp_path):
    victim = Capture.objects.latest("pk")
    next((tmp_path / "captures").rglob(f"{victim.sha256}.gz")).unlink()
    content, lost = exported()
    assert {capture.sha256 for capture in lost} == {victim.sha256}
    kinds = [record.rec_type for record in PeerIterator(io.BytesIO(content))]
    assert kinds.count("resource") == Capture.objects.values("sha256").distinct().count() - 1
