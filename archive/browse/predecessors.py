"""Today's unit and those before it: what they hold, and whether their articles count with its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from archive.browse.line import articles_of
from archive.models import Article, Place
from archive.models.succession import predecessors
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.browse.asking import Asked

PARAMETER = "ca_don_vi_cu"
PREFIXES = ("tinh ", "thanh pho ", "tp ", "tp. ", "xa ", "phuong ", "dac khu ")
NAMESAKES = 4  # units of one name that are looked at


@dataclass(frozen=True, slots=True)
class Former:
    """A unit of the past with articles in the archive."""

    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class Scope:
    """A place, the former units that have articles, and whether these count too.

    `alone`: they count because the place itself has none.
    """

    place: Place
    former: tuple[Former, ...]
    included: bool
    alone: bool = False

    @property
    def chosen(self) -> bool:
        """Whether the visitor asked for the former units, so that links have to carry it on."""
        return self.included and not self.alone

    @property
    def places(self) -> list[Place]:
        extra = [former.place for former in self.former] if self.included else []
        return [self.place, *extra]

    @property
    def slugs(self) -> frozenset[str]:
        return frozenset(place.slug for place in self.places)

    @property
    def former_names(self) -> str:
        return ", ".join(str(former.place.last_unit) for former in self.former)

    @property
    def count(self) -> int:
        """Articles of the former units."""
        return sum(former.count for former in self.former)


def scope_of(place: Place, wanted: object) -> Scope:
    """What a page of a place shows: with its former units where that is wanted, or all there is."""
    scope, own = former_of(place)
    alone = bool(scope.former) and not own
    return replace(scope, included=bool(scope.former) and (bool(wanted) or alone), alone=alone)


def former_of(place: Place) -> tuple[Scope, int]:
    """The place with its former units, none included yet; and how many articles are its own."""
    before = predecessors(place)
    counts = articles_of([place, *before])
    former = tuple(Former(p, counts[p.pk]) for p in before if counts.get(p.pk))
    return Scope(place, former, included=False), counts.get(place.pk, 0)


def in_places(places: Iterable[Place]) -> Q:
    """Rows of these places and of all that lies in them."""
    ids = [place.pk for place in places]
    return Q(place__in=Place.objects.filter(Q(pk__in=ids) | Q(parent__in=ids)).values("pk"))


def articles_in(places: Iterable[Place]) -> Any:
    return Article.objects.published().filter(in_places(places))


# --- searching


def asked_scope(ask: Asked) -> Scope | None:
    """The place that a search is narrowed to, with the units before it where that is wanted."""
    slug = ask.given.get("noi")
    place = Place.objects.filter(slug=slug).select_related("parent").first() if slug else None
    if place is None:
        return None
    scope, _ = former_of(place)
    return replace(scope, included=bool(scope.former and ask.given.get(PARAMETER)))


def named_scope(text: str) -> Scope | None:
    """The unit of today that a search names and nothing else, where units before it have articles."""
    name = fold(" ".join(text.split()))
    names = {name, *(name.removeprefix(prefix) for prefix in PREFIXES)}
    places = Place.objects.filter(folded__in=names, came_from__ended=True).distinct()
    for place in places.select_related("parent").order_by("-level")[:NAMESAKES]:
        scope, _ = former_of(place)
        if scope.former:
            return scope
    return None
