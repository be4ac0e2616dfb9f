"""Captures → WARC: the bytes of pages with their address and day, in the form that web archives share.

The portals' HTTP headers were not kept, so each capture is a `resource` record, not a `response`
(WARC 1.1, ISO 28500:2017, 6.4). A capture without an address is named by its digest.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.timezone import get_default_timezone
from warcio.timeutils import datetime_to_iso_date
from warcio.warcwriter import WARCWriter

from archive.exporting.datasets import CHUNK, articles_of
from archive.importing.captures import captured_bytes
from archive.models import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archive.exporting.datasets import Selection

MEDIA = {"html": "text/html", "text": "text/plain"}


def captures_of(selection: Selection) -> Iterator[Capture]:
    """Every sighting of the selected articles that may be shown, each article's in the order of time."""
    rows = Capture.objects.public().filter(article__in=articles_of(selection))
    yield from rows.order_by("article", "captured_at", "pk").iterator(chunk_size=CHUNK)


def as_warc(captures: Iterator[Capture], lost: Callable[[Capture], None]) -> Iterator[bytes]:
    """A gzip member a record; bytes seen twice are written once, later sightings as revisits.

    A capture whose file is missing goes to `lost`, and the rest goes on.
    """
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    first: dict[str, Capture] = {}
    writer.write_record(warcinfo(writer))
    for capture in captures:
        yield taken(buffer)
        record = record_of(writer, capture, first.get(capture.sha256))
        if record is None:
            lost(capture)
            continue
        writer.write_record(record)
        first = {**keep(first, capture), capture.sha256: first.get(capture.sha256, capture)}
    yield taken(buffer)


def keep(first: dict[str, Capture], capture: Capture) -> dict[str, Capture]:
    """What is remembered: the captures of the same article, so that memory stays flat."""
    return {key: other for key, other in first.items() if other.article_id == capture.article_id}


def taken(buffer: io.BytesIO) -> bytes:
    content = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return content


def warcinfo(writer: Any) -> Any:
    return writer.create_warcinfo_record(
        None,
        {
            "software": "kho-tin-cap-uy",
            "isPartOf": settings.SITE_URL,
            "format": "WARC File Format 1.1",
        },
    )


def record_of(writer: Any, capture: Capture, seen: Capture | None) -> Any:
    """The record of one sighting; None where its bytes are missing."""
    headers = {"WARC-Date": date_of(capture)}
    if seen is not None:
        return writer.create_revisit_record(
            address(capture),
            f"sha256:{capture.sha256}",
            address(seen),
            date_of(seen),
            warc_headers_dict=headers,
        )
    if not default_storage.exists(capture.path):
        return None
    charset = capture.given.get("charset")
    return writer.create_warc_record(
        address(capture),
        "resource",
        payload=io.BytesIO(captured_bytes(capture)),
        warc_content_type=MEDIA[capture.media] + (f"; charset={charset}" if charset else ""),
        warc_headers_dict=headers,
    )


def address(capture: Capture) -> str:
    return capture.url or f"urn:sha-256:{capture.sha256}"


def date_of(capture: Capture) -> str:
    """When the page was seen: the moment, else the day, else when it came into this archive."""
    if capture.captured_at is None and capture.captured_on:
        start = datetime.combine(capture.captured_on, time(), get_default_timezone())
        return str(datetime_to_iso_date(start.astimezone(UTC)))
    return str(datetime_to_iso_date((capture.captured_at or capture.created_at).astimezone(UTC)))
