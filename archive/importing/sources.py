"""The source of a page: the one at its address, else a proposal for the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db import transaction

from archive.gazetteer.sources import bare_host, guess_place
from archive.importing.known import sources_by_host
from archive.importing.reference import UNKNOWN_SOURCE
from archive.models import Place, Source, SourceAddress
from archive.models.turns import take_turn
from archive.vietnamese.fold import slugify_vi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.extraction.knowledge import Knowledge
    from archive.importing.known import Known
    from archive.pages.page import RawPage

LONGEST_HOST = 70  # letters; longer ones are nobody's portal


def resolve_source(
    raw: RawPage, knowledge: Knowledge, known: Known, *, propose: bool = True
) -> Source:
    """By the name that the container gives, else by address; an unknown address becomes a proposal.

    Without an address, or where nothing may be proposed, it is the source `Không rõ nguồn`.
    """
    named = known.sources.first(raw.source) if raw.source else None
    if named:
        return named.standing
    entry = knowledge.registry.match(raw.url) if raw.url else None
    if entry:
        return known.sources[entry.slug][0]
    proposed = proposal(raw.url, knowledge, known) if raw.url and propose else None
    return proposed or known.sources[UNKNOWN_SOURCE[0]][0]


def source_slugs(pages: Iterable[RawPage], knowledge: Knowledge) -> Iterator[str]:
    """What `resolve_source` will look up."""
    yield UNKNOWN_SOURCE[0]
    for raw in pages:
        entry = knowledge.registry.match(raw.url) if raw.url else None
        if raw.source:
            yield raw.source
        if entry:
            yield entry.slug


def source_hosts(pages: Iterable[RawPage], knowledge: Knowledge) -> Iterator[str]:
    """Addresses by which `resolve_source` will look for a proposed source."""
    for raw in pages:
        if raw.url and not knowledge.registry.match(raw.url):
            yield host_of(raw.url)


def host_of(url: str) -> str:
    return bare_host(urlsplit(url).hostname or "")


def proposal(url: str, knowledge: Knowledge, known: Known) -> Source | None:
    """The proposed source of an unknown host, made where it is new, with a guess at its place."""
    host = host_of(url)
    if not host or len(host) > LONGEST_HOST:
        return None
    if not known.hosts[host]:
        take_turn("proposed sources")
        met = next(sources_by_host([host]), None)
        known.hosts.add(host, met[1] if met else propose_source(url, host, knowledge))
    return known.hosts[host][0]


@transaction.atomic
def propose_source(url: str, host: str, knowledge: Knowledge) -> Source:
    guess = guess_place(url, knowledge.gazetteer)
    place = Place.objects.filter(slug=guess.place).first() if guess else None
    source = Source.objects.create(
        slug=free_slug(slugify_vi(host)),
        name=host,
        state=Source.State.PROPOSED,
        place=place,
        level=place.level if place else "",
        confidence=guess.confidence if guess else "",
    )
    SourceAddress.objects.create(source=source, host=host)
    return source


def free_slug(stem: str) -> str:
    """The slug, with a number where another source has it: `a-b.vn` and `a.b.vn`."""
    taken = set(Source.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
    return next(slug for slug in candidates if slug not in taken)
