"""What a page reports on: its year, its term, and the period that headline or opening name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.extraction.indicators.periods import periods
from archive.extraction.indicators.sentences import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from archive.extraction.record import MeetingFact
    from archive.extraction.text import Context, Passage

OPENING = 1500  # code points in which a page comes to its year
PART_OF_YEAR = frozenset({"half1", "months", "quarter"})


@dataclass(frozen=True, slots=True)
class Report:
    """`year` is what words without a year speak of; `default` the period of the page as a whole."""

    year: int | None
    term: str | None
    default: str | None

    @property
    def of_term(self) -> bool:
        return "/" in (self.default or "")

    @property
    def of_month(self) -> bool:
        return re.fullmatch(r"\d{4}-\d\d", self.default or "") is not None

    def next_year(self) -> str | None:
        """The year that a target without one is of: after a whole year the next one."""
        if self.default and len(self.default) == 4:
            return str(int(self.default) + 1)
        return str(self.year) if self.year else None


def report_of(
    passages: Sequence[Passage],
    context: Context,
    meeting: MeetingFact | None,
    published: date | None,
) -> Report:
    title = next((lowered(p.shadow) for p in passages if p.where == "title"), "")
    body = next(lowered(p.shadow) for p in passages if p.where == "body")
    day = context.on or published
    year = day.year if day else None
    term = (meeting.term if meeting else None) or party_term(year)
    if meeting and meeting.kind == "congress" and meeting.term:
        reported = term_before(meeting.term)
        return Report(year, reported.replace("/", "-"), reported)
    return Report(year, term, default_period(title, body, year, context.on))


def default_period(title: str, body: str, year: int | None, on: date | None) -> str | None:
    """The first period that headline or opening names: a part of the year, the year, a month.

    A meeting in January or December reports on its year.
    """
    lead = body.partition("\n\n")[0]
    return (
        first_named((title, lead), PART_OF_YEAR, year)
        or first_named((title, lead, body[:OPENING]), frozenset({"year"}), year)
        or first_named((title, lead), frozenset({"month"}), year)
        or (str(on.year) if on and on.month in {1, 12} else None)
    )


def first_named(texts: Sequence[str], names: frozenset[str], year: int | None) -> str | None:
    for text in texts:
        for period in periods(text, year):
            if period.name in names and not period.planned:
                return period.code
    return None


def party_term(year: int | None) -> str | None:
    """The party's term of a year: 2021 to 2024 lie in 2020-2025; a year of congresses is in two."""
    if year is None or year % 5 == 0:
        return None
    first = year - year % 5
    return f"{first}-{first + 5}"


def term_before(term: str) -> str:
    """A congress reports on the term that ends: 2010-2015 → 2005/2010."""
    first = int(term[:4])
    return f"{first - 5}/{first}"
