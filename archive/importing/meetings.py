"""The meeting of a record → row. Two articles on one session share one meeting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from archive.importing.facts import Reading, machine_key, reconcile
from archive.models import Meeting, MeetingReport

if TYPE_CHECKING:
    from archive.extraction.record import MeetingFact
    from archive.models import Article, ArticleVersion


def save_meeting(version: ArticleVersion, fact: MeetingFact | None) -> Meeting | None:
    """Reconcile the article's report of a meeting; returns the meeting that stands."""
    readings = [meeting_reading(version, fact)] if fact else []
    rows = reconcile(MeetingReport, version, readings, same_words_same_fact=True)
    report = next(iter(rows.values()), None)
    return report.meeting if report else None


def meeting_reading(version: ArticleVersion, fact: MeetingFact) -> Reading:
    spans = [(field, span) for field, spans in fact.spans.items() for span in spans]
    return Reading(
        key=machine_key("meeting", fact.kind, fact.ordinal, fact.congress, fact.held_on),
        values={
            "meeting": resolve_meeting(version.article, fact),
            "name": fact.name,
            "rule": fact.rule,
            "confidence": round(fact.confidence, 2),
        },
        spans=tuple(spans),
    )


def resolve_meeting(article: Article, fact: MeetingFact) -> Meeting:
    """The session with these numbers, else of this kind on this day, else a new one.

    Numbers that a second report adds are kept; those that differ stay as the first one had them.
    """
    meeting = numbered(article, fact) or same_day(article, fact)
    values = {
        "ordinal": fact.ordinal,
        "congress": fact.congress,
        "term": fact.term or "",
        "held_on": date.fromisoformat(fact.held_on) if fact.held_on else None,
        "day_part": fact.day_part or "",
    }
    if meeting is None:
        return Meeting.objects.create(
            place=article.place, kind=fact.kind, name=fact.name[:500], **values
        )
    for field, value in values.items():
        if value and not getattr(meeting, field) and field not in meeting.human_fields:
            setattr(meeting, field, value)
    meeting.save()
    return meeting


def numbered(article: Article, fact: MeetingFact) -> Meeting | None:
    if article.place is None or fact.ordinal is None or fact.congress is None:
        return None
    return Meeting.objects.filter(
        place=article.place,
        kind=fact.kind,
        congress=fact.congress,
        ordinal=fact.ordinal,
        merged_into=None,
    ).first()


def same_day(article: Article, fact: MeetingFact) -> Meeting | None:
    """A meeting of this kind here on this day whose numbers do not contradict the report's."""
    if article.place is None or fact.held_on is None:
        return None
    held = Meeting.objects.filter(
        place=article.place, kind=fact.kind, held_on=fact.held_on, merged_into=None
    )
    return next((m for m in held if agree(m, fact)), None)


def agree(meeting: Meeting, fact: MeetingFact) -> bool:
    pairs = ((meeting.ordinal, fact.ordinal), (meeting.congress, fact.congress))
    return all(a is None or b is None or a == b for a, b in pairs)
