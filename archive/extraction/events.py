"""When it happened: the first date that the lead gives to the event, with the year inferred."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from typing import TYPE_CHECKING

from archive.extraction.patterns import at_word, number
from archive.extraction.text import lead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.extraction.record import Span
    from archive.extraction.text import Passage
    from archive.pages.page import Page, Stamp

DAY_PARTS = {"sáng": "sáng", "trưa": None, "chiều": "chiều", "tối": "tối"}
LEAD_PARAGRAPHS = 3
LONGEST_LEAD = 6000  # code points in which a report comes to its day
AHEAD = timedelta(days=7)  # a report may stand up to a week before its event
OLDEST = 1975

PART = r"(?P<part>sáng|trưa|chiều|tối)"
MARK = (
    rf"(?:(?:vào )?(?:lúc \S{{1,6}} )?(?:buổi )?{PART}(?: mai| qua)?"
    r"(?:,? (?:hôm )?nay)?[ ,(]{0,3}(?:tức |ngày mai,? )?(?:thứ \w+,? ?|chủ nhật,? ?)?(?:ngày )?"
    r"|hôm (?:nay|qua)[ ,(]{1,3}(?:ngày )?"
    r"|(?:trong |sau )?(?:\d{1,2}(?:,5)?|hai|ba|bốn|một) ngày(?: làm việc)?,?[ (]{1,2}(?:từ )?(?:ngày )?"
    r"|từ (?=\d{1,2} ?(?:-|đến) ?\d)"
    r"|(?:từ |trong |vào |các )?ngày )"
)
MORE = r"(?:(?: ?- ?|,| và |, | đến (?:ngày )?| đến hết ngày )\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)?){0,3}"
# `Ngày 18-7, …`: a day and a month, since no month follows that two days could be of.
ALONE = r"(?:0?[1-9]|1[0-2])(?![\d/.-]*\d|%| tháng)"
NUMERIC = re.compile(
    rf"(?<!\w){MARK}\(?(?P<d>\d{{1,2}})(?:(?: ?[/.] ?|-(?=\d{{1,2}}-\d{{4}}|{ALONE}))(?P<m>\d{{1,2}})"
    rf"(?: ?[/.-] ?(?P<y>\d{{4}}))?)?(?P<more>{MORE})(?![\d%])",
)
WORDED = re.compile(
    rf"(?<!\w){MARK}\(?(?P<d>\d{{1,2}})(?: ?(?:-|và|đến) ?\d{{1,2}})? tháng (?P<m>\d{{1,2}})"
    r"(?:(?: năm |/)(?P<y>\d{4}))?(?!\d)",
)
# What either may begin with; only there it is tried, which is far quicker than everywhere.
BEGINNING = re.compile(
    at_word(
        "vào ", "lúc ", "buổi ", "sáng", "trưa", "chiều", "tối", "hôm ", "trong ", "sau ", "hai(?= ngày)",
        "ba(?= ngày)", "bốn(?= ngày)", "một(?= ngày)", *number("(?:,5)?(?= ngày)"), "từ ", "các(?= ngày)", "ngày ",
    )
)  # fmt: skip
MONTH_IN_WORDS = re.compile(r"\d tháng \d")
TODAY = re.compile(rf"(?<!\w){PART} nay(?!\w)|(?<!\w)hôm nay(?!\w)")
LATER_PART = re.compile(r"\d{1,2}(?:[/.-](?P<m>\d{1,2}))?(?:[/.-](?P<y>\d{4}))?")
YEAR = re.compile(r"(?<![\d/-])(?:20[0-4]\d)(?![\d/-])")
# What stands before a date that belongs to a paper, an anniversary or a deadline.
OTHERS_DATE = re.compile(
    r"(?:\d[-/][a-zđ][\w/-]*|số [\w/-]+|chỉ thị|nghị quyết|kết luận|quyết định|đề án|thông báo|kế hoạch"
    r"|hướng dẫn|công văn|quy định|nghị định|thông tư|luật|sinh|kỷ niệm|truyền thống|thành lập"
    r"|tính đến|đến|trước|sau|kể từ|hết|chậm nhất)(?: của [^.;]{0,40})?[ ,(]{0,2}$",
)


@dataclass(frozen=True, slots=True)
class EventDate:
    """The first day; `inferred`: the text leaves out the year, or the day (`sáng nay`)."""

    on: date
    day_part: str | None
    span: Span
    inferred: bool


def event_date(page: Page, body: Passage) -> EventDate | None:
    """The day of the event that the lead tells, None where it tells none."""
    text = lead(body.low, LEAD_PARAGRAPHS)[:LONGEST_LEAD]
    published = _published(page)
    years = set() if published else _years(page, text)
    for match in _matches(text):
        found = _read(match, published, years)
        if found:
            on, inferred = found
            part = DAY_PARTS.get(match.group("part") or "")
            return EventDate(on, part, body.span(match.start(), match.end()), inferred)
    return _today(text, published, body)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Dates of no paper and no deadline, in text order."""
    begins = [match.start() for match in BEGINNING.finditer(text)]
    worded = found_at(WORDED, text, begins) if MONTH_IN_WORDS.search(text) else ()
    each = (found_at(NUMERIC, text, begins), worded)
    for match in merge(*each, key=lambda m: (m.start(), -m.end())):
        if not OTHERS_DATE.search(text[max(0, match.start() - 80) : match.start()]):
            yield match


def found_at(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at these places, none within another."""
    end = 0
    for at in places:
        match = pattern.match(text, at) if at >= end else None
        if match:
            end = match.end()
            yield match


def _read(
    match: re.Match[str], published: date | None, years: set[int]
) -> tuple[date, bool] | None:
    """The day that was matched, and whether its year had to be inferred."""
    day, month, year = int(match["d"]), match["m"], match["y"]
    for later in LATER_PART.finditer(match.groupdict().get("more") or ""):
        month, year = month or later["m"], year or later["y"]
    if not month:
        return None
    if year:
        on = _day(int(year), int(month), day)
        return (on, False) if on else None
    on = _with_year(day, int(month), published, years)
    return (on, True) if on else None


def _with_year(day: int, month: int, published: date | None, years: set[int]) -> date | None:
    if published:
        same = _day(published.year, month, day)
        if same and same > published + AHEAD:
            return _day(published.year - 1, month, day)
        return same or _day(published.year - 1, month, day)
    return _day(years.pop(), month, day) if len(years) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        on = date(year, month, day)
    except ValueError:
        return None
    return on if on.year >= OLDEST else None


def _published(page: Page) -> date | None:
    """The stamp that infers a year: one that says so, else a bare one beside the title."""
    stamps = [s for s in page.stamps if s.label != "clock"]
    return min(stamps, key=_rank).on if stamps else None


def _rank(stamp: Stamp) -> tuple[int, bool]:
    return ("published", "updated", "bare").index(stamp.label), not stamp.after_title


def _years(page: Page, text: str) -> set[int]:
    """The years that title and lead name, for a page without a date of its own."""
    return {int(y) for y in YEAR.findall(f"{page.title or ''} {text}")}


def _today(text: str, published: date | None, body: Passage) -> EventDate | None:
    match = TODAY.search(text)
    if match is None or published is None:
        return None
    part = DAY_PARTS.get(match.group("part") or "")
    return EventDate(published, part, body.span(match.start(), match.end()), inferred=True)
