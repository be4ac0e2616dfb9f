"""Queries without an answer are kept for the staff: the words alone, never who asked."""

from __future__ import annotations

import re
from contextlib import suppress

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from archive.models import MissedQuery
from archive.vietnamese.normalise import clean

LONGEST = 200
MOST = 5000  # rows; the oldest that were asked once go first
PERSONAL = re.compile(r"@|https?:|\d[\d .-]{7,}\d")  # an address, or a number of a person


def remember(text: str) -> None:
    """Count the query. A search never fails because it could not be counted."""
    words = " ".join(clean(text).casefold().split())
    if not words or len(words) > LONGEST or PERSONAL.search(words):
        return
    with suppress(DatabaseError), transaction.atomic():
        today = timezone.localdate()
        again = MissedQuery.objects.filter(text=words).update(count=F("count") + 1, last_on=today)
        if not again and has_room():
            MissedQuery.objects.create(text=words)


def has_room() -> bool:
    """Make room for one more where the list is full; not where all were asked more than once."""
    if MissedQuery.objects.count() < MOST:
        return True
    oldest = MissedQuery.objects.filter(count=1).order_by("last_on", "pk").first()
    if oldest is None:
        return False
    oldest.delete()
    return True
