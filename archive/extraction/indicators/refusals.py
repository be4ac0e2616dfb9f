"""Quantities that are no indicators: costs and sizes of single things, rewards, guests, private business."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.indicators import words
from archive.extraction.indicators.label_words import VERB_HEADS
from archive.extraction.indicators.labels import end_of_cut, tokens_of

if TYPE_CHECKING:
    from archive.extraction.indicators.clauses import Clause
    from archive.extraction.indicators.sentences import Sentence
    from archive.extraction.indicators.things import Label

MEMBERS = frozenset({"đồng chí", "đ/c", "người"})
NEAR = 60  # code points before a quantity that may forbid it


class Ground(NamedTuple):
    """Where in a sentence words stand after which quantities are no indicators; its length for none.

    `forbidding`: whether any of its words may forbid the quantity that they stand before, `single`
    whether any names one project. `harm`: whether it tells what was lost, so that numbers of animals and
    hectares are no stocks.
    """

    low: str
    household: int
    attended: int
    occasion: bool
    forbidding: bool
    single: bool
    harm: bool

    @classmethod
    def of(cls, sentence: Sentence) -> Ground:
        low, has = sentence.words.low, sentence.has
        return cls(
            low,
            household=words.HOUSEHOLD.end(low, has),
            attended=words.ATTENDED.end(low, has),
            occasion=words.OCCASION.match(low) is not None,
            forbidding=not words.SIZED.isdisjoint(has) or words.FORBIDDEN.within(low, has),
            single=words.SINGLE.possible(has),
            harm="bị" in has and words.HARM.search(low) is not None,
        )

    def refuses(self, clause: Clause) -> bool:
        """Whether a quantity is a cost, a size, a reward, a count of guests, of one project or household."""
        if self.forbidding and forbidden(clause.raw[-2 * NEAR :]):
            return True
        if self.occasion or self.household <= clause.quantity.start:
            return True
        if clause.quantity.is_percent:
            return words.VOTERS.match(clause.rest) is not None
        return self.guest(clause) if clause.quantity.thing else self.of_one(clause)

    def guest(self, clause: Clause) -> bool:
        """People and units counted after words of attendance or before `đại diện`, `về dự`."""
        held = "tổ chức " in clause.raw and words.HELD.search(clause.raw)
        if held or words.GUESTS_AFTER.match(clause.rest) or self.size_of_body(clause):
            return True
        return "lượt" not in clause.quantity.thing and self.attended <= clause.quantity.start

    def size_of_body(self, clause: Clause) -> bool:
        """`Ban Chấp hành Đảng bộ xã gồm 27 đồng chí, Ban Thường vụ 9 đồng chí`."""
        if clause.quantity.thing not in MEMBERS:
            return False
        match = words.COMPOSED.search(self.low, 0, clause.quantity.start)
        between = match["between"].strip() if match else "none"
        return not between or (
            between.endswith(words.CONSISTS) and VERB_HEADS.search(between) is None
        )

    def of_one(self, clause: Clause) -> bool:
        """Money or a size told of one named project."""
        if not self.single or not (
            words.COST.search(clause.tail) or words.COSTS.search(clause.tail)
        ):
            return False
        at = clause.quantity.start
        begin = max(self.low.rfind(";", 0, at), 0)
        return words.SINGLE.pattern.search(self.low, begin, at) is not None


def unfit(name: str, clause: Clause) -> bool:
    """Whether no figure has such a name: of a cost or a reward, or of whom an occasion honoured."""
    low = name.lower()
    if words.FORBIDDEN.within(low, tokens_of(low)):
        return True
    if words.AWARDED.match(low) is None:
        return False  # but `trao Huy hiệu cho 42 đảng viên`
    return words.PARTY_BADGE.search(low) is None or words.CEREMONY.search(clause.raw) is not None


def half_told(label: Label, clause: Clause, ground: Ground) -> bool:
    """`18 con trâu, 47 con lợn bị cuốn trôi`: the name of all but the last lacks what happened to them."""
    by_unit = label.by == "thing" and clause.quantity.is_measure
    return by_unit and ground.harm and " bị " not in label.name


def forbidden(before: str) -> bool:
    """Whether the words right before a quantity make it a cost, a reward, a size."""
    stretch = before[end_of_cut(before) :]
    return words.FORBIDDEN.pattern.search(stretch[-NEAR:]) is not None or (
        words.SIZE.search(stretch) is not None
    )
