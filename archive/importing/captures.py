"""The original bytes: kept once under their SHA-256, and checked against it."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from archive.models import Article, Capture, ImportBatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from archive.pages.page import RawPage


def keep_capture(
    article: Article, raw: RawPage, captured_on: date | None, batch: ImportBatch
) -> Capture:
    """Store the bytes where they are new, and the sighting where it is new."""
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
            "batch": batch,
        },
    )
    if made and not default_storage.exists(capture.path):
        default_storage.save(capture.path, ContentFile(gzip.compress(raw.content, mtime=0)))
    return capture


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
