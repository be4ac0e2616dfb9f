"""People who may be one: the same name within a line of provinces, and posts that fit together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count

from archive.merging.pairs import Pair, compared
from archive.models import Mention, Official, PositionReport, Succession
from archive.vietnamese.dates import vi_day
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NAMES_AT_ONCE = 150  # names looked at for one page of proposals
NEXT_POST = timedelta(days=5 * 365)  # a post that follows another within a term
TOO_FAR = timedelta(days=18 * 365)  # between two sightings; few hold office longer unseen


@dataclass(slots=True)
class Post:
    """A post as the reports tell it, from the first to the last day."""

    title: str
    place: Any
    first: date | None
    last: date | None

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        return f"{self.title}{where}"

    @property
    def days(self) -> str:
        if self.first is None or self.last is None:
            return "không rõ ngày"
        first, last = vi_day(self.first), vi_day(self.last)
        return first if first == last else f"{first} đến {last}"


@dataclass(slots=True)
class Known:
    """What the articles tell of one person."""

    posts: list[Post] = field(default_factory=list)
    articles: dict[int, str] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)


def official_pairs(text: str = "", province: int | None = None) -> list[Pair]:
    """Proposals among the people of a name or of a province, else of the first names that repeat."""
    rows = Official.objects.filter(merged_into=None)
    if text:
        rows = rows.filter(folded__contains=text)
    if province:
        rows = rows.filter(province=province)
    repeated = rows.values("folded").annotate(n=Count("pk")).filter(n__gt=1)
    names = list(repeated.order_by("-n", "folded").values_list("folded", flat=True)[:NAMES_AT_ONCE])
    people = Official.objects.filter(merged_into=None, folded__in=names)
    by_name: dict[str, list[Official]] = defaultdict(list)
    for person in people.select_related("province").order_by("province", "pk"):
        by_name[person.folded].append(person)
    known, lines = (
        told(person.pk for group in by_name.values() for person in group),
        province_lines(),
    )
    return compared("official", by_name.values(), lambda pair: compare(pair, known, lines), least=2)


def told(ids: Iterable[int]) -> dict[int, Known]:
    """What is known of these people, in two queries."""
    known: dict[int, Known] = defaultdict(Known)
    wanted = list(ids)
    mentions = Mention.objects.valid().filter(official__in=wanted)
    for mention in mentions.select_related("article__place"):
        person, article = known[mention.official_id], mention.article
        person.articles[article.pk] = article.title
        if article.place:
            person.places[article.place.pk] = str(article.place)
        if article.sort_date:
            person.days.append(article.sort_date)
    for pk, posts in posts_of(wanted).items():
        known[pk].posts = posts
    return known


def posts_of(ids: Collection[int]) -> dict[int, list[Post]]:
    reports = PositionReport.objects.valid().filter(position__official__in=ids)
    found: dict[int, dict[int, Post]] = defaultdict(dict)
    for report in reports.select_related("position__place").order_by("on"):
        position = report.position
        post = Post(position.title, position.place, report.on, report.on)
        kept = found[position.official_id].setdefault(position.pk, post)
        kept.first, kept.last = kept.first or report.on, report.on or kept.last
    return {pk: list(posts.values()) for pk, posts in found.items()}


def province_lines() -> dict[int, int]:
    """Each province with the one that stands for its line: Hải Dương and Hải Phòng since 2025 are one."""
    line: dict[int, int] = {}

    def head(pk: int) -> int:
        while line.get(pk, pk) != pk:
            pk = line[pk]
        return pk

    steps = Succession.objects.filter(before__level="province", after__level="province", ended=True)
    for before, after in steps.values_list("before_id", "after_id"):
        line[head(before)] = head(after)
        line.setdefault(head(after), head(after))
    return {pk: head(pk) for pk in line}


def compare(pair: Pair, known: dict[int, Known], lines: dict[int, int]) -> None:
    one, other = pair.first, pair.second
    compare_names(pair)
    compare_provinces(pair, lines)
    compare_posts(pair, known[one.pk].posts, known[other.pk].posts)
    compare_sightings(pair, known[one.pk], known[other.pk])


def compare_names(pair: Pair) -> None:
    if shadow(pair.first.name) == shadow(pair.second.name):
        pair.speaks(1, f"Cùng họ tên, đúng từng dấu: {pair.first.name}")
    else:
        pair.speaks(-2, f"Tên khác dấu: {pair.first.name} và {pair.second.name}")


def compare_provinces(pair: Pair, lines: dict[int, int]) -> None:
    one, other = pair.first.province, pair.second.province
    if one is None or other is None:
        return
    if one == other:
        pair.speaks(1, f"Cùng tỉnh, thành phố: {one}")
    elif lines.get(one.pk, one.pk) == lines.get(other.pk, other.pk):
        pair.speaks(1, f"{one} và {other} nay là một")
    else:
        pair.speaks(-3, f"Khác tỉnh, thành phố: {one} và {other}")


def compare_posts(pair: Pair, ours: list[Post], theirs: list[Post]) -> None:
    for mine in ours:
        for yours in theirs:
            if (mine.title, mine.place) == (yours.title, yours.place):
                pair.speaks(3, f"Cùng chức vụ: {mine}")
            elif mine.place and mine.place == yours.place:
                follow(pair, mine, yours)
            elif is_elsewhere(mine, yours) and overlap(mine, yours):
                pair.speaks(
                    -3,
                    f"Cùng thời gian ở hai nơi: {mine}, {mine.days}; {yours}, {yours.days}",
                )


def follow(pair: Pair, mine: Post, yours: Post) -> None:
    """Two posts in one place, one after the other."""
    early, late = sorted((mine, yours), key=lambda post: post.last or date.min)
    if early.last and late.first and timedelta() < late.first - early.last <= NEXT_POST:
        words = f"Chức vụ nối tiếp ở {mine.place}: {early.title}, {early.days}; {late.title}, {late.days}"
        pair.speaks(2, words)


def is_elsewhere(mine: Post, yours: Post) -> bool:
    """Two districts: a post in a district and one in its province go together."""
    places = (mine.place, yours.place)
    return all(place and place.level == "district" for place in places)


def overlap(mine: Post, yours: Post) -> bool:
    if None in (mine.first, mine.last, yours.first, yours.last):
        return False
    return mine.first <= yours.last and yours.first <= mine.last  # type: ignore[operator]


def compare_sightings(pair: Pair, mine: Known, yours: Known) -> None:
    for pk in mine.articles.keys() & yours.articles.keys():
        pair.speaks(-4, f"Cùng được nêu trong một bài: {mine.articles[pk]}")
    shared = sorted(mine.places[pk] for pk in mine.places.keys() & yours.places.keys())
    if shared:
        pair.speaks(2, f"Cùng được nêu ở {', '.join(shared[:3])}")
    if mine.days and yours.days:
        gap = max(min(mine.days) - max(yours.days), min(yours.days) - max(mine.days))
        if gap > TOO_FAR:
            pair.speaks(-2, f"Cách nhau {gap.days // 365} năm")
