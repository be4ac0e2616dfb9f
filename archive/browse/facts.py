"""The facts of one article as its page shows them: sigla, marks in the text, cards beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from archive.browse.marks import Marker, Segment, anchor_of
from archive.models import MeetingReport, Mention, Observation, Participation, PositionReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Article, ArticleVersion, Evidence


@dataclass(frozen=True, slots=True)
class Card:
    """A fact beside the text. `marked`: the text shows it too, under `anchor`."""

    siglum: str
    row: Any
    anchor: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Cards by kind, and title, body and captions with their marks."""

    meetings: list[Card]
    people: list[Card]
    figures: list[Card]
    title: list[Segment]
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
    texts = marked_texts(article, version, marker)
    cards = {
        kind: [
            Card(siglum, row, anchor_of((kind, row.pk)), (kind, row.pk) in marker.seen)
            for siglum, row in group
        ]
        for kind, group in rows.items()
    }
    return ArticleFacts(cards["meeting_report"], cards["mention"], cards["observation"], *texts)


def numbered(letter: str, rows: Iterable[Any]) -> list[tuple[str, Any]]:
    """`N1`, `N2` … and their rows."""
    return [(f"{letter}{i}", row) for i, row in enumerate(rows, 1)]


def marked_texts(
    article: Article, version: ArticleVersion, marker: Marker
) -> tuple[list[Segment], list[list[Segment]], list[list[Segment]]]:
    """Title, paragraphs, captions. Marked body first: a fact's anchor lies there where it can."""
    places: dict[tuple[str, int], list[Evidence]] = defaultdict(list)
    for row in version.evidence.all():
        places[row.where, row.index].append(row)
    paragraphs = marker.paragraphs(version.body, places["body", 0])
    # A title that an editor has changed is not the text that evidence points into.
    in_title = places["title", 0] if article.title == version.title else []
    title = marker.segments(article.title, in_title)
    captions = [
        marker.segments(caption, places["captions", index])
        for index, caption in enumerate(version.captions)
    ]
    return title, paragraphs, captions


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
