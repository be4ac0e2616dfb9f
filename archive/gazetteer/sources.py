"""What is known of portals: which address belongs to which source, which code to which place."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from archive.gazetteer.gazetteer import Gazetteer
    from archive.gazetteer.unit import Unit

# Labels of hosts that name organs and nothing else, and endings that name no place.
ORGANS = frozenset(
    "hdnd dbnd btctu bdvtu ubmttq bandanvan bantuyengiao ubkt mttq hoinongdan".split()
)
ENDINGS = frozenset("vn gov dcs org com edu net".split())
MIRRORS = frozenset("www m amp lite beta demo test".split())
PREFIX = re.compile(
    r"^(?:so(?=[a-z]{6})|tinhuy|huyenuy|thanhuy|thiuy|quanuy|huyen|quan|phuong|xa|tx|tp|bao)"
)
DIGITS = re.compile(r"\d+$")
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A portal at an address: host and beginning of the path.

    `place` is the slug of its place, None for central ones. `layout` names the family of its pages,
    empty where that is not known.
    """

    slug: str
    host: str
    path_prefix: str
    name: str
    level: str
    place: str | None
    layout: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Guess:
    """The place that the host of an unknown address seems to name, to be confirmed by an editor."""

    place: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class SourceRegistry:
    """Portals by address, and the codes in front of first sentences."""

    entries: tuple[SourceEntry, ...]
    datelines: dict[str, str]
    by_host: dict[str, tuple[SourceEntry, ...]] = field(repr=False)

    @classmethod
    def of(cls, entries: Iterable[SourceEntry], datelines: Mapping[str, str]) -> SourceRegistry:
        """`datelines`: slugs of places by the code as it is printed."""
        rows = tuple(entries)
        by_host: dict[str, tuple[SourceEntry, ...]] = defaultdict(tuple)
        for entry in rows:
            by_host[entry.host] += (entry,)
        codes = {dateline_key(code): place for code, place in datelines.items()}
        return cls(rows, codes, dict(by_host))

    @classmethod
    def load(cls, folder: Path) -> SourceRegistry:
        """From the tables of `fixtures/sources`."""
        with (folder / "portals.csv").open(encoding="utf-8", newline="") as file:
            entries = [entry_of(row) for row in csv.DictReader(file)]
        with (folder / "datelines.csv").open(encoding="utf-8", newline="") as file:
            datelines = {row["code"]: row["place"] for row in csv.DictReader(file)}
        return cls.of(entries, datelines)

    def match(self, url: str) -> SourceEntry | None:
        """The source at an address; the longest path prefix on the host wins."""
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        for name in (host, bare_host(host)):
            near = self.by_host.get(name, ())
            fitting = [e for e in near if parts.path.startswith(e.path_prefix)]
            if fitting:
                return max(fitting, key=lambda entry: len(entry.path_prefix))
        return None

    def layout_of(self, url: str | None) -> str:
        """The family of the pages at an address, empty where it is not known."""
        entry = self.match(url) if url else None
        return entry.layout if entry else ""

    def place_of_dateline(self, code: str | None) -> str | None:
        """Slug of the place that a code stands for: `NTL` → `ha-noi/nam-tu-liem`."""
        return self.datelines.get(dateline_key(code)) if code else None


def entry_of(row: dict[str, str]) -> SourceEntry:
    return SourceEntry(
        slug=row["slug"],
        host=row["host"],
        path_prefix=row["path_prefix"],
        name=row["name"],
        level=row["level"],
        place=row["place"] or None,
        layout=row["layout"],
        confidence=row["confidence"],  # type: ignore[arg-type]  # the table has the three words
    )


def dateline_key(code: str) -> str:
    return fold(code).replace(" ", "").replace(".", "")


def bare_host(host: str) -> str:
    """The host without the labels of mirrors: `www.`, `m.`."""
    labels = host.casefold().split(".")
    while len(labels) > 2 and labels[0] in MIRRORS:
        labels.pop(0)
    return ".".join(labels)


def guess_place(url: str, gazetteer: Gazetteer) -> Guess | None:
    """The district or province whose unaccented name the labels of a host spell.

    Read from the right: the province narrows the district. `baolam.lamdong.dcs.vn` and
    `huonghoa.tinhuyquangtri.vn` are sure, `doluong.gov.vn` rests on the name being unique, and a name
    that several provinces have gives nothing.
    """
    province: str | None = None
    for label in place_labels(urlsplit(url).hostname or ""):
        units = spelled(label, gazetteer)
        inside = {u.slug for u in units if u.level == "district" and province in {None, u.parent}}
        above = {u.slug for u in units if u.level == "province"}
        if len(inside) == 1 and (province or not above):
            return Guess(inside.pop(), "high" if province else "medium")
        if province is None and above:
            province = above.pop()
    return Guess(province, "high") if province else None


def spelled(label: str, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Units that a label spells: whole, or without `huyenuy` before it and a number after it."""
    label = label.replace("-", "")
    short = DIGITS.sub("", label)
    return (
        gazetteer.spelled(label)
        or gazetteer.spelled(short)
        or gazetteer.spelled(PREFIX.sub("", short))
    )


def place_labels(host: str) -> list[str]:
    """Labels that may name a place, the largest first: `hatrung.thanhhoa.gov.vn`."""
    labels = bare_host(host).split(".")
    return [label for label in reversed(labels) if label not in ENDINGS and label not in ORGANS]
