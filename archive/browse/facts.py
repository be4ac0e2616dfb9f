"""The facts of one article as its page shows them: sigla, marks in the text, cards beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from archive.browse.marks import Segment, marks_of, paragraphs
from archive.models import MeetingReport, Mention, Observation, Participation, PositionReport

if TYPE_CHECKING:
    from archive.models import Article, ArticleVersion, Evidence


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Cards by kind, each a pair of siglum and row, and the paragraphs with their marks."""

    meetings: list[tuple[str, MeetingReport]]
    people: list[tuple[str, Mention]]
    figures: list[tuple[str, Observation]]
    paragraphs: list[list[Segment]]
    marked: frozenset[str]


def article_facts(article: Article, version: ArticleVersion) -> ArticleFacts:
    """All that the article page shows of its facts, in a fixed number of queries."""
    meetings = numbered(
        "H", MeetingReport.objects.valid().filter(article=article).select_related("meeting__place")
    )
    people = numbered("N", people_of(article))
    figures = numbered(
        "S",
        Observation.objects.valid().filter(article=article).select_related("indicator", "parent"),
    )
    sigla = {
        **{("meeting_report", row.pk): siglum for siglum, row in meetings},
        **{("mention", row.pk): siglum for siglum, row in people},
        **{("observation", row.pk): siglum for siglum, row in figures},
    }
    evidence: list[Evidence] = list(version.evidence.filter(where="body"))
    marks = marks_of(evidence, sigla)
    return ArticleFacts(
        meetings,
        people,
        figures,
        paragraphs(version.body, marks),
        frozenset(mark.siglum for mark in marks),
    )


def numbered(letter: str, rows: Any) -> list[tuple[str, Any]]:
    return [(f"{letter}{i}", row) for i, row in enumerate(rows, 1)]


def people_of(article: Article) -> Any:
    return (
        Mention.objects.valid()
        .filter(article=article)
        .select_related("official")
        .prefetch_related(
            Prefetch(
                "position_reports",
                PositionReport.objects.valid().select_related("position").order_by("order"),
                to_attr="posts",
            ),
            Prefetch("participations", Participation.objects.valid(), to_attr="roles"),
        )
        .order_by("order", "pk")
    )
