"""Another place for an article: what was read by the place is read again, what people set follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from archive.editing.judging import set_values
from archive.editing.showing import show
from archive.importing.reextract import reextract_version
from archive.importing.reference import current_knowledge
from archive.models import Article, Change, Meeting, Place, State

if TYPE_CHECKING:
    from archive.history.changes import By

Action = Change.Action


@transaction.atomic
def move(article: Article, place: Place | None, by: By) -> None:
    """Set the place of the article, of the figures that people judged, and of its own meeting."""
    former = article.place
    if set_values(article, {"place": place}, Action.CORRECTED, by) is None:
        return
    for figure in article.observations.filter(place=former).exclude(state=State.EXTRACTED):
        set_values(figure, {"place": place}, Action.CORRECTED, by)
    for meeting in Meeting.objects.filter(reports__article=article, place=former).distinct():
        if not meeting.reports.exclude(article=article).exists():
            set_values(meeting, {"place": place}, Action.CORRECTED, by)
    version = article.current
    if version.capture:
        reextract_version(version, version.capture, current_knowledge())
    show([article.pk])
