"""What a search found, as its page shows it: passages with marks, and facets with links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive.browse.asking import FACETS
from archive.models import Article, Official, Place, Source
from archive.models.meeting import MEETING_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.browse.asking import Asked
    from archive.search.hits import Excerpt, Hits

LONGEST_FACET = 12
TITLES = {
    "place": "Địa phương",
    "year": "Năm",
    "kind": "Loại họp",
    "source": "Nguồn",
    "official": "Người",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One article with its title and passage cut into (text, is sought)."""

    article: Article
    title: list[tuple[str, bool]]
    snippet: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet. `link` puts the filter on, or takes it off where it is `chosen`."""

    label: str
    count: int
    link: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    title: str
    options: list[Option]


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
    ranked = sorted(counts.items(), key=(by_year if key == "year" else by_count))[:LONGEST_FACET]
    labels = labels_of(key, [*(slug for slug, _ in ranked), *([chosen] if chosen else [])])
    options = [
        Option(
            labels.get(slug, slug),
            count,
            asked.link(**{name: None if slug == chosen else slug}),
            slug == chosen,
        )
        for slug, count in ranked
    ]
    return Facet(TITLES[key], options)


def by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def by_year(item: tuple[str, int]) -> int:
    return -int(item[0])


def labels_of(key: str, slugs: Iterable[str]) -> dict[str, str]:
    """Names of the values of a facet, by slug. One query at most."""
    if key == "kind":
        return {kind: name[:1].upper() + name[1:] for kind, name in MEETING_KINDS}
    if key == "place":
        return place_labels(slugs)
    named: Any = {"source": Source.objects, "official": Official.objects}.get(key)
    return dict(named.filter(slug__in=list(slugs)).values_list("slug", "name")) if named else {}


def place_labels(slugs: Iterable[str]) -> dict[str, str]:
    """`Kinh Môn, Hải Dương`: a district's name alone is not enough."""
    rows = Place.objects.filter(slug__in=list(slugs)).values_list("slug", "name", "parent__name")
    return {slug: f"{name}, {parent}" if parent else name for slug, name, parent in rows}


def chips(asked: Asked) -> list[tuple[str, str]]:
    """The filters that are on: what each says, and the address without it."""
    chosen = {name: str(asked.given[name]) for name in FACETS if name in asked.given}
    on = [
        (f"{TITLES[FACETS[name]]}: {labels_of(FACETS[name], [value]).get(value, value)}", name)
        for name, value in chosen.items()
    ]
    for name, word in (("tu", "Từ ngày"), ("den", "Đến ngày")):
        if day := asked.given.get(name):
            on.append((f"{word} {day.day}/{day.month}/{day.year}", name))
    return [(text, asked.link(**{name: None})) for text, name in on]
