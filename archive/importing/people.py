"""Officials of a record → rows. A person is a name within a line of places, never a name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.importing.facts import Reading, Sameness, machine_key, reconcile
from archive.importing.posts import post_place
from archive.models import (
    Mention,
    Official,
    Participation,
    Place,
    Position,
    PositionReport,
    State,
)
from archive.vietnamese.fold import fold, slugify_vi
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.extraction.record import OfficialFact
    from archive.models import ArticleVersion, Meeting


SAME_PERSON = Sameness(
    by_words=lambda _row, _reading: True,
    by_values=lambda row, reading: row.official_id == reading.values["official"].pk,
)
SAME_POST = Sameness(
    by_words=lambda row, reading: row.mention_id == reading.values["mention"].pk,
    by_values=lambda row, reading: (
        (row.mention_id, row.position_id)
        == (reading.values["mention"].pk, reading.values["position"].pk)
    ),
)
SAME_ROLE = Sameness(
    by_words=lambda _row, _reading: False,  # one phrase gives two roles
    by_values=lambda row, reading: (
        (row.mention_id, row.role) == (reading.values["mention"].pk, reading.values["role"])
    ),
)


def save_officials(
    version: ArticleVersion, officials: Sequence[OfficialFact], meeting: Meeting | None
) -> None:
    """Reconcile the people of an article, their posts and their roles with what was read."""
    standing = {row.machine_key: row for row in version.article.mentions.select_related("official")}
    readings = [mention_reading(version, i, fact, standing) for i, fact in enumerate(officials)]
    mentions = reconcile(Mention, version, readings, sameness=SAME_PERSON)
    drop_unused(reading.values["official"] for reading in readings)
    named = [(mentions[mention_key(fact)], fact) for fact in officials]
    people = [(mention, fact) for mention, fact in named if mention.state != State.REJECTED]
    reconcile(
        PositionReport,
        version,
        [r for mention, fact in people for r in position_readings(version, mention, fact)],
        sameness=SAME_POST,
    )
    reconcile(
        Participation,
        version,
        [r for mention, fact in people for r in role_readings(mention, fact, meeting)],
        sameness=SAME_ROLE,
    )


def drop_unused(officials: Iterable[Official]) -> None:
    """Delete people who were made for a reading that turned out to be of somebody judged."""
    Official.objects.filter(
        pk__in=[official.pk for official in officials], mentions=None, positions=None, merged=None
    ).delete()


def mention_key(fact: OfficialFact) -> str:
    return machine_key("official", fact.name)


def mention_reading(
    version: ArticleVersion, order: int, fact: OfficialFact, standing: dict[str, Mention]
) -> Reading:
    return Reading(
        key=mention_key(fact),
        values={
            "official": official_of(version, fact, standing.get(mention_key(fact))),
            "name": fact.name,
            "order": order,
            "rule": fact.rule,
            "confidence": round(fact.confidence, 2),
        },
        spans=tuple(("", span) for span in fact.spans),
    )


def position_readings(
    version: ArticleVersion, mention: Mention, fact: OfficialFact
) -> list[Reading]:
    article = version.article
    readings = []
    for order, post in enumerate(fact.positions):
        position, _ = Position.objects.get_or_create(
            official=mention.official, title=post.title, place=post_place(post.title, article)
        )
        readings.append(
            Reading(
                key=machine_key("position", fact.name, post.title),
                values={
                    "position": position,
                    "mention": mention,
                    "order": order,
                    "on": article.sort_date,
                    "rule": post.rule,
                    "confidence": round(post.confidence, 2),
                },
                spans=tuple(("", span) for span in post.spans),
            )
        )
    return readings


def role_readings(mention: Mention, fact: OfficialFact, meeting: Meeting | None) -> list[Reading]:
    return [
        Reading(
            key=machine_key("role", fact.name, role.role),
            values={
                "mention": mention,
                "meeting": meeting,
                "role": role.role,
                "rule": role.rule,
                "confidence": round(role.confidence, 2),
            },
            spans=tuple(("", span) for span in role.spans),
        )
        for role in fact.roles
    ]


def official_of(version: ArticleVersion, fact: OfficialFact, known: Mention | None) -> Official:
    """The person whom somebody chose or named, where the article has this name already."""
    if known and (known.state != State.EXTRACTED or known.official.human_fields):
        return known.official
    return resolve_official(version, fact)


def resolve_official(version: ArticleVersion, fact: OfficialFact) -> Official:
    """The person of that name who shares a line of places with this mention, else a new one.

    A name that a person has merged into another's stands for that other: nobody is split again. Of
    two who fit, the one who holds such a post.
    """
    article = version.article
    province = province_of(article.place)
    name = shadow(fact.name)
    places = {post_place(post.title, article) for post in fact.positions} - {None}
    namesakes = (
        Official.objects.filter(folded=fold(name), province=province)
        .select_related("merged_into")
        .order_by("pk")
    )
    people = {standing(row) for row in namesakes if shadow(row.name) == name}
    fitting = [row for row in people if shares_line(row, places, article.place)]
    if fitting:
        titles = {post.title for post in fact.positions}
        return min(fitting, key=lambda row: (-shared_posts(row, titles), row.pk))
    return Official.objects.create(
        name=name, folded=fold(name), province=province, slug=free_slug(name)
    )


def standing(official: Official) -> Official:
    """The person that a merged record stands for."""
    while official.merged_into:
        official = official.merged_into
    return official


def shared_posts(official: Official, titles: set[str]) -> int:
    return official.positions.filter(title__in=titles).count()


def province_of(place: Place | None) -> Place | None:
    return (place.parent or place) if place else None


def shares_line(candidate: Official, places: set[Place | None], home: Place | None) -> bool:
    """Whether they share a post's place; a person without posts, the article's place."""
    if places:
        held = {position.place_id for position in candidate.positions.all()}
        return bool(held & {place.pk for place in places if place})
    seen = {mention.article.place_id for mention in candidate.mentions.all()}
    return (home.pk if home else None) in seen


def free_slug(name: str) -> str:
    """`sai-thi-yen`, then `sai-thi-yen-2` for the next person of that name."""
    stem = slugify_vi(name) or "khong-ten"
    taken = set(Official.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = [stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))]
    return next(slug for slug in candidates if slug not in taken)
