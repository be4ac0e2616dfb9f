"""Officials of a record → rows. A person is a name within a line of places, never a name alone."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from archive.importing.facts import Reading, Sameness, key_of_person, reconcile
from archive.importing.known import Known
from archive.importing.ledger import is_new
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
    from archive.importing.ledger import Ledger
    from archive.models import Article, ArticleVersion, Meeting


SLUGS = 20  # addresses that are tried by one query

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
    version: ArticleVersion,
    officials: Sequence[OfficialFact],
    meeting: Meeting | None,
    ledger: Ledger,
) -> None:
    """Reconcile the people of an article, their posts and their roles with what was read."""
    standing = standing_mentions(version.article)
    readings = [
        mention_reading(version, i, fact, standing, ledger) for i, fact in enumerate(officials)
    ]
    mentions = reconcile(Mention, version, readings, ledger, sameness=SAME_PERSON)
    if not is_new(version.article):
        ledger.write()
        drop_unused(reading.values["official"] for reading in readings)
    named = [(mentions[r.key], fact) for r, fact in zip(readings, officials, strict=True)]
    people = [(mention, fact) for mention, fact in named if mention.state != State.REJECTED]
    reconcile(
        PositionReport,
        version,
        [r for mention, fact in people for r in position_readings(version, mention, fact, ledger)],
        ledger,
        sameness=SAME_POST,
    )
    reconcile(
        Participation,
        version,
        [r for mention, fact in people for r in role_readings(mention, fact, meeting)],
        ledger,
        sameness=SAME_ROLE,
    )


def standing_mentions(article: Article) -> dict[str, Mention]:
    """Who is named in the article so far, by what was read."""
    if is_new(article):
        return {}
    return {row.machine_key: row for row in article.mentions.select_related("official")}


def drop_unused(officials: Iterable[Official]) -> None:
    """Delete people who were made for a reading that turned out to be of somebody judged."""
    Official.objects.filter(
        pk__in=[official.pk for official in officials], mentions=None, positions=None, merged=None
    ).delete()


def mention_key(fact: OfficialFact) -> str:
    return key_of_person("official", fact.name)


def mention_reading(
    version: ArticleVersion,
    order: int,
    fact: OfficialFact,
    standing: dict[str, Mention],
    ledger: Ledger,
) -> Reading:
    key = mention_key(fact)
    return Reading(
        key=key,
        values={
            "official": official_of(version, fact, standing.get(key), ledger),
            "name": fact.name,
            "order": order,
            "rule": fact.rule,
            "confidence": round(fact.confidence, 2),
        },
        spans=tuple(("", span) for span in fact.spans),
    )


def position_readings(
    version: ArticleVersion, mention: Mention, fact: OfficialFact, ledger: Ledger
) -> list[Reading]:
    article = version.article
    readings = []
    for order, post in enumerate(fact.positions):
        place = post_place(post.title, article)
        position = position_of(mention.official, post.title, place, ledger)
        readings.append(
            Reading(
                key=key_of_person("position", fact.name, post.title),
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


def position_of(official: Official, title: str, place: Place | None, ledger: Ledger) -> Position:
    """The post of a person, made where it is new."""
    place_id = place.pk if place else None
    for post in ledger.known.posts[official.slug]:
        if (post.title, post.place_id) == (title, place_id):
            return post
    post = ledger.add(Position, official=official, title=title, place=place)
    ledger.known.posts.add(official.slug, post)
    return post


def role_readings(mention: Mention, fact: OfficialFact, meeting: Meeting | None) -> list[Reading]:
    return [
        Reading(
            key=key_of_person("role", fact.name, role.role),
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


def official_of(
    version: ArticleVersion, fact: OfficialFact, known: Mention | None, ledger: Ledger
) -> Official:
    """The person whom somebody chose or named, where the article has this name already."""
    if known and (known.state != State.EXTRACTED or known.official.human_fields):
        return known.official
    official = resolve_official(version.article, fact, ledger)
    ledger.known.homes.note(official.slug, version.article.place_id)
    return official


def resolve_official(article: Article, fact: OfficialFact, ledger: Ledger) -> Official:
    """The person of that name who shares a line of places with this mention, else a new one.

    A name that a person has merged into another's stands for that other: nobody is split again. Of
    two who fit, the one who holds such a post.
    """
    province = province_of(article.place)
    name = shadow(fact.name)
    places = {place.pk for post in fact.positions if (place := post_place(post.title, article))}
    key = (fold(name), province.pk if province else None)
    namesakes = ledger.known.namesakes[key]
    people = [standing(row) for row in namesakes if shadow(row.name) == name]
    fitting = [row for row in people if shares_line(row, places, article.place, ledger)]
    if fitting:
        titles = {post.title for post in fact.positions}
        return min(fitting, key=lambda row: (-shared_posts(row, titles, ledger), row.pk))
    slug = free_slug(name, ledger.known)
    official = ledger.add(Official, name=name, folded=fold(name), province=province, slug=slug)
    ledger.known.introduce(official)
    return official


def standing(official: Official) -> Official:
    """The person that a merged record stands for."""
    while official.merged_into_id and official.merged_into:
        official = official.merged_into
    return official


def shared_posts(official: Official, titles: set[str], ledger: Ledger) -> int:
    return sum(post.title in titles for post in ledger.known.posts[official.slug])


def province_of(place: Place | None) -> Place | None:
    return (place.parent or place) if place else None


def shares_line(candidate: Official, places: set[int], home: Place | None, ledger: Ledger) -> bool:
    """Whether they share a post's place; a person without posts, the article's place."""
    if places:
        return any(post.place_id in places for post in ledger.known.posts[candidate.slug])
    return (home.pk if home else None) in ledger.known.homes[candidate.slug]


def slug_stem(name: str) -> str:
    return slugify_vi(name) or "khong-ten"


def free_slug(name: str, known: Known | None = None) -> str:
    """`sai-thi-yen`, then `sai-thi-yen-2` for the next person of that name."""
    stem = slug_stem(name)
    taken = (known or Known()).slugs
    if not taken[stem]:
        return stem
    for start in count(2, SLUGS):
        slugs = numbered_slugs(stem, start)
        taken.expect(slugs)
        free = next((slug for slug in slugs if not taken[slug]), None)
        if free:
            return free
    raise AssertionError  # the numbers do not end


def numbered_slugs(stem: str, start: int) -> list[str]:
    return [f"{stem}-{number}" for number in range(start, start + SLUGS)]
