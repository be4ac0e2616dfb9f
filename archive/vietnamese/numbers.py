"""Numbers as Vietnamese writes them: `1.259,84` in digits, `hai mươi mốt` in words."""

from __future__ import annotations

import re
from decimal import Decimal

# Dot before exactly three digits groups thousands, also with a slip of space: `31. 881`.
NUMBER = re.compile(r"(?P<whole>\d{1,3}(?:\. ?\d{3})+|\d+)(?:,(?P<decimals>\d+))?")

UNITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
# How some units sound after tens, as an ordinal, or in the other common spelling.
VARIANTS = {"mốt": 1, "nhất": 1, "nhì": 2, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
DIGITS = {**UNITS, **VARIANTS}


def parse_number(text: str) -> Decimal:
    """`1.259,84` → 1259.84. Raises ValueError where the text is no such number."""
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a Vietnamese number: {text!r}")
    return value_of(match[0])


def value_of(written: str) -> Decimal:
    """The value of what `NUMBER` has matched."""
    return Decimal(written.replace(".", "").replace(" ", "").replace(",", "."))


def parse_words(text: str) -> int | None:
    """`mười bốn` → 14, `hai mươi mốt` → 21, None where the words are no number up to 99."""
    words = text.casefold().split()
    match words:
        case [unit] if unit in DIGITS:
            return DIGITS[unit]
        case ["mười"]:
            return 10
        case ["mười", unit] if unit in DIGITS:
            return 10 + DIGITS[unit]
        case [tens, "mươi"] if tens in UNITS:
            return 10 * UNITS[tens]
        case [tens, "mươi", unit] if tens in UNITS and unit in DIGITS:
            return 10 * UNITS[tens] + DIGITS[unit]
    return None


def vi_number(value: Decimal) -> str:
    """1259.84 → `1.259,84`; decimals stay as they are."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def plain_number(value: Decimal) -> str:
    """As `vi_number`, without the zeros that only a column of the database adds."""
    whole = value == value.to_integral()
    return vi_number(value.quantize(Decimal(1)) if whole else value.normalize())
