"""Who is reported beside a person: at the same meetings, and in the same bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from archive.models import Article, Official, Participation, Position, PositionReport, State
from archive.ordering import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Place

MOST = 12
# The body at the end of a post, by its own words: what several people can sit in together.
BODY = re.compile(
    r"(Ban Thường vụ (?:Tỉnh|Thành|Huyện|Thị|Quận) ủy|Ban Chấp hành Đảng bộ.*"
    r"|(?:Tỉnh|Thành|Huyện|Thị|Quận) ủy|Hội đồng nhân dân.*|Ủy ban nhân dân.*"
    r"|Ủy ban (?:Kiểm tra|Mặt trận).*|Đoàn đại biểu Quốc hội.*)$"
)
FORMER = "nguyên"


@dataclass(slots=True)
class Colleague:
    """A person in the same body, with the posts there."""

    official: Official
    posts: list[str] = field(default_factory=list)


def at_meetings(official: Official) -> Any:
    """People who took part in the same meetings, most often first; `times` says how often."""
    shown = Article.objects.published()
    own = Participation.objects.valid().filter(mention__official=official, article__in=shown)
    meetings = own.exclude(mention__state=State.REJECTED).exclude(meeting=None).values("meeting")
    together = (
        Q(mentions__participations__meeting__in=meetings)
        & Q(mentions__article__in=shown)
        & ~Q(mentions__participations__state=State.REJECTED)
        & ~Q(mentions__state=State.REJECTED)
    )
    return (
        Official.objects.filter(together, merged_into=None)
        .exclude(pk=official.pk)
        .annotate(times=Count("mentions__participations__meeting", distinct=True))
        .order_by("-times", by_name("name"), "pk")[:MOST]
    )


def in_bodies(official: Official, positions: Iterable[Position]) -> dict[str, list[Colleague]]:
    """Body → people with a reported post in it at the same place. One query."""
    wanted = {(position.place, body) for position in positions if (body := body_of(position.title))}
    if not wanted:
        return {}
    same = reduce(or_, (Q(place=place, title__endswith=body) for place, body in wanted))
    reported = PositionReport.objects.valid().filter(article__in=Article.objects.published())
    rows = (
        Position.objects.filter(same, pk__in=reported.values("position"))
        .filter(official__merged_into=None)
        .exclude(official=official)
        .select_related("official", "place")
        .order_by(by_name("official__name"), "pk")[: 10 * MOST]
    )
    bodies: dict[str, dict[int, Colleague]] = {}
    for row in rows:
        body = body_of(row.title)
        if (row.place, body) in wanted:
            people = bodies.setdefault(named(body, row.place), {})
            people.setdefault(row.official_id, Colleague(row.official)).posts.append(row.title)
    return {body: list(people.values())[:MOST] for body, people in bodies.items()}


def body_of(title: str) -> str:
    """`Phó Bí thư Thường trực Thị ủy` → `Thị ủy`; none of a former post."""
    found = BODY.search(title)
    return found[1] if found and not title.startswith(FORMER) else ""


def named(body: str, place: Place | None) -> str:
    return f"{body}, {place}" if place else body
