"""What the pages of one transaction will ask, asked beforehand and together."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from archive.importing.articles import identity
from archive.importing.observations import folded, slug_of
from archive.importing.people import numbered_slugs, province_of, slug_stem, standing
from archive.importing.posts import place_of_post
from archive.vietnamese.fold import fold
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from archive.importing.articles import Incoming
    from archive.importing.known import Day, Known, Numbers
    from archive.importing.understanding import Understood


def expect_origins(
    known: Known, pages: Iterable[Understood], sources: Iterable[str], hosts: Iterable[str]
) -> None:
    """Places and sources, by which pages become `Incoming`; `hosts` are those of sources without a name."""
    known.places.expect(page.record.place.slug for page in pages if page.record.place)
    known.sources.expect(sources)
    known.hosts.expect(hosts)


def expect(known: Known, pages: Sequence[Incoming]) -> None:
    """Whatever saving these pages looks up; some twenty queries, however many they are."""
    known.articles.expect(map(identity, pages))
    known.twins.expect(incoming.page.content_hash for incoming in pages)
    known.captures.expect(incoming.page.sha256 for incoming in pages)
    expect_people(known, set(people_of(pages)))
    figures = [figure for incoming in pages for figure in incoming.record.indicators]
    known.catalogue.expect(figure.key for figure in figures if figure.key)
    names = {figure.name for figure in figures if not figure.key}
    known.aliases.expect(map(folded, names))
    known.series.expect(map(slug_of, names))
    known.numbered.expect(numbers(pages))
    known.held.expect(days(pages))


class Person(NamedTuple):
    """How an article names somebody: folded name and province, address; whether a post has a place."""

    key: tuple[str, int | None]
    stem: str
    placed: bool


def people_of(pages: Iterable[Incoming]) -> Iterator[Person]:
    for incoming in pages:
        place, province = incoming.place, province_of(incoming.place)
        for official in incoming.record.officials:
            name = fold(shadow(official.name))
            placed = any(place_of_post(post.title, place, None) for post in official.positions)
            yield Person((name, province.pk if province else None), slug_stem(name), placed)


def expect_people(known: Known, people: Collection[Person]) -> None:
    """Where articles are at home is asked of those alone whom no post tells apart."""
    known.namesakes.expect(person.key for person in people)
    known.slugs.expect(person.stem for person in people)
    stems = shared_stems(known, people)
    known.slugs.expect(slug for stem in stems for slug in numbered_slugs(stem, 2))
    known.posts.expect(slug for person in people for slug in slugs_of(known, person))
    unplaced = (person for person in people if not person.placed)
    known.homes.expect(slug for person in unplaced for slug in slugs_of(known, person))


def slugs_of(known: Known, person: Person) -> Iterator[str]:
    for official in known.namesakes[person.key]:
        yield standing(official).slug


def shared_stems(known: Known, people: Collection[Person]) -> set[str]:
    """What new people cannot have as their address, because somebody of another province has it."""
    new = {person[:2] for person in people if not known.namesakes[person.key]}
    wanted = Counter(stem for _, stem in new)
    return {stem for stem, times in wanted.items() if times > 1 or known.slugs[stem]}


def numbers(pages: Iterable[Incoming]) -> Iterator[Numbers]:
    for incoming in pages:
        place, fact = incoming.place, incoming.record.meeting
        if place and fact and fact.congress is not None and fact.ordinal is not None:
            yield place.pk, fact.kind, fact.congress, fact.ordinal


def days(pages: Iterable[Incoming]) -> Iterator[Day]:
    for incoming in pages:
        place, fact = incoming.place, incoming.record.meeting
        if place and fact and fact.held_on:
            yield place.pk, fact.kind, date.fromisoformat(fact.held_on)
