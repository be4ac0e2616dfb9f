"""MHTML: a page with its pictures in one file, as browsers save it. The first HTML part is the page."""

from __future__ import annotations

import email
import email.policy
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from archive.pages.readers.inputs import BadInput, raw_page

if TYPE_CHECKING:
    from datetime import datetime
    from email.message import EmailMessage

    from archive.pages.page import RawPage

SIGNS = (b"snapshot-content-location:", b"content-type: multipart/related")


def is_mhtml(start: bytes) -> bool:
    head = start.lower()
    return b"mime-version:" in head and any(sign in head for sign in SIGNS)


def read_mhtml(name: str, content: bytes) -> RawPage | BadInput:
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            return raw_page(
                name,
                body if isinstance(body, bytes) else b"",
                "html",
                url=message["Snapshot-Content-Location"] or part["Content-Location"],
                captured_at=saved_at(message),
                charset=part.get_content_charset(),
            )
    return BadInput(name, "a saved page without an HTML part")


def saved_at(message: EmailMessage) -> datetime | None:
    """The day that the browser wrote into the file; one without a time zone is not believed."""
    try:
        moment = parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
