"""Roman numerals as terms and ordinals use them."""

from __future__ import annotations

STEPS = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
LARGEST = 100


def numeral(number: int) -> str:
    """28 → `XXVIII`. Raises ValueError outside 1 to 100."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no numeral for {number}: only 1 to {LARGEST} are used")
    text = ""
    for step, letters in STEPS:
        while number >= step:
            text, number = text + letters, number - step
    return text


VALUES = {numeral(number): number for number in range(1, LARGEST + 1)}


def value(text: str) -> int | None:
    """`XXVIII` → 28; None for anything but a well-formed numeral up to 100."""
    return VALUES.get(text)
