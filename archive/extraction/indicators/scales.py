"""Amounts in words of scale: `905 tỷ` is more than `650 triệu`; `triệu lượt khách` counts `lượt khách`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

SCALE = re.compile(r"(nghìn tỷ|triệu|tỷ|nghìn|ngàn|vạn)(?: |$)")
POWERS = {"nghìn tỷ": 12, "tỷ": 9, "triệu": 6, "vạn": 4, "nghìn": 3, "ngàn": 3}


@lru_cache(maxsize=4096)
def base_unit(unit: str | None) -> str:
    """The unit without its scale; bare scales are of money."""
    if not unit:
        return ""
    return (
        SCALE.sub("", unit, count=1) if SCALE.match(unit) and len(unit.split()) > 1 else bare(unit)
    )


def bare(unit: str) -> str:
    return "đồng" if unit in POWERS else unit


@lru_cache(maxsize=4096)
def factor(unit: str | None) -> Decimal:
    scale = SCALE.match(unit or "")
    return Decimal(10) ** POWERS[scale[1]] if scale else Decimal(1)


def alike(a: str | None, b: str | None) -> bool:
    """Whether two units measure the same, scales and `per year` aside."""
    first, second = base_unit(a).split("/")[0], base_unit(b).split("/")[0]
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def in_unit(value: str | None, unit: str | None, other: str | None) -> Decimal | None:
    """A value in another unit of the same base; None where the units have nothing in common."""
    if value is None or not alike(unit, other):
        return None
    return Decimal(value) * factor(unit) / factor(other)
