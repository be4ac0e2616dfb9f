"""A person's posts through time, as articles report them: when first, when last, in which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from archive.browse.marks import anchor_of
from archive.browse.office import public_reports
from archive.browse.passages import passage
from archive.models import Evidence

if TYPE_CHECKING:
    from datetime import date

    from archive.browse.passages import Passage
    from archive.models import Article, Official, PositionReport


@dataclass(slots=True)
class Telling:
    """One article and the posts that it gives; `anchor` is the person's mark in it."""

    article: Article
    anchor: str
    on: date | None
    reports: list[PositionReport] = field(default_factory=list)

    @property
    def passage(self) -> Passage | None:
        """The sentence that gives the first of the posts."""
        for report in self.reports:
            for row in report.in_body:  # type: ignore[attr-defined]  # prefetched
                return passage(row.version.body, row.start, row.end)
        return None


@dataclass(slots=True)
class Spell:
    """Articles that give the same posts, oldest first. No claim that they were held in between."""

    tellings: list[Telling]

    @property
    def first(self) -> Telling:
        return self.tellings[0]

    @property
    def last(self) -> Telling:
        return self.tellings[-1]


def spells(official: Official) -> list[Spell]:
    """The posts of a person by the day of their first report. Two queries."""
    alike: dict[frozenset[int], Spell] = {}
    for telling in tellings(official):
        posts = frozenset(report.position_id for report in telling.reports)
        alike.setdefault(posts, Spell([])).tellings.append(telling)
    return list(alike.values())


def tellings(official: Official) -> list[Telling]:
    evidence = Evidence.objects.filter(where="body").select_related("version")
    reports: Any = (
        public_reports()
        .filter(mention__official=official)
        .select_related("position__place", "article__place__parent", "mention")
        .prefetch_related(Prefetch("evidence", evidence, to_attr="in_body"))
        .order_by("on", "article", "order")
    )
    told: dict[int, Telling] = {}
    for report in reports:
        anchor = anchor_of(("mention", report.mention_id))
        blank = Telling(report.article, anchor, report.on)
        told.setdefault(report.article_id, blank).reports.append(report)
    return list(told.values())
