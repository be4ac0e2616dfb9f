"""What the rows say that an import asks of them, and what it adds.

Good for one transaction; the next one reads anew, because editors and other imports write too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from archive.importing.shelf import Shelf
from archive.models import (
    Article,
    ArticleVersion,
    Capture,
    Indicator,
    IndicatorAlias,
    Meeting,
    Mention,
    Official,
    Place,
    Position,
    Source,
    SourceAddress,
)
from archive.models.among import OneOf

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date

    Fetch = Callable[[Collection[Any]], Iterator[tuple[Any, Any]]]
    Numbers = tuple[int, str, int, int]  # place, kind, congress, ordinal
    Day = tuple[int, str, date]  # place, kind, day


class Known:
    """The shelves of one transaction, by what their keys are."""

    def __init__(self) -> None:
        self.places: Shelf[str, Place] = Shelf(places_by_slug)
        self.sources: Shelf[str, Source] = Shelf(sources_by_slug)
        self.hosts: Shelf[str, Source] = Shelf(sources_by_host)
        self.articles: Shelf[str, Article] = Shelf(articles_by_identity)
        self.twins: Shelf[str, Article] = Shelf(articles_by_content)
        self.captures: Shelf[str, Capture] = Shelf(captures_by_digest)
        self.namesakes: Shelf[tuple[str, int | None], Official] = Shelf(officials_by_name)
        self.slugs: Shelf[str, int] = Shelf(officials_by_slug)
        self.posts: Shelf[str, Position] = Shelf(positions_by_official)
        self.homes: Shelf[str, int | None] = Shelf(places_by_official)
        self.catalogue: Shelf[str, Indicator] = Shelf(series_by_key)
        self.aliases: Shelf[str, Indicator] = Shelf(series_by_alias)
        self.series: Shelf[str, Indicator] = Shelf(series_by_slug)
        self.meetings: dict[int, Meeting] = {}
        self.numbered: Shelf[Numbers, Meeting] = Shelf(one_each(meetings_by_number, self.meetings))
        self.held: Shelf[Day, Meeting] = Shelf(one_each(meetings_by_day, self.meetings))

    def introduce(self, official: Official) -> None:
        """Let a person be found who is new and has no number yet."""
        self.namesakes.add((official.folded, official.province_id), official)
        self.slugs.add(official.slug, official.pk)
        self.posts.begin(official.slug)
        self.homes.begin(official.slug)

    def shelve(self, meeting: Meeting) -> None:
        """Let a meeting be found by all that is known of it now, which no other page may ask for."""
        self.meetings.setdefault(meeting.pk, meeting)
        if meeting.place_id is None:
            return
        if meeting.congress is not None and meeting.ordinal is not None:
            numbers = (meeting.place_id, meeting.kind, meeting.congress, meeting.ordinal)
            self.numbered.note(numbers, meeting)
        if meeting.held_on is not None:
            self.held.note((meeting.place_id, meeting.kind, meeting.held_on), meeting)


# --- what each shelf asks


def places_by_slug(slugs: Collection[str]) -> Iterator[tuple[str, Place]]:
    rows = Place.objects.filter(slug__among=slugs).select_related("parent")
    for place in rows.prefetch_related("units"):
        yield place.slug, place


def sources_by_slug(slugs: Collection[str]) -> Iterator[tuple[str, Source]]:
    for source in Source.objects.filter(slug__among=slugs).select_related("merged_into"):
        yield source.slug, source


def sources_by_host(hosts: Collection[str]) -> Iterator[tuple[str, Source]]:
    rows = SourceAddress.objects.filter(host__among=hosts, path_prefix="")
    for address in rows.select_related("source"):
        yield address.host, address.source


def articles_by_identity(identities: Collection[str]) -> Iterator[tuple[str, Article]]:
    """Held until the transaction ends: what is to be changed must not be changed meanwhile."""
    rows = Article.objects.select_for_update(of=("self",), no_key=True)
    for article in rows.filter(identity__among=identities).order_by("pk"):
        yield article.identity, article


def articles_by_content(hashes: Collection[str]) -> Iterator[tuple[str, Article]]:
    rows = ArticleVersion.objects.filter(content_hash__among=hashes).select_related("article")
    for version in rows.only("content_hash", "article").order_by("article", "number"):
        yield version.content_hash, version.article


def captures_by_digest(digests: Collection[str]) -> Iterator[tuple[str, Capture]]:
    for capture in Capture.objects.filter(sha256__among=digests):
        yield capture.sha256, capture


def officials_by_name(
    names: Collection[tuple[str, int | None]],
) -> Iterator[tuple[tuple[str, int | None], Official]]:
    """By folded name and province."""
    rows = Official.objects.filter(in_provinces({province for _, province in names}))
    rows = rows.filter(folded__among={folded for folded, _ in names}).select_related("merged_into")
    for official in rows.defer("human_fields", "machine_values").order_by("pk"):
        yield (official.folded, official.province_id), official


def in_provinces(provinces: Collection[int | None]) -> Q:
    scope = Q(province__among={province for province in provinces if province is not None})
    return scope | Q(province=None) if None in provinces else scope


def officials_by_slug(slugs: Collection[str]) -> Iterator[tuple[str, int]]:
    yield from Official.objects.filter(slug__among=slugs).values_list("slug", "pk")


def positions_by_official(slugs: Collection[str]) -> Iterator[tuple[str, Position]]:
    rows = Position.objects.filter(official__slug__among=slugs).annotate(whose=F("official__slug"))
    for position in rows.only("title", "place", "official").order_by("pk"):
        yield position.whose, position


def places_by_official(slugs: Collection[str]) -> Iterator[tuple[str, int | None]]:
    """Where the articles are at home that name them."""
    rows = Mention.objects.filter(official__slug__among=slugs).order_by()
    yield from rows.values_list("official__slug", "article__place_id").distinct()


def series_by_key(keys: Collection[str]) -> Iterator[tuple[str, Indicator]]:
    for indicator in Indicator.objects.filter(key__among=keys).select_related("merged_into"):
        yield indicator.key, indicator


def series_by_alias(names: Collection[str]) -> Iterator[tuple[str, Indicator]]:
    """By folded name."""
    rows = IndicatorAlias.objects.filter(folded__among=names)
    for alias in rows.select_related("indicator__merged_into"):
        yield alias.folded, alias.indicator


def series_by_slug(slugs: Collection[str]) -> Iterator[tuple[str, Indicator]]:
    for indicator in Indicator.objects.filter(slug__among=slugs).select_related("merged_into"):
        yield indicator.slug, indicator


def meetings_by_number(keys: Collection[Numbers]) -> Iterator[tuple[Numbers, Meeting]]:
    rows = standing_first().filter(OneOf(("place", "kind", "congress", "ordinal"), keys))
    for row in rows:
        yield (row.place_id, row.kind, row.congress, row.ordinal), row


def meetings_by_day(keys: Collection[Day]) -> Iterator[tuple[Day, Meeting]]:
    rows = standing_first().filter(OneOf(("place", "kind", "held_on"), keys))
    for row in rows:
        yield (row.place_id, row.kind, row.held_on), row


def one_each(fetch: Fetch, meetings: dict[int, Meeting]) -> Fetch:
    """A meeting may stand on two shelves, and must be one object on both."""

    def fetched(keys: Collection[Any]) -> Iterator[tuple[Any, Meeting]]:
        for key, meeting in fetch(keys):
            yield key, meetings.setdefault(meeting.pk, meeting)

    return fetched


def standing_first() -> Any:
    """Meetings, held; those that were merged into another come after those that stand."""
    rows = Meeting.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.select_related("merged_into")
    return rows.order_by(F("merged_into").asc(nulls_first=True), "pk")
