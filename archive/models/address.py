"""Readable addresses: a number that finds the row, and words that say what it is."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language

from archive.vietnamese.fold import slugify_vi

LONGEST = 80


def short_slug(text: str) -> str:
    """`Hội nghị lần thứ 9` → `hoi-nghi-lan-thu-9`, cut between words at 80 letters."""
    slug = slugify_vi(text)
    return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0]


def numbered_slug(pk: int, text: str) -> str:
    """`12-hoi-nghi-lan-thu-9`, or `12` where the text has no letter for it."""
    return "-".join(filter(None, (str(pk), short_slug(text))))


def localised(path: str) -> str:
    """The address in the language of the reader: `/bai/12/`, in English `/en/bai/12/`."""
    language = get_language() or settings.LANGUAGE_CODE
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"
