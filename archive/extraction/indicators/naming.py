"""The name of a level, from the words before it and the thing that is counted after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from archive.extraction.indicators.counted import complement, names_itself, share_of
from archive.extraction.indicators.label_words import CASUALTIES
from archive.extraction.indicators.labels import capital, label_before
from archive.extraction.indicators.units import PARTY, PEOPLE, TURNS

if TYPE_CHECKING:
    from archive.extraction.indicators.clauses import Clause
    from archive.extraction.indicators.labels import Named

By = Literal["noun", "verb", "thing", "share", "list", "penalty", "change", "structure"]
MEASURED = {"ha": "diện tích", "tấn": "sản lượng", "con": "đàn", "km": ""}
ENDS = re.compile(r"[;:.]")
CALLED = {"nhân khẩu": "Dân số", "hộ nghèo": "Số hộ nghèo", "hộ cận nghèo": "Số hộ cận nghèo"}
FULL = 5  # syllables of a verb phrase that has its object already
NARROW = ("giám sát chuyên đề", "kiểm tra khi", "thi hành kỷ luật", "kiểm tra dấu hiệu", "xử lý kỷ luật", "kiểm tra chấp hành", "kiểm tra việc")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a figure; `verb` is what the next figures of a list share; `by` names the evidence."""

    name: str
    by: By
    verb: str = ""


def label_of(clause: Clause, shared: Label | None, *, within: bool) -> Label | None:
    """The label of a level, None where nothing names it."""
    quantity = clause.quantity
    if quantity.papers:
        return paper_label(clause, shared)
    if shared and shared.verb and clause.raw.endswith((" và ", " cùng ")) and "," not in clause.raw:
        return shared_label(clause, shared, complement(clause.after)) or unnamed(
            clause, complement(clause.after)
        )
    rest = complement(clause.after)
    if brought(clause):
        return unnamed(clause, rest) or Label(capital(quantity.thing), "thing")
    counted = bool(quantity.thing)
    found = label_before(clause.own, percent=quantity.is_percent, counted=counted, last=counted)
    if found is None:
        told = shared_label(clause, shared, rest) or unnamed(clause, rest)
        if told:
            return told
        found = label_before(clause.own, percent=quantity.is_percent, counted=counted)
    if found is None:
        return Label(capital(quantity.thing), "list") if within and quantity.thing else None
    if found.kind == "noun":
        return Label(capital(found.name), "noun")
    if found.kind == "verb":
        return verb_label(clause, found, rest)
    part = Label(capital(found.name), "list")
    return part if within else unnamed(clause, rest) or part


def brought(clause: Clause) -> bool:
    """`3 vụ án tham nhũng, kinh tế với 7 bị can`: people behind `với` belong to the count before."""
    with_them = clause.raw.endswith(" với ") and not clause.begins and not ENDS.search(clause.raw)
    return with_them and clause.quantity.thing in PEOPLE


def verb_label(clause: Clause, found: Named, rest: str) -> Label | None:
    thing = clause.quantity.thing
    if thing == "người" and found.low in CASUALTIES:
        return Label(CASUALTIES[found.low], "verb", found.low)
    if thing in TURNS and clause.raw.rstrip().endswith(" với") and rest:
        return Label(capital(f"{thing} {rest}"), "thing")
    return Label(capital(with_object(found, clause, rest)), "verb", found.name)


def with_object(found: Named, clause: Clause, rest: str) -> str:
    """`Kiểm tra` + `tổ chức đảng`; a verb that has its object already needs nothing."""
    verb, thing = found.name, counted_thing(clause)
    if len(verb.split()) >= FULL and not found.low.startswith(NARROW):
        return verb
    if not thing:
        return f"{verb} {rest}".strip() if len(rest.split()) <= 8 else verb
    return f"{verb} {thing} {rest}".strip() if len(rest.split()) <= 6 else f"{verb} {thing}"


def counted_thing(clause: Clause) -> str:
    """The thing as it is written: `tổ chức Đảng` keeps its capital where the unit does."""
    return clause.quantity.thing


def shared_label(clause: Clause, shared: Label | None, rest: str) -> Label | None:
    """`kiểm tra 22 tổ chức đảng và 20 đảng viên`: the verb holds for the second thing too."""
    quantity = clause.quantity
    if shared is None or not shared.verb or quantity.is_measure:
        return None
    joins = clause.raw.endswith((" và ", " cùng "))
    if not joins and rest:
        return None
    if shared.verb in CASUALTIES or shared.verb.startswith("làm"):
        return unnamed(clause, rest) or Label(capital(f"{shared.verb} {quantity.thing}"), "verb", shared.verb)  # fmt: skip
    return Label(capital(f"{shared.verb} {quantity.thing} {rest}".strip()), "verb", shared.verb)


def unnamed(clause: Clause, rest: str) -> Label | None:
    """The label of a figure before which no head stands: what is counted names it."""
    quantity = clause.quantity
    if quantity.is_percent:
        thing = share_of(clause.after)
        return Label(f"Tỷ lệ {thing}", "share") if thing else None
    if quantity.is_measure:
        return measured(clause)
    if quantity.thing in PARTY and not rest:
        return Label(f"Tổng số {quantity.thing}", "thing")
    if quantity.thing in CALLED and not rest:
        return Label(CALLED[quantity.thing], "thing")
    if quantity.thing and names_itself(quantity.thing, rest):
        return Label(capital(f"{quantity.thing} {rest}".strip()), "thing")
    return None


def paper_label(clause: Clause, shared: Label | None) -> Label | None:
    """`ban hành 12 nghị quyết, 45 kế hoạch`: papers count where the text says that they were issued."""
    issued = "ban hành" in clause.raw or (shared is not None and shared.verb == "ban hành")
    if not issued:
        return None
    return Label(f"Ban hành {clause.quantity.thing}", "verb", "ban hành")


def measured(clause: Clause) -> Label | None:
    """`2.740 ha cây ăn quả`: what is measured stands behind the unit, the quantity is the unit's own."""
    unit, _, per = (clause.quantity.unit or "").lower().partition("/")
    if per == "vạn dân":
        return Label(f"Số {unit} trên {per}", "thing")
    head = MEASURED.get(unit)
    rest = complement(clause.after, joined=True)
    if head is None or not rest:
        return None
    return Label(capital(f"{head} {rest}".strip()), "thing")
