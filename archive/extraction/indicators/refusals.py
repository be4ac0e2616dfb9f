"""Quantities that are no indicators: costs and sizes of single things, rewards, guests, private business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.indicators import words
from archive.extraction.indicators.labels import CUT

if TYPE_CHECKING:
    from archive.extraction.indicators.clauses import Clause


def forbidden(clause: Clause, low: str) -> bool:
    """Whether a quantity is a cost, a size, a reward, a count of guests or of a single project."""
    before = CUT.split(clause.raw)[-1]
    if words.FORBIDDEN.search(before[-60:]) or words.SIZE.search(before):
        return True
    if words.HOUSEHOLD.search(low, 0, clause.quantity.start) or words.OCCASION.match(low):
        return True
    if clause.quantity.is_percent and words.VOTERS.match(clause.rest):
        return True
    return is_guest(clause, low) or is_single(clause, low)


def is_guest(clause: Clause, low: str) -> bool:
    """People and units counted after words of attendance or before `đại diện`, `về dự`."""
    quantity = clause.quantity
    if not quantity.thing:
        return False
    if words.GUESTS_AFTER.match(clause.rest):
        return True
    return (
        "lượt" not in quantity.thing and words.ATTENDED.search(low, 0, quantity.start) is not None
    )


def is_single(clause: Clause, low: str) -> bool:
    """Money or a size told of one named project."""
    if clause.quantity.thing or clause.quantity.is_percent:
        return False
    if not words.COST.search(clause.raw) and not words.COSTS.search(clause.raw):
        return False
    begin = max(low.rfind(";", 0, clause.quantity.start), 0)
    return words.SINGLE.search(low, begin, clause.quantity.start) is not None
