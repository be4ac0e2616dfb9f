"""The catalogue of indicators: what a label means, whatever words a portal used for it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from archive.vietnamese.normalise import shadow


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator: canonical name, field, usual unit, and the range that one district reports."""

    key: str
    name: str
    category: str
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    aliases: tuple[str, ...]


def load(path: Path) -> dict[str, Entry]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: entry_of(row) for row in csv.DictReader(file)}


def entry_of(row: dict[str, str]) -> Entry:
    return Entry(
        key=row["key"],
        name=row["name"],
        category=row["category"],
        unit=row["unit"] or None,
        low=Decimal(row["low"]) if row["low"] else None,
        high=Decimal(row["high"]) if row["high"] else None,
        aliases=tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip()),
    )


CATALOGUE = load(Path(__file__).with_name("catalogue.csv"))
WORDS = re.compile(r"[^\W_]+")


def syllables(text: str) -> tuple[str, ...]:
    return tuple(WORDS.findall(shadow(text).casefold()))


ALIASES = {
    syllables(alias): entry.key
    for entry in CATALOGUE.values()
    for alias in (entry.name, *entry.aliases)
}
LONGEST = max(len(alias) for alias in ALIASES)


@lru_cache(maxsize=4096)
def key_of(label: str) -> str | None:
    """The indicator that a label names: an alias that the label begins with, the longest first.

    A label that goes on after a short alias may mean something narrower, so the alias must cover
    at least half of it.
    """
    parts = syllables(label)
    for length in range(min(LONGEST, len(parts)), 0, -1):
        key = ALIASES.get(parts[:length])
        if key and 2 * length >= len(parts):
            return key
    return None
