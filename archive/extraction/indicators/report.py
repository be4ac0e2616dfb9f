"""What a page reports on: its year, its term, and the period that headline or opening name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.extraction.indicators.periods import periods

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from archive.extraction.indicators.periods import Period
    from archive.extraction.record import MeetingFact
    from archive.extraction.text import Context, Passage

REVIEW = re.compile(
    r"tổng kết|sơ kết|đánh giá|kết quả|kiểm điểm|tình hình|nhìn lại|báo cáo|cuối năm|chất lượng"
)
CLOSING = re.compile(r"(?:kỳ họp|thường lệ|hội nghị) cuối năm")
YEAR = re.compile(r"(?:năm |[/-])((?:19|20)\d\d)(?!\d)")
REVIEWED_YEARS = re.compile(r"(?:tổng kết|sơ kết|nhìn lại|đánh giá|qua|sau) (\d{1,2}) năm")
MIDTERM = re.compile(r"(?:giữa|nửa(?: đầu)?) nhiệm kỳ")
OPENING = 1500  # code points in which a page comes to its year
PART_OF_YEAR = frozenset({"half1", "months", "quarter"})
YEARS, MONTHS = frozenset({"year"}), frozenset({"month"})
SPAN, OFFICE = frozenset({"span"}), frozenset({"office"})


@dataclass(frozen=True, slots=True)
class Report:
    """`year` is what words without a year speak of; `default` the period of the page as a whole.

    `certain`: headline or opening say so. `coming`: what targets without a time are of.
    """

    year: int | None
    term: str | None
    default: str | None
    certain: bool = True
    coming: str | None = None

    @property
    def of_term(self) -> bool:
        return "/" in (self.default or "")

    @property
    def of_month(self) -> bool:
        return re.fullmatch(r"\d{4}-\d\d", self.default or "") is not None

    def next_year(self) -> str | None:
        """What a target without a time is of: after a whole year the next one."""
        if self.coming:
            return self.coming
        if self.certain and self.default and len(self.default) == 4:
            return str(int(self.default) + 1)
        return str(self.year) if self.year else None


def report_of(
    passages: Sequence[Passage],
    context: Context,
    meeting: MeetingFact | None,
    published: date | None,
) -> Report:
    title = next((p.low for p in passages if p.where == "title"), "")
    body = next(p.low for p in passages if p.where == "body")
    day = context.on or published
    year = day.year if day else first_year(title, body)
    term = (meeting.term if meeting else None) or party_term(year)
    if meeting and meeting.kind == "congress" and meeting.term:
        reported = term_before(meeting.term)
        return Report(
            year, reported.replace("/", "-"), reported, coming=meeting.term.replace("-", "/")
        )
    default, certain = default_period(title, body, year, day)
    if certain and default and "/" not in default:
        year = int(default[:4])
    return Report(year, term, default, certain)


def default_period(
    title: str, body: str, year: int | None, on: date | None
) -> tuple[str | None, bool]:
    """The period that the page reports on, and whether it says so.

    Headline and opening tell it: a part of the year, a year that is over or closes, a month. Else it is
    what the body names first; at last the year of the day, which is a guess.
    """
    head = (title, body.partition("\n\n")[0])
    times = [periods(text, year) for text in head]
    told = first_named(times, PART_OF_YEAR)
    whole = first_named(times, YEARS)
    if told is None and whole and (closes(on) or int(whole) < (year or 0)):
        told = whole if any(REVIEW.search(text) for text in head) else None
    told = (
        told or reviewed_span(title) or reviewed_years(title, times[-1]) or closing_year(head, year)
    )
    told = told or first_named(times, MONTHS)
    told = told or half_of_term(head, year)
    if told:
        return told, True
    times = [periods(body[:OPENING], year)]
    inside, told = first_named(times, PART_OF_YEAR), first_named(times, YEARS)
    recent = told if told and year and year - 1 <= int(told) <= year else None
    return inside or whole or recent or year_of(on), False


def reviewed_span(title: str) -> str | None:
    """`Tổng kết 5 năm thực hiện …, giai đoạn 2016 - 2020`."""
    return first_named([periods(title, None)], SPAN) if REVIEW.search(title) else None


def reviewed_years(title: str, lead: Sequence[Period]) -> str | None:
    """`Tổng kết 10 năm …`: the span that the lead names, though it be that of the programme reviewed."""
    years = REVIEWED_YEARS.search(title)
    if years is None:
        return None
    spans = [p.code for p in lead if p.name == "span"]
    return next(
        (c for c in spans if int(c[-4:]) - int(c[:4]) in {int(years[1]), int(years[1]) - 1}), None
    )


def half_of_term(head: Sequence[str], year: int | None) -> str | None:
    """A review in the middle of a term is on the term."""
    for text in head:
        if MIDTERM.search(text) and REVIEW.search(text):
            named = first_named([periods(text, None)], SPAN | OFFICE)
            return named or (party_term(year) or "").replace("-", "/") or None
    return None


def closing_year(head: Sequence[str], year: int | None) -> str | None:
    """The session at the end of a year is on that year."""
    return str(year) if year and any(CLOSING.search(text) for text in head) else None


def closes(on: date | None) -> bool:
    """Whether a report of that day may be on its whole year."""
    return on is None or on.month in {1, 2, 11, 12}


def year_of(on: date | None) -> str | None:
    """In January the year that is over."""
    return str(on.year - (on.month == 1)) if on else None


def first_named(times: Sequence[Sequence[Period]], names: frozenset[str]) -> str | None:
    """The first time of these kinds that is named, text by text."""
    for told in times:
        named = [p for p in told if p.name in names and not p.planned]
        summed = [p for p in named if p.name in {"half1", "months"}]
        if named:
            return (summed or named)[0].code
    return None


def first_year(title: str, body: str) -> int | None:
    """The year of a page without a date: the first that is named as one."""
    match = YEAR.search(title) or YEAR.search(body)
    return int(match[1]) if match else None


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
