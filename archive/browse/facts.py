"""The facts of one article as its page shows them: sigla, marks in the text, cards beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from archive.browse.marks import Marker, Segment, anchor_of
from archive.models import MeetingReport, Mention, Observation, Participation, PositionReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Article, ArticleVersion


@dataclass(frozen=True, slots=True)
class Card:
    """A fact beside the text. `marked`: the text shows it too, under `anchor`."""

    siglum: str
    row: Any
    anchor: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Cards by kind, and body and captions with their marks."""

    meetings: list[Card]
    people: list[Card]
    figures: list[Card]
    paragraphs: list[list[Segment]]
    captions: list[list[Segment]]


def article_facts(article: Article, version: ArticleVersion) -> ArticleFacts:
    """All that the article page shows of its facts, in a fixed number of queries."""
    rows = {
        "meeting_report": numbered("H", meetings_of(article)),
        "mention": numbered("N", people_of(article)),
        "observation": numbered("S", figures_of(article)),
    }
    sigla = {(kind, row.pk): siglum for kind, group in rows.items() for siglum, row in group}
    marker = Marker(sigla)
    paragraphs, captions = marked_texts(version, marker)
    cards = {
        kind: [
            Card(siglum, row, anchor_of((kind, row.pk)), (kind, row.pk) in marker.seen)
            for siglum, row in group
        ]
        for kind, group in rows.items()
    }
    return ArticleFacts(
        cards["meeting_report"], cards["mention"], cards["observation"], paragraphs, captions
    )


def numbered(letter: str, rows: Iterable[Any]) -> list[tuple[str, Any]]:
    """`N1`, `N2` … and their rows."""
    return [(f"{letter}{i}", row) for i, row in enumerate(rows, 1)]


def marked_texts(
    version: ArticleVersion, marker: Marker
) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """Paragraphs of the body, then captions: a fact's anchor lies in the body where it can."""
    evidence = list(version.evidence.exclude(where="title"))
    body = marker.paragraphs(version.body, [row for row in evidence if row.where == "body"])
    captions = [
        marker.segments(
            caption, [row for row in evidence if row.where == "captions" and row.index == index]
        )
        for index, caption in enumerate(version.captions)
    ]
    return body, captions


def meetings_of(article: Article) -> Any:
    return MeetingReport.objects.valid().filter(article=article).select_related("meeting__place")


def figures_of(article: Article) -> Any:
    return Observation.objects.valid().filter(article=article).select_related("indicator", "parent")


def people_of(article: Article) -> Any:
    posts: Any = PositionReport.objects.valid().select_related("position").order_by("order")
    roles: Any = Participation.objects.valid().order_by("pk")
    return (
        Mention.objects.valid()
        .filter(article=article)
        .select_related("official")
        .prefetch_related(
            Prefetch("position_reports", posts, to_attr="posts"),
            Prefetch("participations", roles, to_attr="roles"),
        )
        .order_by("order", "pk")
    )
