"""The value that extraction returns: everything a page says, each fact with its evidence.

The JSON form (`Record.to_json`) is the extraction record of the project's contract.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Where = Literal["body", "title", "captions"]
MeetingKind = Literal[
    "plenum", "standing_committee", "review", "working_session", "congress", "council_session",
    "executive_session", "briefing", "personnel", "voter_contact", "study", "other",
]  # fmt: skip
Role = Literal["chair", "attend", "opening", "directive", "closing", "report", "speak", "mentioned"]
FigureKind = Literal["result", "estimate", "target", "plan"]


class Span(NamedTuple):
    """Half-open range of Unicode code points in the body, the title or one caption (`index`)."""

    start: int
    end: int
    where: Where = "body"
    index: int = 0  # type: ignore[assignment]  # hides a method of tuples that no span needs

    def to_json(self) -> list[int] | dict[str, Any]:
        pair = [self.start, self.end]
        return (
            pair if self.where == "body" else {"in": self.where, "index": self.index, "span": pair}
        )


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Names without prefix, as on the day; `slug` is the gazetteer's, `rule` names the evidence."""

    province: str
    district: str | None
    kind: str
    slug: str
    rule: str
    confidence: float

    def to_json(self) -> dict[str, Any]:
        return {"province": self.province, "district": self.district, "kind": self.kind}


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """`held_on` is ISO, `term` `2020-2025`; `spans` holds the evidence field by field."""

    kind: MeetingKind
    name: str
    ordinal: int | None
    congress: int | None
    term: str | None
    held_on: str | None
    day_part: str | None
    spans: dict[str, tuple[Span, ...]]
    rule: str
    confidence: float

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind, "name": self.name, "ordinal": self.ordinal, "congress": self.congress,
            "term": self.term, "held_on": self.held_on, "day_part": self.day_part,
            "spans": {k: [s.to_json() for s in v] for k, v in self.spans.items()},
            "rule": self.rule, "confidence": self.confidence,
        }  # fmt: skip


class PositionFact(NamedTuple):
    """One post in full normalised words, with the place in the text that names it.

    `rule`: `post.stated`, or `post.borrowed` where a neighbour or the page's place lent the committee
    or the level that the phrase leaves out.
    """

    title: str
    spans: tuple[Span, ...]
    rule: str = "post.stated"
    confidence: float = 0.95


class RoleFact(NamedTuple):
    """What the person did at the meeting, with the words that say so.

    `rule`: how the words were given to the person (`officials.ROLE_RULES`).
    """

    role: Role
    spans: tuple[Span, ...]
    rule: str = "role.named"
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class OfficialFact:
    """One person of the page; `spans` are the places of the name."""

    name: str
    positions: tuple[PositionFact, ...]
    roles: tuple[RoleFact, ...]
    spans: tuple[Span, ...]
    rule: str
    confidence: float

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "positions": [p.title for p in self.positions],
            "roles": [r.role for r in self.roles],
            "spans": [s.to_json() for s in self.spans],
            "position_spans": [[s.to_json() for s in p.spans] for p in self.positions],
            "role_spans": [[s.to_json() for s in r.spans] for r in self.roles],
            "position_rules": [[p.rule, p.confidence] for p in self.positions],
            "role_rules": [[r.rule, r.confidence] for r in self.roles],
            "rule": self.rule, "confidence": self.confidence,
        }  # fmt: skip


class IndicatorFact(NamedTuple):
    """One reported figure. Numbers are decimal strings; `key` is the catalogue's, where it is known.

    `span` covers the figure as written, or the words of the change where there is no level.
    """

    name: str
    value: str | None
    value_high: str | None
    unit: str | None
    period: str | None
    kind: FigureKind
    plan_percent: str | None
    growth_percent: str | None
    compared_with: str | None
    parent: str | None
    span: Span
    key: str | None
    rule: str
    confidence: float
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name, "value": self.value, "value_high": self.value_high, "unit": self.unit,
            "period": self.period, "kind": self.kind, "plan_percent": self.plan_percent,
            "growth_percent": self.growth_percent, "compared_with": self.compared_with,
            "parent": self.parent, "span": self.span.to_json(), "key": self.key, "rule": self.rule,
            "confidence": self.confidence, "warnings": list(self.warnings),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """What one page says. `published_at` and `captured_on` are ISO 8601 in +07:00."""

    layout: str
    url: str | None
    title: str | None
    published_at: str | None
    captured_on: str | None
    author: str | None
    place: PlaceFact | None
    captions: tuple[str, ...]
    body: str
    meeting: MeetingFact | None
    officials: tuple[OfficialFact, ...]
    indicators: tuple[IndicatorFact, ...]

    def to_json(self, file: str) -> dict[str, Any]:
        return {
            "file": file, "url": self.url, "layout": self.layout, "title": self.title,
            "published_at": self.published_at, "captured_on": self.captured_on, "author": self.author,
            "place": self.place.to_json() if self.place else None,
            "captions": list(self.captions), "body": self.body,
            "meeting": self.meeting.to_json() if self.meeting else None,
            "officials": [o.to_json() for o in self.officials],
            "indicators": [i.to_json() for i in self.indicators],
        }  # fmt: skip
