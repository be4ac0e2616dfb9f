"""Meetings, sources and indicators that may be one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from archive.merging.pairs import Pair, compared
from archive.models import Indicator, Meeting, Source
from archive.vietnamese.dates import vi_day
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

KEYS_AT_ONCE = 300  # groups looked at for one page of proposals
ENDINGS = {"gov", "vn", "com", "net", "org", "edu", "www"}
FILLERS = frozenset("tong tren dia ban dat uoc toan cac".split())  # add nothing to a name


def meeting_pairs(text: str = "", province: int | None = None) -> list[Pair]:
    """Sessions of one place on one day, or with one number."""
    rows = Meeting.objects.filter(merged_into=None, place__isnull=False)
    if text:
        rows = rows.filter(place__folded__contains=text)
    if province:
        rows = rows.filter(place=province) | rows.filter(place__parent=province)
    groups = [
        *grouped(rows.filter(held_on__isnull=False), "place", "held_on"),
        *grouped(rows.filter(ordinal__isnull=False), "place", "kind", "ordinal"),
    ]
    return compared("meeting", groups, compare_meetings, least=2)


def grouped(rows: Any, *keys: str) -> Iterable[list[Any]]:
    """The rows that share these columns with another."""
    shared = rows.order_by().values(*keys).annotate(n=Count("pk")).filter(n__gt=1)
    for key in shared.order_by(*keys)[:KEYS_AT_ONCE]:
        key.pop("n")
        yield list(rows.filter(**key).select_related("place").order_by("pk"))


def compare_meetings(pair: Pair) -> None:
    one, other = pair.first, pair.second
    pair.speaks(1, f"Cùng địa phương: {one.place}")
    if one.held_on and other.held_on:
        if one.held_on == other.held_on:
            pair.speaks(2, f"Cùng ngày {vi_day(one.held_on)}")
        else:
            pair.speaks(-3, f"Khác ngày: {vi_day(one.held_on)} và {vi_day(other.held_on)}")
    tell(pair, "loại", one.get_kind_display(), other.get_kind_display(), (1, -2))
    tell(pair, "lần thứ", one.ordinal, other.ordinal, (2, -8))
    tell(pair, "khóa", one.congress, other.congress, (1, -8))
    tell(pair, "nhiệm kỳ", one.term, other.term, (1, -3))
    tell(pair, "buổi", one.day_part, other.day_part, (1, -2))
    if fold(one.name) == fold(other.name):
        pair.speaks(2, "Cùng tên")


def tell(pair: Pair, name: str, one: Any, other: Any, weights: tuple[int, int]) -> None:
    """A value that both give speaks for or against; one that is missing says nothing."""
    if one and other:
        if one == other:
            pair.speaks(weights[0], f"Cùng {name}: {one}")
        else:
            pair.speaks(weights[1], f"Khác {name}: {one} và {other}")


def source_pairs(text: str = "", province: int | None = None) -> list[Pair]:
    """Portals on one host, on hosts that differ in their ending, or of one name."""
    rows = Source.objects.filter(merged_into=None, is_sample=False).select_related("place")
    if province:
        rows = rows.filter(place=province) | rows.filter(place__parent=province)
    groups: dict[str, dict[int, Source]] = defaultdict(dict)
    for source in rows.prefetch_related("addresses").order_by("pk"):
        keys = {bare(address.host) for address in source.addresses.all()} | {fold(source.name)}
        for key in keys if text in fold(source.name) else ():
            groups[key][source.pk] = source
    several = [list(group.values()) for group in groups.values() if len(group) > 1]
    return compared("source", several, compare_sources)


def bare(host: str) -> str:
    """`kinhmon.haiduong.gov.vn` → `kinhmon.haiduong`."""
    return ".".join(label for label in host.split(".") if label not in ENDINGS) or host


def compare_sources(pair: Pair) -> None:
    hosts = [{address.host for address in row.addresses.all()} for row in (pair.first, pair.second)]
    for host in sorted(hosts[0] & hosts[1]):
        pair.speaks(2, f"Cùng máy chủ: {host}")
    if not hosts[0] & hosts[1]:
        for one in sorted(hosts[0]):
            for other in sorted(hosts[1]):
                if bare(one) == bare(other):
                    pair.speaks(2, f"Máy chủ chỉ khác phần đuôi: {one} và {other}")
    if fold(pair.first.name) == fold(pair.second.name):
        pair.speaks(2, "Cùng tên")
    tell(pair, "địa phương", pair.first.place, pair.second.place, (1, -3))
    tell(pair, "cấp", pair.first.get_level_display(), pair.second.get_level_display(), (1, -2))


def indicator_pairs(text: str = "", province: int | None = None) -> list[Pair]:
    """Series whose names have the same words, whatever their order and the words that add nothing.

    They are the same in all provinces, so `province` only narrows to those that it has figures of.
    """
    rows = Indicator.objects.filter(merged_into=None, folded__contains=text)
    if province:
        here = Q(observations__place=province) | Q(observations__place__parent=province)
        rows = rows.filter(here).distinct()
    groups: dict[frozenset[str], list[Indicator]] = defaultdict(list)
    for row in rows.order_by("pk"):
        groups[frozenset(row.folded.split()) - FILLERS].append(row)
    several = [group for key, group in groups.items() if key and len(group) > 1]
    units = units_of(row.pk for group in several for row in group)
    return compared("indicator", several, lambda pair: compare_indicators(pair, units))


def units_of(ids: Iterable[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    rows = Indicator.objects.filter(pk__in=list(ids)).exclude(observations__unit="")
    for pk, unit in rows.values_list("pk", "observations__unit").distinct():
        if unit:
            found[pk].add(unit)
    return found


def compare_indicators(pair: Pair, units: dict[int, set[str]]) -> None:
    one, other = pair.first, pair.second
    pair.speaks(2, f"Tên cùng các từ: {one.name}; {other.name}")
    if one.key and other.key:
        pair.speaks(-4, "Danh mục coi là hai chỉ tiêu")
    mine, yours = units[one.pk], units[other.pk]
    if mine & yours:
        pair.speaks(1, f"Cùng đơn vị: {', '.join(sorted(mine & yours)[:3])}")
    elif mine and yours:
        pair.speaks(
            -2, f"Khác đơn vị: {', '.join(sorted(mine)[:3])} và {', '.join(sorted(yours)[:3])}"
        )
    tell(pair, "lĩnh vực", one.category, other.category, (1, -1))
