"""What the public is told of corrections: the days, not the values, which may be hidden since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from archive.models import Change

if TYPE_CHECKING:
    from datetime import date

    from archive.models import Article

DAYS = 3  # the newest ones are named
LINES = 200  # how far back they are looked for


def corrected_on(article: Article) -> list[date]:
    """The newest days on which people changed what visitors see of an article, newest first."""
    moments = Change.objects.public().filter(article=article).values_list("at", flat=True)
    days = dict.fromkeys(timezone.localtime(at).date() for at in moments[:LINES])
    return list(days)[:DAYS]
