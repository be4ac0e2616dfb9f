"""When a figure holds and how it is meant: result, estimate or target, by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.indicators import words
from archive.extraction.indicators.catalogue import key_of
from archive.extraction.indicators.periods import AS_OF, FUTURE_ONLY, periods, summed_until

if TYPE_CHECKING:
    from archive.extraction.indicators.figure import Figure
    from archive.extraction.indicators.periods import Period
    from archive.extraction.indicators.report import Report
    from archive.extraction.indicators.sentences import Sentence

LASTING = frozenset(
    "within pastterm since half1 months quarter year term sofar span lastyear".split()
)
AHEAD = frozenset("year thisyear span office rest term half1 months quarter month".split())
STOCK = re.compile(
    r"(?:tỷ lệ|tổng số|dư nợ|(?:tổng )?nguồn vốn|(?:tổng )?đàn|xã|số xã|trường|số trường|thôn|sản phẩm|dân số|độ che phủ|tỷ trọng|hộ|số hộ|tổ chức|đảng viên|doanh nghiệp|nợ|diện tích|chi bộ|huy động vốn|số dư)(?!\w)"
)
YEARS = frozenset({"year", "thisyear"})
BEHIND = frozenset("year half1 months quarter sofar".split())
FRAMES = ("trong ", "hết ", "cả ", "đến ", "cuối ")
CLOSED = re.compile(r"[,;.](?!\d)")
CLAUSE = re.compile(r"[;,]\s")


@dataclass(slots=True)
class Thread:
    """What holds on from sentence to sentence: within a paragraph, or within a list under its header."""

    paragraph: int = -1
    period: str | None = None
    earlier: str | None = None
    first: str | None = None
    year: str | None = None
    aim: str | None = None
    aiming: bool = False
    heads_list: bool = False

    def enter(self, sentence: Sentence) -> None:
        """A new paragraph begins anew, but for the items of a list whose header said how they are meant."""
        if sentence.paragraph == self.paragraph:
            return
        self.paragraph = sentence.paragraph
        if not (sentence.item and self.heads_list):
            self.period, self.year, self.aim = None, None, None
            self.aiming = self.heads_list = False


def timed(
    figures: list[Figure], sentence: Sentence, report: Report, thread: Thread
) -> list[Figure]:
    """The figures with kind and period; without what a superior only asks for."""
    thread.enter(sentence)
    low, aimed = sentence.words.low, aims(sentence)
    times = periods(low, report.year, report.term, report.default)
    if not (figures or times or aimed):  # as most sentences of a page
        thread.heads_list = thread.heads_list or heads_list(low)
        return []
    directed = words.DIRECTED.end(low, sentence.has) if figures else 0
    told = Telling(low, times, aimed, directed, report, thread)
    kept = [figure for figure in figures if told.set_time(figure)]
    told.hold_on(kept)
    return kept


def heads_list(low: str) -> bool:
    """Whether a list follows a sentence."""
    return low.rstrip().endswith((":", "như sau", "sau đây"))


def aims(sentence: Sentence) -> list[int]:
    """Where words of a target end that are more than a citation of one in a result."""
    if not words.TARGET.possible(sentence.has):
        return []
    low = sentence.words.low
    return [m.end() for m in words.TARGET.pattern.finditer(low) if not cited(low, m)]


def cited(low: str, mark: re.Match[str]) -> bool:
    """Whether the words only cite what was aimed at; who sets an aim (`đề ra một số chỉ tiêu`) does not."""
    if mark[0].startswith(("đề ra", "đặt ra")):
        return False
    before = low[max(0, mark.start() - 45) : mark.end()]
    found = words.NOT_TARGET.search(before)
    return found is not None and not before.startswith("phấn đấu")


def holds(period: Period) -> bool:
    """Whether a result may be of this time: not the year of a plan, nor a time to come."""
    return not period.planned and period.name not in FUTURE_ONLY


class Telling(NamedTuple):
    """A sentence in lower case with the times and the aims that it names, and what it is told in.

    `directed`: where the words end with which a superior asks for something; its length for none.
    """

    low: str
    told: list[Period]
    aims: list[int]
    directed: int
    report: Report
    thread: Thread

    def set_time(self, figure: Figure) -> bool:
        """Set kind and period; False where the figure is only asked for."""
        aimed = bool(self.aims and self.aims[0] <= figure.at) or self.ahead(figure)
        if not aimed and self.directed <= figure.at and not self.estimated(figure.at):
            if not asked_of_all(figure):
                return False
            aimed = True
        if aimed or (self.thread.aiming and not self.named_before(figure)):
            figure.kind = "target"
            figure.period = self.target_period(figure)
        else:
            figure.kind = "estimate" if self.estimated(figure.at) else "result"
            figure.period = self.result_period(figure)
        return True

    def ahead(self, figure: Figure) -> bool:
        """Whether the last time named before a figure is a year, or for a month's report a month, to come."""
        named = {"year", "thisyear", "month"} if self.report.of_month else YEARS
        before = [p for p in self.told if p.start < figure.at and p.name in named]
        if before and before[-1].name == "month":
            return before[-1].code > (self.report.default or "")
        year = self.report.year
        return bool(before and year and int(before[-1].code[:4]) > year)

    def estimated(self, at: int) -> bool:
        if "ước" not in self.low:
            return False
        if words.ESTIMATE_ALL.match(self.low):
            return True
        *before, last = CLAUSE.split(self.low[:at])
        framed = before and words.ESTIMATE_ALL.match(before[-1])
        return bool(framed) or words.ESTIMATE.search(last) is not None

    # --- the period of a target

    def target_period(self, figure: Figure) -> str | None:
        """A target without a year is of the year, or of the next where the report is of a whole year."""
        behind = self.adjacent(figure)
        if behind and behind.name in YEARS:
            return behind.code
        named = [p for p in self.told if p.start < figure.at and p.name in AHEAD]
        named = [p for p in named if not self.past(p)] or named[-1:]
        if named and named[-1].name != "thisyear":
            return named[-1].code
        follows = [p for p in self.told if p.start >= figure.end and p.name in YEARS]
        if named and follows and CLOSED.search(self.low, figure.end, follows[0].start):
            follows = []  # `phấn đấu cả năm đạt 35 tấn, tạo tiền đề để năm 2026 …`
        return self.thread.aim or (follows[0].code if follows else self.report.next_year())

    def past(self, period: Period) -> bool:
        year = self.report.year
        return bool(year and int(period.code[:4]) < year and "/" not in period.code)

    # --- the period of a result

    def result_period(self, figure: Figure) -> str | None:
        if self.report.of_term and per_year(figure):
            return self.report.default
        named = self.adjacent(figure) or self.named_before(figure) or self.named_after(figure)
        figure.period_named = named is not None or self.thread.period is not None
        if named:
            return as_summed(figure, named)
        if self.report.of_term and self.thread.year and STOCK.match(figure.name.lower()):
            return self.thread.year
        if self.report.certain:
            return self.thread.period or self.report.default
        return self.thread.period or self.thread.earlier or self.report.default

    def adjacent(self, figure: Figure) -> Period | None:
        """`4,9% năm 2010`: a time right behind the number."""
        after = self.first_after(figure)
        if after is None or self.low[figure.end : after.start].strip(" ("):
            return None
        bracket = "(" in self.low[figure.end : after.start]
        return None if bracket and not self.low.startswith(")", after.end) else after

    def named_before(self, figure: Figure) -> Period | None:
        before = [p for p in self.told if p.start < figure.at and self.tells(p)]
        return before[-1] if before else None

    def tells(self, period: Period) -> bool:
        """Whether a time is more than an aside, as in `thị xã (năm 2011)`."""
        return holds(period) and not (
            period.name == "year" and self.low[: period.start].endswith("(")
        )

    def named_after(self, figure: Figure) -> Period | None:
        """A time in the same clause, as in `đạt 905 tỷ đồng trong 6 tháng đầu năm`."""
        after = self.first_after(figure)
        if after is None or CLOSED.search(self.low, figure.end, after.start):
            return None
        return after if after.name in BEHIND else None

    def first_after(self, figure: Figure) -> Period | None:
        for period in self.told:
            if period.start >= figure.end and holds(period):
                return period
        return None

    # --- what the sentence leaves for those after it

    def hold_on(self, kept: list[Figure]) -> None:
        thread, heads = self.thread, heads_list(self.low)
        until = kept[-1].at if kept else 0
        lasting = [p for p in self.told if self.lasts(p, until)]
        if self.aims and (kept or heads):
            ahead = [p for p in self.told if p.name in AHEAD]
            thread.aiming = True
            thread.aim = ahead[-1].code if ahead else thread.aim
        elif lasting:
            thread.aiming = False
        years = [p for p in self.told if p.name == "year" and self.tells(p) and p.start < until]
        thread.year = years[-1].code if years else thread.year
        if lasting:
            thread.period = thread.earlier = lasting[-1].code
            thread.first = thread.first or thread.period
        thread.heads_list = heads or (thread.heads_list and not self.aims)

    def lasts(self, period: Period, until: int) -> bool:
        """Whether a time holds on for the sentences that follow in the paragraph.

        A year does where a figure was told of it or where it begins a clause: not `vụ xuân năm 2022`.
        """
        name, year = period.name, self.report.year
        if period.planned or any(mark <= period.start for mark in self.aims):
            return False
        if year and (int(period.code[:4]) + ("/" in period.code)) > year:
            return False
        if name == "month":
            return self.report.of_month
        if name in AS_OF:
            return not self.report.certain
        if name == "year":
            return not self.report.of_term and (period.start < until or self.leads(period))
        return name in LASTING

    def leads(self, period: Period) -> bool:
        before = self.low[: period.start].rstrip()
        return (
            not before
            or before.endswith((",", ";", ":", ".", "-", "và", "riêng"))
            or self.low.startswith(FRAMES, period.start)
        )


def per_year(figure: Figure) -> bool:
    """`12,4%/năm`: a mean over the years of the term."""
    return figure.level is not None and (figure.level.unit or "") == "%/năm"


def asked_of_all(figure: Figure) -> bool:
    """Whether what is asked for is a target of the place and no errand: a known amount, a `chỉ tiêu`."""
    counts = figure.label.by == "verb" or (figure.level is not None and figure.level.thing != "")
    return key_of(figure.name) is not None and (not counts or "chỉ tiêu" in figure.raw)


def as_summed(figure: Figure, period: Period) -> str:
    """A flow up to the end of a month sums from the beginning of the year; a stock is of the day."""
    if period.name not in AS_OF or STOCK.match(figure.name.lower()):
        return period.code
    return summed_until(period.code) or period.code
