"""Meetings: reports and parts move; what only one record knew fills the gaps of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archive.history.values import thawed
from archive.merging.judged import judge
from archive.models import Meeting, Participation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.merging.journal import Journal
    from archive.models import MeetingReport

FIELDS = ("ordinal", "congress", "term", "held_on", "day_part", "place")


def merge(kept: Meeting, gone: Meeting, journal: Journal) -> None:
    journal.move(gone.merged.all(), "merged_into", kept)
    journal.set(gone, merged_into=kept)
    journal.move(gone.reports.all(), "meeting", kept)
    journal.move(gone.participations.all(), "meeting", kept)
    values = gains(kept, gone)
    human = {*kept.human_fields, *(set(values) & set(gone.human_fields))}
    journal.set(kept, **values, human_fields=sorted(human))


def gains(kept: Meeting, gone: Meeting) -> dict[str, Any]:
    """Fields that the kept record lacks, or that a person has set on the other one alone."""
    values = {
        name: getattr(gone, name)
        for name in FIELDS
        if getattr(gone, name)
        and (
            not getattr(kept, name) or (name in gone.human_fields and name not in kept.human_fields)
        )
    }
    return {} if number_is_taken(kept, values) else values


def number_is_taken(kept: Meeting, values: dict[str, Any]) -> bool:
    """Whether a third meeting has the number that the two would have together."""
    key = {
        name: values.get(name) or getattr(kept, name) for name in ("place", "congress", "ordinal")
    }
    if None in key.values():
        return False
    others = Meeting.objects.filter(kind=kept.kind, merged_into=None, **key)
    return others.exclude(pk=kept.pk).exists()


def split(meeting: Meeting, reports: Iterable[MeetingReport], journal: Journal) -> Meeting:
    """The chosen reports are of another meeting: it has what they say, and no number that is taken."""
    chosen = list(reports)
    other: Meeting = journal.make(Meeting, **told(meeting, chosen[0]))
    articles = [report.article_id for report in chosen]
    for report in chosen:
        journal.set(report, meeting=other)
        judge(report, journal)
    parts = Participation.objects.filter(meeting=meeting, article__in=articles)
    journal.move(parts, "meeting", other)
    return other


def told(meeting: Meeting, report: MeetingReport) -> dict[str, Any]:
    """What a report says of its meeting; kind and place are the meeting's where it says none."""
    read = {name: thawed(Meeting, name, value) for name, value in report.read.items()}
    if not report.read:
        read = {"held_on": meeting.held_on, "term": meeting.term}
    values = {"kind": meeting.kind, **read, "place": meeting.place, "name": report.name}
    key = {name: values.get(name) for name in ("kind", "place", "congress", "ordinal")}
    if Meeting.objects.filter(**key, merged_into=None).exists():
        values["ordinal"] = None
    return values


def articles(meeting: Meeting) -> set[int]:
    return set(meeting.reports.values_list("article_id", flat=True))


def parts(meeting: Meeting) -> list[dict[str, Any]]:
    rows = meeting.reports.select_related("article__place", "article__source")
    return [
        {
            "id": row.pk,
            "rows": [row],
            "title": row.article.title,
            "detail": row.name,
            "where": row.article.source,
            "day": row.article.sort_date,
            "article": row.article,
        }
        for row in rows.order_by("article__sort_date", "pk")
    ]
