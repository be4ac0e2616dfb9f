"""The original bytes: kept once under their SHA-256, and checked against it."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from django.core.files.storage import default_storage
from django.db.models import F
from django.utils import timezone

from archive.models import Article, Capture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.importing.articles import Incoming
    from archive.importing.ledger import Ledger
    from archive.models import ImportBatch, Place
    from archive.pages import Revisit
    from archive.pages.page import RawPage

CHUNK = 500  # captures that are asked for at once


def keep_capture(article: Article, incoming: Incoming, ledger: Ledger) -> Capture:
    """Store the bytes where they are new, and the sighting where it is new.

    The place that the person who imports has chosen is kept with the bytes, so that they can be read
    again as they were first.
    """
    page, raw = incoming.page, incoming.page.raw
    day = page.record.captured_on
    for known in ledger.known.captures[page.sha256]:
        if (known.captured_at, known.article_id) == (raw.captured_at, article.pk):
            return known
    capture = ledger.add(
        Capture,
        article=article,
        sha256=page.sha256,
        captured_at=raw.captured_at,
        size=page.size,
        media=raw.media,
        url=raw.url or "",
        captured_on=date.fromisoformat(day[:10]) if day else None,
        given=given(raw, incoming.chosen_place),
        batch=incoming.batch,
    )
    ledger.known.captures.add(page.sha256, capture)
    ledger.files[capture.path] = page.packed
    return capture


def given(raw: RawPage, place: Place | None) -> dict[str, str]:
    """What came with the bytes and is not in them."""
    known = {
        "title": raw.title,
        "charset": raw.charset,
        "place": place.slug if place else None,
    }
    return {key: value for key, value in known.items() if value}


def visited(seen: Revisit) -> Article | None:
    """The article at an address: its own, or that of a copy that was kept under the article."""
    url = identity_of_url(seen.url)
    own = Article.objects.filter(identity=url).first()
    if own:
        return own
    copy = Capture.objects.filter(url__in={url, seen.url}).select_related("article")
    capture = copy.order_by("pk").first()
    return capture.article if capture else None


def identity_of_url(url: str) -> str:
    return urldefrag(url).url


def keep_revisit(article: Article, seen: Revisit, batch: ImportBatch) -> Capture:
    """A sighting of bytes that are kept: those taken when the crawler says, else the last before it."""
    kept = article.captures.order_by(F("captured_at").desc(nulls_last=True), "-pk")
    capture = (
        kept.filter(captured_at=seen.seen_at).first()
        or kept.filter(captured_at__lte=seen.captured_at).first()
        or kept[0]
    )
    again, _ = Capture.objects.get_or_create(
        article=article,
        sha256=capture.sha256,
        captured_at=seen.captured_at,
        defaults={
            "size": capture.size,
            "media": capture.media,
            "url": seen.url,
            "captured_on": timezone.localdate(seen.captured_at),
            "given": capture.given,
            "batch": batch,
        },
    )
    return again


def captured_bytes(capture: Capture) -> bytes:
    """The page as it came. Raises FileNotFoundError where the file is gone."""
    with default_storage.open(capture.path) as file:
        return gzip.decompress(file.read())


def checked_captures() -> Iterator[tuple[Capture, str]]:
    """Every capture with what is wrong with it, as `damage` says it.

    Some at a time, so that an import beside it need not keep an old state of the database for hours.
    """
    last = 0
    while chunk := Capture.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]:
        for capture in chunk:
            yield capture, damage(capture)
            last = capture.pk


def damage(capture: Capture) -> str:
    """What is wrong with one capture, empty where nothing is."""
    try:
        content = captured_bytes(capture)
    except FileNotFoundError:
        return "file is missing"
    except (OSError, EOFError, zlib.error) as error:
        return f"file cannot be read: {error}"
    return "" if hashlib.sha256(content).hexdigest() == capture.sha256 else "bytes were altered"
