"""What a search found, as its page shows it: passages with marks, and facets with links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from archive.browse.asking import FACETS
from archive.browse.words import capital, vi_date
from archive.models import Article, Official, Place, Source
from archive.models.meeting import MEETING_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.browse.asking import Asked
    from archive.search.hits import Excerpt, Hits

LONGEST_FACET = 12
TITLES = {
    "place": _("Địa phương"),
    "year": _("Năm"),
    "kind": _("Loại họp"),
    "source": _("Nguồn"),
    "official": _("Người"),
}
DAY_TITLES = {"tu": _("Từ ngày"), "den": _("Đến ngày")}
NAMED = {"place", "source", "official"}


@dataclass(frozen=True, slots=True)
class Found:
    """One article with its title and passage cut into (text, is sought)."""

    article: Article
    title: list[tuple[str, bool]]
    snippet: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet. `link` puts the filter on, or takes it off where it is `chosen`.

    `inside`: it lies in the value above it, a district in its province.
    """

    label: str
    count: int
    link: str
    chosen: bool
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """`named`: its values are names, which stay Vietnamese in any language of the site."""

    title: str
    options: list[Option]
    named: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on. `link`: the address without it."""

    title: str
    value: str
    link: str
    named: bool


def found(hits: Hits) -> list[Found]:
    """Hits with their rows; one that was hidden since it was indexed is left out."""
    rows = Article.objects.published().listed().with_counts().in_bulk([hit.id for hit in hits.hits])
    return [
        Found(rows[hit.id], pieces(hit.title), pieces(hit.snippet))
        for hit in hits.hits
        if hit.id in rows
    ]


def pieces(excerpt: Excerpt) -> list[tuple[str, bool]]:
    """The text cut at the ranges: what was sought is True."""
    cut: list[tuple[str, bool]] = []
    at = 0
    for start, end in excerpt.ranges:
        cut += [(excerpt.text[at:start], False), (excerpt.text[start:end], True)]
        at = end
    return [(text, sought) for text, sought in (*cut, (excerpt.text[at:], False)) if text]


def facets(hits: Hits, asked: Asked) -> list[Facet]:
    """What the answer can be narrowed to; a facet with nothing to choose is left out."""
    shown = [facet(name, hits.facets.get(key, {}), asked) for name, key in FACETS.items()]
    return [facet for facet in shown if facet.options]


def facet(name: str, counts: dict[str, int], asked: Asked) -> Facet:
    key = FACETS[name]
    chosen = str(asked.given.get(name, ""))
    ranked = shown_values(key, counts)
    labels = labels_of(key, [*(slug for slug, _ in ranked), *([chosen] if chosen else [])])
    shown = {slug for slug, _ in ranked}
    options = [
        Option(
            own_name(labels.get(slug, slug), slug, shown),
            count,
            asked.link(**{name: None if slug == chosen else slug}),
            slug == chosen,
            inside=province_of(slug) in shown - {slug} and key == "place",
        )
        for slug, count in ranked
    ]
    return Facet(str(TITLES[key]), options, key in NAMED)


def shown_values(key: str, counts: dict[str, int]) -> list[tuple[str, int]]:
    """The values of a facet in their order; districts follow their province."""
    ranked = sorted(counts.items(), key=(by_year if key == "year" else by_count))[:LONGEST_FACET]
    if key != "place":
        return ranked
    order = {slug: place for place, (slug, _) in enumerate(ranked)}
    return sorted(
        ranked,
        key=lambda item: (
            order.get(province_of(item[0]), order[item[0]]),
            item[0] != province_of(item[0]),
            order[item[0]],
        ),
    )


def province_of(slug: str) -> str:
    return slug.split("/", 1)[0]


def own_name(label: str, slug: str, shown: set[str]) -> str:
    """A district below its province needs no more than its own name."""
    below = "/" in slug and province_of(slug) in shown
    return label.split(", ", 1)[0] if below else label


def by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def by_year(item: tuple[str, int]) -> int:
    return -int(item[0])


def labels_of(key: str, slugs: Iterable[str]) -> dict[str, str]:
    """Names of the values of a facet, by slug. One query at most."""
    if key == "kind":
        return {kind: capital(name) for kind, name in MEETING_KINDS}
    if key == "place":
        return place_labels(slugs)
    named: Any = {"source": Source.objects, "official": Official.objects}.get(key)
    return dict(named.filter(slug__in=list(slugs)).values_list("slug", "name")) if named else {}


def place_labels(slugs: Iterable[str]) -> dict[str, str]:
    """`Kinh Môn, Hải Dương`: a district's name alone is not enough."""
    rows = Place.objects.filter(slug__in=list(slugs)).values_list("slug", "name", "parent__name")
    return {slug: f"{name}, {parent}" if parent else name for slug, name, parent in rows}


def chips(asked: Asked) -> list[Chip]:
    """The filters that are on."""
    on = [chip(name, str(asked.given[name]), asked) for name in FACETS if name in asked.given]
    days = [
        Chip(str(title), vi_date(asked.given[name]), asked.link(**{name: None}), named=False)
        for name, title in DAY_TITLES.items()
        if name in asked.given
    ]
    return on + days


def chip(name: str, value: str, asked: Asked) -> Chip:
    key = FACETS[name]
    label = labels_of(key, [value]).get(value, value)
    return Chip(str(TITLES[key]), label, asked.link(**{name: None}), key in NAMED)
