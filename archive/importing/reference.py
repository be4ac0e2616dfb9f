"""Rows that stand before the first page: places and sources; and the source of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.knowledge import Knowledge
from archive.importing.gazetteer import load_places, load_sources
from archive.models import Place, Source, SourceAddress

if TYPE_CHECKING:
    from archive.pages.page import RawPage

UNKNOWN_SOURCE = ("khong-ro-nguon", "Không rõ nguồn")
SAMPLE_SOURCE = ("bai-mau", "Bài mẫu")


def ensure_reference_rows() -> None:
    """Load the bundled gazetteer and registry where the archive has none yet."""
    if not Place.objects.exists():
        knowledge = Knowledge.load()
        load_places(knowledge.gazetteer)
        load_sources(knowledge.registry)
    for slug, name in (UNKNOWN_SOURCE, SAMPLE_SOURCE):
        Source.objects.get_or_create(
            slug=slug, defaults={"name": name, "is_sample": slug == SAMPLE_SOURCE[0]}
        )


def resolve_source(raw: RawPage) -> Source:
    """By the name that the container gives, else by address, else the source `Không rõ nguồn`."""
    if raw.source:
        named = Source.objects.filter(slug=raw.source).first()
        if named:
            return named
    entry = Knowledge.load().registry.match(raw.url) if raw.url else None
    if entry:
        address = SourceAddress.objects.filter(
            host=entry.host, path_prefix=entry.path_prefix
        ).select_related("source")
        for found in address:
            return found.source
    return Source.objects.get(slug=UNKNOWN_SOURCE[0])
