"""The meeting of a record → row. Two articles on one session share one meeting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from archive.history import proposals
from archive.history.values import frozen
from archive.importing.facts import Reading, Sameness, machine_key, reconcile
from archive.importing.ledger import Ledger, is_new
from archive.models import Meeting, MeetingReport, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.extraction.record import MeetingFact
    from archive.models import Article, ArticleVersion


SAME_MEETING = Sameness(
    by_words=lambda _row, _reading: True,
    by_values=lambda row, reading: row.meeting_id == reading.values["meeting"].pk,
)


def save_meeting(
    version: ArticleVersion, fact: MeetingFact | None, ledger: Ledger
) -> Meeting | None:
    """Reconcile the article's report of a meeting; returns the meeting that stands."""
    judged = judged_report(version.article)
    readings = [meeting_reading(version, fact, judged, ledger)] if fact else []
    rows = reconcile(MeetingReport, version, readings, ledger, sameness=SAME_MEETING)
    report = next(iter(rows.values()), judged)
    if report is None or report.state == State.REJECTED:
        return None
    if fact and (not is_new(version.article) or report.meeting.human_fields):
        ledger.write()  # a proposal points at rows that have numbers
        ask_about(version, report.meeting, fact)
    return report.meeting


def judged_report(article: Article) -> MeetingReport | None:
    """The report that a person has settled, if any."""
    if is_new(article):
        return None
    reports = article.meetingreports.select_related("meeting").order_by("pk")
    return next((row for row in reports if is_settled(row)), None)


def is_settled(report: MeetingReport) -> bool:
    """Whether a person has judged that the article reports this meeting, or what the meeting was."""
    return report.state != State.EXTRACTED or bool(report.meeting.human_fields)


def ask_about(version: ArticleVersion, meeting: Meeting, fact: MeetingFact) -> None:
    """Propose what the article says otherwise of the fields that a person has set."""
    news = proposals.disagreements(meeting, {**values_of(fact), "kind": fact.kind})
    spans = [span for field in news for span in fact.spans.get(field, ())]
    proposals.propose(version, meeting, news, proposals.spans_of(version, spans), fact.rule)


def meeting_reading(
    version: ArticleVersion, fact: MeetingFact, judged: MeetingReport | None, ledger: Ledger
) -> Reading:
    spans = [(field, span) for field, spans in fact.spans.items() for span in spans]
    meeting = judged.meeting if judged else meeting_of(version.article, fact, ledger)
    return Reading(
        key=machine_key("meeting", fact.kind, fact.ordinal, fact.congress, fact.held_on),
        values={
            "meeting": meeting,
            "name": fact.name,
            "read": {name: frozen(value) for name, value in told(fact).items()},
            "rule": fact.rule,
            "confidence": round(fact.confidence, 2),
        },
        spans=tuple(spans),
    )


def values_of(fact: MeetingFact) -> dict[str, Any]:
    """The fields of the meeting that a report may fill; empty where it says nothing."""
    return {
        "ordinal": fact.ordinal,
        "congress": fact.congress,
        "term": fact.term or "",
        "held_on": date.fromisoformat(fact.held_on) if fact.held_on else None,
        "day_part": fact.day_part or "",
    }


def told(fact: MeetingFact) -> dict[str, Any]:
    """What the report says, without what it leaves open."""
    return {"kind": fact.kind} | {name: v for name, v in values_of(fact).items() if v}


def resolve_meeting(article: Article, fact: MeetingFact) -> Meeting:
    """The saved meeting that a report of this article is about."""
    ledger = Ledger()
    meeting = meeting_of(article, fact, ledger)
    ledger.write()
    return meeting


def meeting_of(article: Article, fact: MeetingFact, ledger: Ledger) -> Meeting:
    """The session with these numbers, else of this kind on this day, else a new one.

    Numbers that a second report adds are kept; those that differ stay as the first one had them.
    """
    meeting = numbered(article, fact, ledger) or same_day(article, fact, ledger)
    values = values_of(fact)
    if meeting is None:
        meeting = ledger.add(
            Meeting, place=article.place, kind=fact.kind, name=fact.name[:500], **values
        )
    else:
        complete(meeting, values)
    ledger.known.shelve(meeting)
    return meeting


def complete(meeting: Meeting, values: dict[str, Any]) -> None:
    """Set what the report adds; a new meeting is still to be written."""
    added = [
        field
        for field, value in values.items()
        if value and not getattr(meeting, field) and field not in meeting.human_fields
    ]
    for field in added:
        setattr(meeting, field, values[field])
    if added and not is_new(meeting):
        meeting.save(update_fields=added)


def numbered(article: Article, fact: MeetingFact, ledger: Ledger) -> Meeting | None:
    if article.place_id is None or fact.ordinal is None or fact.congress is None:
        return None
    numbers = (article.place_id, fact.kind, fact.congress, fact.ordinal)
    return first_standing(ledger.known.numbered[numbers])


def same_day(article: Article, fact: MeetingFact, ledger: Ledger) -> Meeting | None:
    """A meeting of this kind here on this day whose numbers do not contradict the report's."""
    if article.place_id is None or fact.held_on is None:
        return None
    day = (article.place_id, fact.kind, date.fromisoformat(fact.held_on))
    return first_standing(ledger.known.held[day], fact)


def first_standing(rows: Sequence[Meeting], fact: MeetingFact | None = None) -> Meeting | None:
    """The first that agrees with the report; one that a person has merged stands for the other."""
    found = next((row for row in rows if fact is None or agree(row, fact)), None)
    while found and found.merged_into_id:
        found = found.merged_into
    return found


def agree(meeting: Meeting, fact: MeetingFact) -> bool:
    """Whether the numbers may be of one session; what a person put right, as the machine had it."""
    pairs = ((name, getattr(fact, name)) for name in ("ordinal", "congress"))
    return all(
        value is None
        or getattr(meeting, name) in {None, value}
        or meeting.machine_values.get(name) == value
        for name, value in pairs
    )
