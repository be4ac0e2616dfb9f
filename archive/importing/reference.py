"""Rows that stand before the first page: places and sources; and what they tell extraction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction

from archive.extraction.knowledge import Knowledge
from archive.gazetteer import SourceRegistry
from archive.gazetteer.sources import SourceEntry
from archive.importing.gazetteer import load_places, load_sources
from archive.models import Dateline, Place, Source, SourceAddress
from archive.models.turns import take_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN_SOURCE = ("khong-ro-nguon", "Không rõ nguồn")
SAMPLE_SOURCE = ("bai-mau", "Bài mẫu")


@transaction.atomic
def ensure_reference_rows() -> None:
    """Load the bundled gazetteer and registry where the archive has none yet, both or neither."""
    take_turn("reference rows")
    if not Place.objects.exists():
        bundled = Knowledge.load()
        load_places(bundled.gazetteer)
        load_sources(bundled.registry)
    for slug, name in (UNKNOWN_SOURCE, SAMPLE_SOURCE):
        Source.objects.get_or_create(
            slug=slug, defaults={"name": name, "is_sample": slug == SAMPLE_SOURCE[0]}
        )


def current_knowledge() -> Knowledge:
    """The bundled gazetteer, with sources and datelines as editors have them at this moment."""
    datelines = dict(Dateline.objects.values_list("code", "place__slug"))
    return replace(Knowledge.load(), registry=SourceRegistry.of(entries(), datelines))


def entries() -> Iterator[SourceEntry]:
    """An entry an address. A declined source is known, but tells neither place nor layout."""
    for address in SourceAddress.objects.select_related("source__place"):
        source = address.source
        trusted = source.state != Source.State.DECLINED
        yield SourceEntry(
            slug=source.slug,
            host=address.host,
            path_prefix=address.path_prefix,
            name=source.name,
            level=source.level,
            place=source.place.slug if source.place and trusted else None,
            layout=source.layout if trusted else "",
            confidence=source.confidence or "low",  # type: ignore[arg-type]  # one of the model's choices
        )
