"""Who held which post at a place, then and now, as far as articles report it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Max, Min, OuterRef, Q, Subquery

from archive.models import Article, Position, PositionReport, State, Visibility
from archive.ordering import newest

if TYPE_CHECKING:
    from datetime import date

    from archive.models import Place

MOST = 60  # posts of people, those with the newest reports
# Of the reports of a post those that the public may see; by joins, because a subquery inside a sum is gone through
# from end to end for each row once it is too large to be hashed.
SHOWN = Q(reports__article__visibility=Visibility.PUBLIC, reports__article__duplicate_of=None) & ~Q(
    reports__state=State.REJECTED
)


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one post, reported from `first` to `last`; `report` is the newest."""

    report: PositionReport
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Office:
    """A post and all who were reported in it, newest report first. Some posts have several at once."""

    title: str
    holdings: list[Holding]


def public_reports() -> Any:
    """Posts as articles that the public may see report them."""
    return PositionReport.objects.valid().filter(article__in=Article.objects.published())


def offices(place: Place) -> list[Office]:
    """The posts of a place, that with the newest report first. Two queries."""
    of_position = public_reports().filter(position=OuterRef("pk"))
    latest = of_position.order_by(newest("on"), "-pk").values("pk")[:1]
    held: Any = (
        Position.objects.filter(Exists(of_position), place=place)
        .annotate(
            newest=Subquery(latest), first=Min("reports__on", filter=SHOWN),
            last=Max("reports__on", filter=SHOWN),
        )
        .order_by(newest("last"), "pk")[:MOST]
    )  # fmt: skip
    rows = {row.newest: row for row in held}
    shown = PositionReport.objects.select_related("position__official", "article").in_bulk(rows)
    by_title: dict[str, list[Holding]] = {}
    for pk, row in rows.items():
        by_title.setdefault(row.title, []).append(Holding(shown[pk], row.first, row.last))
    return [Office(title, holdings) for title, holdings in by_title.items()]
