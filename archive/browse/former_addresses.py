"""Addresses that a place had, or that somebody may take for its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db.models import Q

from archive.models import Place, PlaceUnit
from archive.models.succession import predecessors
from archive.vietnamese.fold import slugify_vi

if TYPE_CHECKING:
    from django.db.models import QuerySet

KINDS = ("thanh-pho", "tp", "thi-xa", "tx", "thi-tran", "dac-khu", "huyen", "quan", "tinh", "phuong", "xa")  # fmt: skip
SHORT = {"tp": "thanh-pho", "tx": "thi-xa"}
KIND = re.compile(
    rf"(?P<before>{'|'.join(KINDS)})-(?P<name>.+)|(?P<first>.+?)-(?P<after>{'|'.join(KINDS)})"
)


def places_meant(slug: str) -> list[Place]:
    """Places that an unknown address can mean, none where it is nonsense.

    Former names (`thua-thien-hue`), former provinces (`ha-tay/son-tay`, `hai-phong/kinh-mon` of a
    commune that is not), kinds in front or behind (`hai-duong/huyen-kinh-mon`), and districts without
    their province (`kinh-mon`).
    """
    above, _, own = slug.rpartition("/")
    if "/" in above:
        return []
    if not above:
        levels = (Place.Level.PROVINCE, Place.Level.DISTRICT)
        found = (matching(PlaceUnit.objects.filter(place__level=level), own) for level in levels)
        return next(filter(None, found), [])
    provinces = matching(PlaceUnit.objects.filter(place__level=Place.Level.PROVINCE), above)
    for province in provinces[:1]:
        inside = [province, *predecessors(province)]
        units = PlaceUnit.objects.filter(Q(place__parent__in=inside) | Q(parent__in=inside))
        return matching(units, own)
    return []


def matching(units: QuerySet[PlaceUnit], slug: str) -> list[Place]:
    """Places that had a unit of this name; of the kind, where the address says one."""
    rows = list(units.select_related("place__parent"))
    exact = {unit.place for unit in rows if slug in {unit.place.slug, slugify_vi(unit.name)}}
    if exact:
        return districts_first(exact)
    said = KIND.fullmatch(slug)
    if said is None:
        return []
    name = said["name"] or said["first"]
    kind = said["before"] or said["after"]
    kinded = {
        unit.place
        for unit in rows
        if slugify_vi(unit.name) == name and slugify_vi(unit.kind) == SHORT.get(kind, kind)
    }
    return districts_first(kinded)


def districts_first(places: set[Place]) -> list[Place]:
    """Districts alone where there are such: a commune of their name came after them."""
    districts = {place for place in places if place.level == Place.Level.DISTRICT}
    return sorted(districts or places, key=lambda place: place.slug)
