"""Which rows have a history, and which of their fields people see and correct."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive.models import (
    Article,
    Fact,
    Meeting,
    MeetingReport,
    Mention,
    Observation,
    Official,
    Participation,
    Position,
    PositionReport,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of row: `fields` are followed, `proposed` are those of which a machine may disagree."""

    model: type[Any]
    fields: tuple[str, ...]
    proposed: tuple[str, ...]

    @property
    def is_fact(self) -> bool:
        return issubclass(self.model, Fact)


ARTICLE = ("title", "summary", "event_on", "published_at", "place")
MEETING = ("kind", "ordinal", "congress", "term", "held_on", "day_part")
FIGURE = (
    "indicator", "name", "value", "value_high", "unit", "period", "kind", "plan_percent",
    "growth_percent", "compared_with", "place",
)  # fmt: skip

SUBJECTS: dict[str, Subject] = {
    "article": Subject(
        Article,
        (
            *ARTICLE,
            "published_has_time",
            "source",
            "visibility",
            "visibility_reason",
            "duplicate_of",
        ),
        ARTICLE,
    ),
    "meeting": Subject(Meeting, (*MEETING, "name", "place", "merged_into"), MEETING),
    "official": Subject(Official, ("name", "province", "merged_into"), ()),
    "position": Subject(Position, ("official", "title", "place", "started_on", "ended_on"), ()),
    "meeting_report": Subject(MeetingReport, ("meeting", "name", "state"), ("name",)),
    "mention": Subject(Mention, ("official", "name", "state"), ("name",)),
    "position_report": Subject(PositionReport, ("position", "on", "state"), ("position",)),
    "participation": Subject(Participation, ("role", "meeting", "state"), ("role",)),
    "observation": Subject(Observation, (*FIGURE, "parent", "state"), FIGURE),
}
FACTS = tuple(name for name, subject in SUBJECTS.items() if subject.is_fact)
RECORDS = {subject.model: name for name, subject in SUBJECTS.items()}


def record_of(row: Model) -> str:
    """`meeting_report` for a MeetingReport: the name of its kind in history and in `Evidence`."""
    return RECORDS[type(row)]


def rows_of(pairs: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Any]:
    """The rows that these names stand for, those that are still there; one query a kind."""
    wanted: dict[str, set[int]] = {}
    for record, pk in pairs:
        wanted.setdefault(record, set()).add(pk)
    return {
        (record, pk): row
        for record, pks in wanted.items()
        for pk, row in SUBJECTS[record].model.objects.in_bulk(pks).items()
    }
