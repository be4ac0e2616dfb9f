"""What is known of portals: which address belongs to which source, which code to which place."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from pathlib import Path

ORGANS = frozenset(
    "hdnd dbnd btctu bdvtu ubmttq bandanvan bantuyengiao ubkt mttq hoinongdan".split()
)
MIRRORS = frozenset("www m amp lite beta demo test".split())


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A portal at an address. `place` is the slug of its place, None for central ones."""

    slug: str
    host: str
    path_prefix: str
    name: str
    level: str
    place: str | None
    software: str


@dataclass(frozen=True, slots=True)
class SourceRegistry:
    """Portals by address, and the codes in front of first sentences."""

    entries: tuple[SourceEntry, ...]
    datelines: dict[str, str]

    @classmethod
    def load(cls, folder: Path) -> SourceRegistry:
        """From the tables of `fixtures/sources`."""
        with (folder / "portals.csv").open(encoding="utf-8", newline="") as file:
            entries = tuple(entry_of(row) for row in csv.DictReader(file))
        with (folder / "datelines.csv").open(encoding="utf-8", newline="") as file:
            datelines = {dateline_key(row["code"]): row["place"] for row in csv.DictReader(file)}
        return cls(entries, datelines)

    def match(self, url: str) -> SourceEntry | None:
        """The source at an address; the longest path prefix on the host wins."""
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        for name in (host, bare_host(host)):
            near = [e for e in self.entries if e.host == name]
            fitting = [e for e in near if parts.path.startswith(e.path_prefix)]
            if fitting:
                return max(fitting, key=lambda entry: len(entry.path_prefix))
        return None

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
        software=row["software"],
    )


def dateline_key(code: str) -> str:
    return fold(code).replace(" ", "").replace(".", "")


def bare_host(host: str) -> str:
    """The host without the labels of mirrors: `www.`, `m.`."""
    labels = host.casefold().split(".")
    while len(labels) > 2 and labels[0] in MIRRORS:
        labels.pop(0)
    return ".".join(labels)


def place_labels(host: str) -> list[str]:
    """Labels that may name a place, the largest first: `hatrung.thanhhoa.gov.vn`."""
    labels = bare_host(host).split(".")
    endings = {"vn", "gov", "dcs", "org", "com", "edu", "net"}
    return [label for label in reversed(labels) if label not in endings and label not in ORGANS]
