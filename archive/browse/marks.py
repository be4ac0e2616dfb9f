"""Facts marked in the text they were read from: evidence rows → segments of text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archive.models import Evidence

Kind = Literal["p", "f", "m"]  # person, figure, meeting: the classes of the style sheet
FactKey = tuple[str, int]  # ("mention", row id)

KINDS: dict[str, Kind] = {"mention": "p", "observation": "f", "meeting_report": "m"}
ANCHORS = {"mention": "nguoi", "observation": "so", "meeting_report": "hop"}
MEETING_FIELDS = {"name", "held_on"}  # the others would mark half the title
PARAGRAPH = re.compile(r"[^\n](?:.|\n(?!\n))*")


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked range. `siglum` (`N1`) ties it to the fact beside the text, `anchor` is its id."""

    start: int
    end: int
    kind: Kind
    siglum: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, marked or not."""

    text: str
    mark: Mark | None = None


def anchor_of(fact: FactKey) -> str:
    """`so-12`: where the page of an article shows this fact, in the text if it is marked there."""
    return f"{ANCHORS[fact[0]]}-{fact[1]}"


@dataclass(slots=True)
class Marker:
    """Marks one article's texts in turn: each fact's first mark carries the fact's anchor."""

    sigla: Mapping[FactKey, str]
    seen: Counter[FactKey] = field(default_factory=Counter)

    def segments(self, text: str, evidence: Iterable[Evidence]) -> list[Segment]:
        """The whole text, cut at its marks."""
        return list(cut(text, 0, len(text), self.marks(evidence)))

    def paragraphs(self, text: str, evidence: Iterable[Evidence]) -> list[list[Segment]]:
        """The text cut at blank lines, each paragraph cut at its marks."""
        marks = self.marks(evidence)
        found = PARAGRAPH.finditer(text)
        return [list(cut(text, match.start(), match.end(), marks)) for match in found]

    def marks(self, evidence: Iterable[Evidence]) -> list[Mark]:
        """Marks in order; words that facts share are marked once.

        People and figures come before meetings, whose names may run over them; then the first,
        then the longest.
        """
        chosen: list[tuple[Evidence, FactKey]] = []
        for row in sorted(
            evidence, key=lambda row: (bool(row.meeting_report_id), row.start, -row.end)
        ):
            fact = fact_of(row)
            if fact in self.sigla and not any(overlap(row, other) for other, _ in chosen):
                chosen.append((row, fact))
        return [
            self.mark(row, fact) for row, fact in sorted(chosen, key=lambda pair: pair[0].start)
        ]

    def mark(self, row: Evidence, fact: FactKey) -> Mark:
        self.seen[fact] += 1
        again = "" if self.seen[fact] == 1 else f"-{self.seen[fact]}"
        anchor = anchor_of(fact) + again
        return Mark(row.start, row.end, KINDS[fact[0]], self.sigla[fact], anchor)


def overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def fact_of(row: Evidence) -> FactKey:
    """Kind and id of the fact that the text marks; posts and roles are shown under their person."""
    for kind in KINDS:
        pk = getattr(row, f"{kind}_id")
        if pk is not None and (kind != "meeting_report" or row.field in MEETING_FIELDS):
            return kind, pk
    return "", 0


def cut(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Segment]:
    position = start
    for mark in marks:
        if mark.start < position or mark.end > end:
            continue
        if mark.start > position:
            yield Segment(text[position : mark.start])
        yield Segment(text[mark.start : mark.end], mark)
        position = mark.end
    if position < end:
        yield Segment(text[position:end])
