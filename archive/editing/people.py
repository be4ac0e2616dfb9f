"""A person in an article, with posts and parts, corrected or added as one thing."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from django.db import transaction

from archive.editing.adding import add_row
from archive.editing.judging import judge, set_values
from archive.editing.showing import show
from archive.importing.people import free_slug, province_of
from archive.importing.posts import post_place
from archive.models import (
    Article,
    Change,
    Mention,
    Official,
    Participation,
    Position,
    PositionReport,
    State,
)
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.editing.adding import Words
    from archive.history.changes import By

Action = Change.Action


@dataclass(frozen=True, slots=True)
class Person:
    """What an editor says of a person: `posts` in the order of the text, `roles` as their keys.

    `official` None makes a new person of this name.
    """

    name: str
    official: Official | None
    posts: Sequence[str]
    roles: Sequence[str]


@transaction.atomic
def add_person(article: Article, told: Person, words: Words, by: By) -> Mention:
    """A person whom the machine overlooked; everything rests on the words that were chosen."""
    official = told.official or new_official(told.name, article)
    order = article.mentions.count()
    mention = Mention(article=article, official=official, name=told.name, order=order)
    add_row(mention, words, by)
    hang(mention, told, words, by)
    show([article.pk])
    return mention


@transaction.atomic
def correct_person(mention: Mention, told: Person, by: By) -> None:
    official = told.official or new_official(told.name, mention.article)
    set_values(mention, {"name": told.name, "official": official}, Action.CORRECTED, by)
    hang(mention, told, None, by)
    show([mention.article_id])


def new_official(name: str, article: Article) -> Official:
    return Official.objects.create(
        name=name, folded=fold(name), province=province_of(article.place), slug=free_slug(name)
    )


def hang(mention: Mention, told: Person, words: Words | None, by: By) -> None:
    """Make posts and parts what the editor says: kept, put right, added or rejected."""
    posts = mention.position_reports.valid().select_related("position").order_by("order", "pk")
    reports = list(posts)
    titles = [report.position.title for report in reports]
    wanted = list(told.posts)
    for tag, a, b, c, d in SequenceMatcher(None, titles, wanted, autojunk=False).get_opcodes():
        kept = d - c if tag == "replace" else b - a if tag == "equal" else 0
        pairs = zip(reports[a:b], wanted[c:d], strict=False)
        for report, title in pairs:
            position = position_of(mention, title)
            set_values(report, {"position": position}, Action.CORRECTED, by)
        for report in reports[a + kept : b]:
            judge(report, State.REJECTED, Action.REJECTED, by)
        for title in wanted[c + min(kept, b - a) : d] if tag != "equal" else ():
            add_post(mention, title, words, by)
    hang_roles(mention, set(told.roles), words, by)


def add_post(mention: Mention, title: str, words: Words | None, by: By) -> None:
    position = position_of(mention, title)
    rejected = mention.position_reports.filter(position=position).first()
    if rejected:
        set_values(rejected, {"state": State.CONFIRMED}, Action.CONFIRMED, by)
        return
    report = PositionReport(
        article=mention.article,
        mention=mention,
        position=position,
        order=mention.position_reports.count(),
        on=mention.article.sort_date,
    )
    add_row(report, words, by)


def position_of(mention: Mention, title: str) -> Position:
    place = post_place(title, mention.article)
    return Position.objects.get_or_create(official=mention.official, title=title, place=place)[0]


def hang_roles(mention: Mention, wanted: set[str], words: Words | None, by: By) -> None:
    parts: dict[str, Any] = {part.role: part for part in mention.participations.all()}
    for role, part in parts.items():
        if role not in wanted and part.state != State.REJECTED:
            judge(part, State.REJECTED, Action.REJECTED, by)
        elif role in wanted and part.state == State.REJECTED:
            set_values(part, {"state": State.CONFIRMED}, Action.CONFIRMED, by)
    report = mention.article.meetingreports.valid().order_by("pk").first()
    for role in sorted(wanted - parts.keys()):
        part = Participation(article=mention.article, mention=mention, role=role)
        part.meeting = report.meeting if report else None
        add_row(part, words, by)
