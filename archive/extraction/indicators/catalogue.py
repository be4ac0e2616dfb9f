"""The catalogue of indicators: what a label means, whatever words a portal used for it.

`catalogue.csv` has a row an indicator: key, canonical name, field, usual unit, the range that one
district plausibly reports in half a year to a year, other names (`|` between them), and a definition
for readers. To add an indicator, add a row.
"""

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
    definition: str


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
        definition=row["definition"],
    )


CATALOGUE = load(Path(__file__).with_name("catalogue.csv"))
WORDS = re.compile(r"[^\W_]+")
# Words at the end of a label that name the place or the way of counting, not another indicator.
QUALIFIER = re.compile(
    r" (?:(?:trên địa bàn|toàn|của|do|trong) (?:toàn )?(?:huyện|tỉnh|thị xã|quận|thành phố|xã|phường|đảng bộ|đặc khu)(?: quản lý)?"
    r"|trên địa bàn|bình quân|hằng năm|hàng năm|mỗi năm|cả năm|các loại|(?:theo )?giá (?:so sánh|hiện hành|cố định)(?: 2010| 1994)?)$"
)
COVERED = 0.75  # share of a label's syllables that an alias at its beginning must cover


def syllables(text: str) -> tuple[str, ...]:
    return tuple(WORDS.findall(shadow(text).casefold()))


ALIASES = {
    syllables(alias): entry.key
    for entry in CATALOGUE.values()
    for alias in (*entry.aliases, entry.name)
}
LONGEST = max(len(alias) for alias in ALIASES)


@lru_cache(maxsize=4096)
def key_of(label: str) -> str | None:
    """The indicator that a label names: the whole label without qualifiers, else nearly the whole.

    A label that goes on after a short alias means something narrower (`đảng viên nữ`).
    """
    parts = syllables(label)
    key = ALIASES.get(parts) or ALIASES.get(unqualified(parts))
    if key:
        return key
    for length in range(min(LONGEST, len(parts) - 1), 2, -1):
        key = ALIASES.get(parts[:length])
        if key and length >= COVERED * len(parts):
            return key
    return None


def unqualified(parts: tuple[str, ...]) -> tuple[str, ...]:
    text = " ".join(parts)
    while shorter := QUALIFIER.sub("", text):
        if shorter == text:
            break
        text = shorter
    return tuple(text.split())
