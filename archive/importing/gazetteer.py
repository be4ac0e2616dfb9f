"""The bundled gazetteer and registry of portals → rows; run again, they change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from archive.models import Dateline, Place, PlaceUnit, Source, SourceAddress, Succession
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.gazetteer import Gazetteer, SourceRegistry, Unit
    from archive.gazetteer.sources import SourceEntry

BATCH = 1000


@transaction.atomic
def load_places(gazetteer: Gazetteer) -> None:
    """Places that are not there yet, with their units and what came of them. Provinces first."""
    known = set(Place.objects.values_list("slug", flat=True))
    missing = [stretches for slug, stretches in gazetteer.by_slug.items() if slug not in known]
    for level in (Place.Level.PROVINCE, Place.Level.DISTRICT, Place.Level.COMMUNE):
        add_places(stretches for stretches in missing if stretches[-1].level == level)
    ids = dict(Place.objects.values_list("slug", "pk"))
    PlaceUnit.objects.bulk_create(
        (unit_row(unit, ids) for stretches in missing for unit in stretches), BATCH
    )
    new = {stretches[0].slug for stretches in missing}
    Succession.objects.bulk_create(succession_rows(gazetteer, ids, new), BATCH)


def add_places(lines: Iterable[tuple[Unit, ...]]) -> None:
    """One place a line of units, under the name and province that it had last."""
    provinces = dict(Place.objects.filter(parent=None).values_list("slug", "pk"))
    Place.objects.bulk_create(
        (
            Place(
                slug=unit.slug,
                name=unit.name,
                folded=fold(unit.name),
                level=unit.level,
                parent_id=provinces[unit.parent] if unit.parent else None,
            )
            for unit in (stretches[-1] for stretches in lines)
        ),
        BATCH,
    )


def unit_row(unit: Unit, ids: dict[str, int]) -> PlaceUnit:
    return PlaceUnit(
        place_id=ids[unit.slug],
        parent_id=ids[unit.parent] if unit.parent else None,
        name=unit.name,
        kind=unit.kind,
        code=unit.code or "",
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        resolution=unit.resolution or "",
    )


def succession_rows(
    gazetteer: Gazetteer, ids: dict[str, int], new: set[str]
) -> Iterator[Succession]:
    """Changes that touch a new place; what an editor did to the others stays."""
    for change in gazetteer.lineage.successions:
        for before, after in change.heirs():
            if before in new or after in new:
                yield Succession(
                    before_id=ids[before],
                    after_id=ids[after],
                    on=change.on,
                    kind=change.kind,
                    ended=change.ended(before),
                    resolution=change.resolution,
                )


@transaction.atomic
def load_sources(registry: SourceRegistry) -> None:
    """Sources, their addresses and the codes of datelines that are not there yet."""
    places = dict(Place.objects.values_list("slug", "pk"))
    for entry in registry.entries:
        add_source(entry, places)
    for code, slug in registry.datelines.items():
        if slug in places:
            Dateline.objects.get_or_create(code=code, defaults={"place_id": places[slug]})


def add_source(entry: SourceEntry, places: dict[str, int]) -> None:
    source, _ = Source.objects.get_or_create(
        slug=entry.slug[:80],
        defaults={
            "name": entry.name,
            "level": entry.level,
            "place_id": places.get(entry.place or ""),
            "layout": entry.layout,
            "confidence": entry.confidence,
        },
    )
    SourceAddress.objects.get_or_create(
        host=entry.host, path_prefix=entry.path_prefix, defaults={"source": source}
    )
