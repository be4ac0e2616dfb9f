"""Web archives: WARC and WET, whatever they are packed with, one record after the other.

A crawl holds far more than articles: what is no page of text is passed over by its type, unread.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import IO, TYPE_CHECKING

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from archive.pages.readers.inputs import (
    LARGEST,
    BadInput,
    Revisit,
    raw_page,
    too_large,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.pages.readers.inputs import Input

PAGES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
WANTED = (
    WarcRecordType.response
    | WarcRecordType.resource
    | WarcRecordType.conversion
    | WarcRecordType.revisit
)
OK = 200
CHARSET = re.compile(r"charset=\"?([\w-]+)", re.IGNORECASE)
URN = "urn:"


def read_warc(name: str, stream: IO[bytes] | str) -> Iterator[Input]:
    """Every record that may be a page, in order.

    A broken record is told and passed over; where the file itself ends too early, that is told last.
    """
    read = 0
    try:
        for record in ArchiveIterator(stream, record_types=WANTED, parse_http=False):
            read += 1
            yield of_record(name, record)
    except (OSError, ValueError) as error:
        yield BadInput(name, f"broken after {read} records: {error}")
        return
    if not read:
        yield BadInput(name, "no record of a page: is this a WARC file?")


def of_record(name: str, record: WarcRecord) -> Input:
    """One record as an input; `name` is that of the file."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    inside = f"{name}!{url or record.record_id}"
    if record.record_type == WarcRecordType.revisit:
        return revisit(inside, url, record)
    length = record.content_length
    if length > LARGEST:
        return too_large(inside)
    try:
        record.freeze()
        if not length or record.content_length < length:
            return BadInput(inside, "the file ends within the record")
        record.parse_http(auto_decode="all")
        return page(inside, url, record)
    except (OSError, ValueError, EOFError) as error:
        return BadInput(inside, f"the record cannot be read: {error}")


def revisit(name: str, url: str, record: WarcRecord) -> Input:
    if not url or record.record_date is None:
        return BadInput(name, "a revisit without address or time", skipped=True)
    refers = record.headers.get("WARC-Refers-To-Date")
    return Revisit(name, url, record.record_date, seen_at(refers) if refers else None)


def seen_at(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def page(name: str, url: str, record: WarcRecord) -> Input:
    headers = record.http_headers
    if headers is not None and headers.status_code not in {OK, None}:
        return BadInput(name, f"HTTP status {headers.status_code}", skipped=True)
    form = record.http_content_type or record.headers.get("Content-Type") or ""
    form = form.partition(";")[0].strip().lower()
    if form not in PAGES:
        return BadInput(name, f"{form or 'no type'}: not a form that holds pages", skipped=True)
    content = record.reader.read(LARGEST + 1)
    declared = CHARSET.search(record.headers.get("Content-Type") or "")
    if len(content) > LARGEST:
        return too_large(name)
    return raw_page(
        name,
        content,
        PAGES[form],
        url=None if url.startswith(URN) else url or None,
        captured_at=record.record_date,
        charset=record.http_charset or (declared[1] if declared else None),
    )
