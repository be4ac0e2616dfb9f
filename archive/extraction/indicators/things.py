"""Names of figures before which no label stands: what is counted or measured names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from archive.extraction.indicators.counted import complement, names_itself, share_of
from archive.extraction.indicators.label_words import NOUN_HEADS
from archive.extraction.indicators.labels import capital, without_end
from archive.extraction.indicators.units import PARTY

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.extraction.indicators.clauses import Clause

By = Literal["noun", "verb", "thing", "share", "list", "penalty", "change", "structure"]
# What is measured by its unit alone.
MEASURED = {"ha": "diện tích", "tấn": "sản lượng", "con": "đàn", "km": ""}
CALLED = {
    "nhân khẩu": "Dân số",
    "khẩu": "Dân số",
    "dân": "Dân số",
    "hộ nghèo": "Số hộ nghèo",
    "hộ cận nghèo": "Số hộ cận nghèo",
}
# What stands between two of a list: the name of the one before, and a mark or `và`.
NAMED_BEHIND = re.compile(r" [^;:.()\d]{2,30}?(?:,| và)(?: (?:trên|hơn|gần|khoảng))? $")
HARMED = ("chết", "bị thương", "mất tích", "tử vong")


class Label(NamedTuple):
    """The name of a figure; `verb` is what the next figures of a list share; `by` names the evidence."""

    name: str
    by: By
    verb: str = ""


def unnamed(clause: Clause) -> Label | None:
    """The first rule that names the figure by its thing and the words behind it."""
    if clause.quantity.is_percent:
        return share(clause)
    if clause.quantity.is_measure:
        return per_people(clause) or measured(clause)
    rest = clause.named_after()
    return next((label for rule in THINGS if (label := rule(clause, rest))), None)


def own_words(clause: Clause) -> str:
    """What stands before the quantity besides small words."""
    return without_end(clause.own.low).strip(" ,;.-")


def share(clause: Clause) -> Label | None:
    """`100% xã đạt chuẩn` is the share of the communes."""
    thing = share_of(clause.after)
    return Label(f"Tỷ lệ {thing}", "share") if thing else None


def per_people(clause: Clause) -> Label | None:
    """`9,7 bác sĩ/vạn dân` names itself."""
    unit, _, per = (clause.quantity.unit or "").lower().partition("/")
    return Label(f"Số {unit} trên {per}", "thing") if per == "vạn dân" else None


def measured(clause: Clause) -> Label | None:
    """`2.740 ha cây ăn quả`: what is measured stands behind the unit, the quantity is the unit's own."""
    unit = (clause.quantity.unit or "").lower()
    head = None if own_words(clause) else MEASURED.get(unit)
    rest = complement(clause.after, joined=True)
    if head is None or not rest:
        return None
    return Label(capital(f"{head} {rest}".strip()), "thing")


def listed_behind(clause: Clause) -> Label | None:
    """`18 con trâu, bò, 47 con lợn bị cuốn trôi`: each name of the list stands behind its unit."""
    measured_there = (clause.quantity.unit or "").lower() in MEASURED
    if not measured_there or clause.begins or NAMED_BEHIND.match(clause.raw) is None:
        return None
    if NOUN_HEADS.at(clause.raw, 1) is None or NOUN_HEADS.at(clause.rest, 1) is None:
        return None
    rest = complement(clause.after, joined=True)
    return Label(capital(rest), "thing") if rest else None


def harmed(clause: Clause, rest: str) -> Label | None:
    """`71 người chết`."""
    people = clause.quantity.thing == "người" and rest.startswith(HARMED)
    return Label(f"Số người {rest}", "thing") if people else None


def party_total(clause: Clause, rest: str) -> Label | None:
    """`62 tổ chức cơ sở đảng với 8.915 đảng viên`."""
    thing = clause.quantity.thing
    return Label(f"Tổng số {thing}", "thing") if thing in PARTY and not rest else None


def called(clause: Clause, rest: str) -> Label | None:
    """Things that are a figure of their own wherever they are counted."""
    thing = clause.quantity.thing
    if rest:
        return None
    if thing == "doanh nghiệp" and not own_words(clause):
        return Label("Số doanh nghiệp", "thing")
    return Label(CALLED[thing], "thing") if thing in CALLED else None


def thing_itself(clause: Clause, rest: str) -> Label | None:
    """`2 xã đạt chuẩn nông thôn mới nâng cao`."""
    thing = clause.quantity.thing
    if not (thing and names_itself(thing, rest)):
        return None
    return Label(capital(f"{thing} {rest}".strip()), "thing")


THINGS: tuple[Callable[[Clause, str], Label | None], ...] = (
    harmed,
    party_total,
    called,
    thing_itself,
)
