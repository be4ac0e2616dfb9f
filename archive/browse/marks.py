"""Facts marked in the text they were read from: evidence rows → paragraphs of segments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archive.models import Evidence

Kind = Literal["p", "f", "m"]  # person, figure, meeting: the classes of the style sheet


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


def marks_of(evidence: Iterable[Evidence], sigla: Mapping[tuple[str, int], str]) -> list[Mark]:
    """Non-overlapping marks in order; `sigla` maps (`mention`, row id) to `N1`.

    Where two facts share words the one that starts first, then the longer one, is marked.
    """
    rows = sorted(evidence, key=lambda row: (row.start, -row.end))
    marks: list[Mark] = []
    seen: dict[str, int] = {}
    for row in rows:
        fact = fact_of(row)
        siglum = sigla.get(fact) if fact else None
        if siglum is None or (marks and row.start < marks[-1].end):
            continue
        seen[siglum] = seen.get(siglum, 0) + 1
        suffix = "" if seen[siglum] == 1 else f"-{seen[siglum]}"
        kind: Kind = {"N": "p", "S": "f", "H": "m"}[siglum[0]]  # type: ignore[assignment]
        marks.append(Mark(row.start, row.end, kind, siglum, f"m-{siglum.lower()}{suffix}"))
    return marks


def fact_of(row: Evidence) -> tuple[str, int] | None:
    """Kind and id of the fact that the text marks; posts and roles are shown under their person."""
    for kind in ("mention", "observation", "meeting_report"):
        pk = getattr(row, f"{kind}_id")
        if pk is not None and (kind != "meeting_report" or row.field == "name"):
            return kind, pk
    return None


def paragraphs(body: str, marks: list[Mark]) -> list[list[Segment]]:
    """The body cut at blank lines, each paragraph cut at its marks."""
    return [
        list(segments(body, match.start(), match.end(), marks))
        for match in re.finditer(r"[^\n](?:.|\n(?!\n))*", body)
    ]


def segments(body: str, start: int, end: int, marks: list[Mark]) -> Iterator[Segment]:
    position = start
    for mark in marks:
        if mark.start < position or mark.end > end:
            continue
        if mark.start > position:
            yield Segment(body[position : mark.start])
        yield Segment(body[mark.start : mark.end], mark)
        position = mark.end
    if position < end:
        yield Segment(body[position:end])
