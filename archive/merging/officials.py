"""People: their mentions and posts move; a post that both have is told by the reports of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archive.importing.people import free_slug
from archive.merging.judged import judge
from archive.models import Official, Position, PositionReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.merging.journal import Journal
    from archive.models import Mention


def merge(kept: Official, gone: Official, journal: Journal) -> None:
    journal.move(gone.merged.all(), "merged_into", kept)
    journal.set(gone, merged_into=kept)
    journal.move(gone.mentions.all(), "official", kept)
    twins = {(post.title, post.place_id): post for post in kept.positions.all()}
    for post in gone.positions.all():
        twin = twins.get((post.title, post.place_id))
        if twin is None:
            journal.set(post, official=kept)
        else:
            journal.move(post.reports.all(), "position", twin)
            fill_days(twin, post, journal)


def fill_days(twin: Position, post: Position, journal: Journal) -> None:
    """Days that only the other record has; never a start after the end."""
    start, end = twin.started_on or post.started_on, twin.ended_on or post.ended_on
    if not (start and end and start > end):
        journal.set(twin, started_on=start, ended_on=end)


def split(official: Official, mentions: Iterable[Mention], journal: Journal) -> Official:
    """The chosen mentions are somebody else's, with the posts that they report."""
    values = {"name": official.name, "folded": official.folded, "province": official.province}
    other: Official = journal.make(Official, slug=free_slug(official.name), **values)
    chosen = list(mentions)
    for mention in chosen:
        journal.set(mention, official=other)
        judge(mention, journal)
    reports = PositionReport.objects.filter(mention__in=chosen).select_related("position")
    for post in {report.position for report in reports}:
        move_post(post, other, chosen, journal)
    return other


def move_post(post: Position, other: Official, chosen: list[Mention], journal: Journal) -> None:
    """The post itself where only the chosen mentions report it, else one like it."""
    reports = post.reports.filter(mention__in=chosen)
    if post.reports.exclude(mention__in=chosen).exists():
        twin = journal.make(Position, official=other, title=post.title, place=post.place)
        journal.move(reports, "position", twin)
    else:
        journal.set(post, official=other)


def articles(official: Official) -> set[int]:
    return set(official.mentions.values_list("article_id", flat=True))


def parts(official: Official) -> list[dict[str, Any]]:
    """What a split may choose from: one entry a mention, with its posts in that article."""
    rows = official.mentions.select_related("article__place").prefetch_related(
        "position_reports__position"
    )
    return [
        {
            "id": row.pk,
            "rows": [row],
            "title": row.article.title,
            "detail": ", ".join(str(report.position) for report in row.position_reports.all()),
            "where": row.article.place,
            "day": row.article.sort_date,
            "article": row.article,
        }
        for row in rows.order_by("article__sort_date", "pk")
    ]
