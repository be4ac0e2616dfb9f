"""An amount as people type it: `905,653 tỷ đồng`, `905 tỷ 653 triệu đồng`, `1.259,84`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from archive.vietnamese.numbers import NUMBER, parse_number

LESS = {"triệu": "tỷ", "tỷ": "tỷ", "nghìn": "triệu", "ngàn": "triệu"}  # a part → the whole's scale
PART = re.compile(
    r"(?P<big>\S+) (?P<scale>tỷ|tỉ|triệu)(?: đồng)?,? (?P<small>\d{1,3}) (?P<part>triệu|nghìn|ngàn)(?P<unit>.*)"
)
SIMPLE = re.compile(rf"(?P<sign>[-−]?)(?P<number>{NUMBER.pattern})\s*(?P<unit>\D*)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in its unit as written; `unit` is empty where none was typed."""

    value: Decimal
    unit: str


def parse_amount(text: str) -> Amount:
    """Read one amount. Raises ValueError where the text is none."""
    words = " ".join(text.split())
    compound = PART.fullmatch(words)
    scale = compound["scale"].replace("tỉ", "tỷ") if compound else ""
    if compound and LESS[compound["part"]] == scale:
        value = parse_number(compound["big"]) + Decimal(compound["small"]) / 1000
        return Amount(value, f"{scale}{compound['unit']}".strip())
    simple = SIMPLE.fullmatch(words)
    if simple is None:
        raise ValueError(f"not an amount: {text!r}")
    value = parse_number(simple["number"])
    return Amount(-value if simple["sign"] else value, simple["unit"].strip())
