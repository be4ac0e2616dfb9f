"""The reasons to look at an article, the most pressing first.

To add one, write a class like these and put it into `REASONS`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.db.models import Count, Exists, OuterRef

from archive.history.values import field_name, same, shown
from archive.models import (
    Article,
    ErrorReport,
    MeetingReport,
    Mention,
    Observation,
    Official,
    Proposal,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from archive.history.values import Frozen

LOW = 0.6  # a confidence under this is a doubt of the machine's own
READ = (MeetingReport, Mention, Observation)
WARNINGS = (
    (r"parts sum to more than the total", "các phần cộng lại lớn hơn tổng"),
    (r"parts sum to less than the total", "các phần cộng lại nhỏ hơn tổng"),
    (r"states (\S+) per cent, but the quotient is (\S+)", r"bài ghi \1%, nhưng phép chia cho \2%"),
    (r"growth of (\S+) per cent is unlikely", r"tăng \1% là khó tin"),
    (r"(\S+) per cent of the plan is unlikely", r"đạt \1% kế hoạch là khó tin"),
    (r"a share of (\S+) per cent is unlikely", r"tỷ lệ \1% là khó tin"),
    (
        r"outside the plausible range (\S+) to (\S+) (.+)",
        r"ngoài khoảng thường gặp, từ \1 đến \2 \3",
    ),
)


class Found(NamedTuple):
    """How many places of an article a reason points at, and what the first one says."""

    places: int
    detail: str = ""


class Reason(Protocol):
    """`words` names it on the queue; `weight` orders the queue, the heavier the sooner."""

    key: str
    words: str
    weight: int

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        """Those of the articles that have it. A fixed number of queries."""


class Disagreement:
    key, words, weight = "proposals", "máy đọc khác người", 50

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        return counted(Proposal.objects.waiting(), articles)


class Reported:
    key, words, weight = "reported", "bạn đọc báo lỗi", 60

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        rows = ErrorReport.objects.filter(article__among=articles, status=ErrorReport.Status.OPEN)
        found: dict[int, list[str]] = defaultdict(list)
        for row in rows.only("article_id", "text"):
            found[row.article_id or 0].append(row.text)
        return told(found)


class UnknownPlace:
    key, words, weight = "place", "chưa rõ địa phương", 45

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        rows = Article.objects.filter(pk__among=articles, place=None)
        open_ones = (row for row in rows.only("human_fields") if "place" not in row.human_fields)
        return {row.pk: Found(1) for row in open_ones}


class Warned:
    key, words, weight = "warnings", "số liệu không khớp", 40

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        rows = Observation.objects.by_machine().filter(article__among=articles).exclude(warnings=[])
        found: dict[int, list[str]] = defaultdict(list)
        for row in rows.only("article_id", "name", "warnings"):
            found[row.article_id] += [f"{row.name}: {warning_words(w)}" for w in row.warnings]
        return told(found)


class ReportsDiffer:
    key, words, weight = "reports", "các bài nói khác nhau về một cuộc họp", 40

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        reported = MeetingReport.objects.valid().filter(article__among=articles)
        rows = MeetingReport.objects.valid().filter(meeting__in=reported.values("meeting"))
        by_meeting: dict[int, list[MeetingReport]] = defaultdict(list)
        needed = ("article_id", "state", "read", "meeting__human_fields")
        for row in rows.select_related("meeting").only(*needed):
            by_meeting[row.meeting_id].append(row)
        found: dict[int, list[str]] = defaultdict(list)
        for reports in by_meeting.values():
            said = all_readings(reports)
            for row in reports:
                if row.article_id in articles and row.state == State.EXTRACTED:
                    found[row.article_id] += differences(row, said)
        return told(found)


class FiguresDiffer:
    key, words, weight = "figures", "các bài nêu số khác nhau", 35

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        return counted(self.rows(articles), articles)

    def rows(self, articles: Collection[int]) -> Any:
        own = Observation.objects.by_machine().filter(article__among=articles)
        lower = rivals(value__lt=OuterRef("value"))
        higher = rivals(value__gt=OuterRef("value"))
        return own.filter(Exists(lower) | Exists(higher))


class Namesakes:
    key, words, weight = "namesakes", "có thể trùng cán bộ", 25

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        others = Official.objects.filter(
            folded=OuterRef("official__folded"),
            province=OuterRef("official__province"),
            merged_into=None,
        ).exclude(pk=OuterRef("official"))
        return counted(Mention.objects.by_machine().filter(Exists(others)), articles)


class Unsure:
    key, words, weight = "confidence", "máy không chắc", 10

    def find(self, articles: Collection[int]) -> dict[int, Found]:
        total: dict[int, int] = defaultdict(int)
        for model in READ:
            rows = model._default_manager.filter(state=State.EXTRACTED, confidence__lt=LOW)
            for article, found in counted(rows, articles).items():
                total[article] += found.places
        return {article: Found(count) for article, count in total.items()}


REASONS: tuple[Reason, ...] = (
    Reported(),
    Disagreement(),
    UnknownPlace(),
    Warned(),
    ReportsDiffer(),
    FiguresDiffer(),
    Namesakes(),
    Unsure(),
)


def counted(rows: Any, articles: Collection[int]) -> dict[int, Found]:
    """How many of these rows each article has."""
    per_article = rows.filter(article__among=articles).order_by().values_list("article")
    return {article: Found(count) for article, count in per_article.annotate(n=Count("pk"))}


def told(found: dict[int, list[str]]) -> dict[int, Found]:
    return {article: Found(len(words), words[0][:300]) for article, words in found.items() if words}


def warning_words(warning: str) -> str:
    """A warning of the rules in the words of an editor."""
    for pattern, words in WARNINGS:
        if re.fullmatch(pattern, warning):
            return re.sub(pattern, words, warning)
    return warning


def all_readings(reports: Iterable[MeetingReport]) -> dict[str, list[Frozen]]:
    """What the reports of a meeting say of each field, each value once: thousands may report one meeting."""
    said: dict[str, list[Frozen]] = defaultdict(list)
    for report in reports:
        for name, value in report.read.items():
            if not any(same(value, other) for other in said[name]):
                said[name].append(value)
    return said


def differences(report: MeetingReport, said: Mapping[str, Iterable[Frozen]]) -> list[str]:
    """What is said otherwise of the meeting elsewhere, but for fields that a person has settled."""
    settled = report.meeting.human_fields
    return [
        f"{field_name('meeting', name)}: {shown('meeting', name, value)} và "
        f"{shown('meeting', name, other)}"
        for name, value in report.read.items()
        if name not in settled
        for other in said[name]
        if not same(value, other)
    ]


def rivals(**value: OuterRef) -> Any:
    """For a subquery on figures: another article's value of the same series, place and period."""
    alike = {name: OuterRef(name) for name in ("indicator", "place", "period", "kind", "unit")}
    others = Observation.objects.valid().filter(**alike, **value).exclude(period="")
    return others.exclude(article=OuterRef("article"))
