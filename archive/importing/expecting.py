"""What the pages of one transaction will ask, asked beforehand and together."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from archive.importing.articles import identity
from archive.importing.observations import slug_of
from archive.importing.people import numbered_slugs, province_of, slug_stem
from archive.vietnamese.fold import fold
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.importing.articles import Incoming
    from archive.importing.known import Day, Known, Numbers
    from archive.importing.understanding import Understood


def expect_origins(known: Known, pages: Iterable[Understood], sources: Iterable[str]) -> None:
    """Places and sources, by which pages become `Incoming`."""
    known.places.expect(page.record.place.slug for page in pages if page.record.place)
    known.sources.expect(sources)


def expect(known: Known, pages: Sequence[Incoming]) -> None:
    """Whatever saving these pages looks up; some twenty queries, however many they are."""
    known.articles.expect(map(identity, pages))
    known.twins.expect(incoming.page.content_hash for incoming in pages)
    known.captures.expect(incoming.page.sha256 for incoming in pages)
    known.namesakes.expect(names(pages))
    known.slugs.expect(stems(pages))
    known.slugs.expect(
        slug for stem in shared_stems(known, pages) for slug in numbered_slugs(stem, 2)
    )
    people = [official for row in known.namesakes.held.values() for official in row]
    slugs = {(person.merged_into or person).slug for person in people}
    known.posts.expect(slugs)
    known.homes.expect(slugs)
    figures = [figure for incoming in pages for figure in incoming.record.indicators]
    known.catalogue.expect(figure.key for figure in figures if figure.key)
    known.aliases.expect(fold(figure.name) for figure in figures if not figure.key)
    known.series.expect(slug_of(figure.name) for figure in figures if not figure.key)
    known.numbered.expect(numbers(pages))
    known.held.expect(days(pages))


def names(pages: Iterable[Incoming]) -> Iterator[tuple[str, int | None]]:
    for incoming in pages:
        province = province_of(incoming.place)
        for official in incoming.record.officials:
            yield fold(shadow(official.name)), province.pk if province else None


def stems(pages: Iterable[Incoming]) -> Iterator[str]:
    for incoming in pages:
        for official in incoming.record.officials:
            yield slug_stem(shadow(official.name))


def shared_stems(known: Known, pages: Sequence[Incoming]) -> set[str]:
    """What new people cannot have as their address, because somebody of another province has it."""
    people = set(zip(names(pages), stems(pages), strict=True))
    wanted = Counter(stem for name, stem in people if not known.namesakes[name])
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
