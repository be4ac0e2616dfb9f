"""The original bytes: kept once under their SHA-256, and checked against it."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import F
from django.utils import timezone

from archive.models import Capture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from archive.models import Article, ImportBatch, Place
    from archive.pages import Revisit
    from archive.pages.page import RawPage


def keep_capture(
    article: Article,
    raw: RawPage,
    captured_on: date | None,
    batch: ImportBatch,
    place: Place | None = None,
) -> Capture:
    """Store the bytes where they are new, and the sighting where it is new.

    `place` is what the person who imports says, not what the page says; it is kept with the bytes, so
    that they can be read again as they were first.
    """
    digest = hashlib.sha256(raw.content).hexdigest()
    capture, made = Capture.objects.get_or_create(
        article=article,
        sha256=digest,
        captured_at=raw.captured_at,
        defaults={
            "size": len(raw.content),
            "media": raw.media,
            "url": raw.url or "",
            "captured_on": captured_on,
            "given": given(raw, place),
            "batch": batch,
        },
    )
    if made and not default_storage.exists(capture.path):
        default_storage.save(capture.path, ContentFile(gzip.compress(raw.content, mtime=0)))
    return capture


def given(raw: RawPage, place: Place | None) -> dict[str, str]:
    """What came with the bytes and is not in them."""
    known = {
        "title": raw.title,
        "charset": raw.charset,
        "place": place.slug if place else None,
    }
    return {key: value for key, value in known.items() if value}


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


def damaged_captures() -> Iterator[tuple[Capture, str]]:
    """Every capture whose file is missing or whose bytes no longer have their digest, with why."""
    for capture in Capture.objects.order_by("pk").iterator():
        problem = damage(capture)
        if problem:
            yield capture, problem


def damage(capture: Capture) -> str:
    """What is wrong with one capture, empty where nothing is."""
    try:
        content = captured_bytes(capture)
    except FileNotFoundError:
        return "file is missing"
    except (OSError, EOFError, zlib.error) as error:
        return f"file cannot be read: {error}"
    return "" if hashlib.sha256(content).hexdigest() == capture.sha256 else "bytes were altered"
