"""The name of a level, from the words before it and the thing that is counted after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.extraction.indicators.clauses import MARK
from archive.extraction.indicators.label_words import CASUALTIES
from archive.extraction.indicators.labels import capital, label_before
from archive.extraction.indicators.things import Label, listed_behind, unnamed
from archive.extraction.indicators.units import PEOPLE, TURNS

if TYPE_CHECKING:
    from archive.extraction.indicators.clauses import Clause
    from archive.extraction.indicators.labels import Named

ENDS = re.compile(r"[;:.]")
JOINS = (" và ", " cùng ")
OBJECT, LONG_OBJECT = 6, 10  # syllables behind a counted thing that are part of the name
CLASSIFIERS = frozenset({"vụ", "ca", "trường hợp", "đối tượng", "cuộc", "đợt"})  # say little alone
FULL = 4  # syllables of a verb phrase that has its object already
COMPLETE = frozenset({"tạo việc làm", "giao quân", "tuyển quân", "đào tạo nghề", "khám bệnh", "chữa bệnh", "khám, chữa bệnh", "khám chữa bệnh"})  # fmt: skip
NARROW = ("giám sát chuyên đề", "kiểm tra khi", "thi hành kỷ luật", "kiểm tra dấu hiệu", "xử lý kỷ luật", "kiểm tra chấp hành", "kiểm tra việc")  # fmt: skip


def label_of(clause: Clause, shared: Label | None, *, within: bool) -> Label | None:
    """The label of a level, None where nothing names it.

    `shared` is the label of the figure before in the same list, `within` whether parts of a total are told.
    """
    if behind := listed_behind(clause):
        return behind
    if clause.quantity.papers:
        return issued(clause, shared)
    if brought(clause):
        return unnamed(clause) or Label(
            capital(f"{clause.quantity.thing} {clause.named_after()}".strip()), "thing"
        )
    if shared and shared.verb and clause.raw.endswith(JOINS) and "," not in clause.raw:
        return shared_label(clause, shared) or unnamed(clause)
    return worded(clause, shared, within=within)


def worded(clause: Clause, shared: Label | None, *, within: bool) -> Label | None:
    """By the words before it: those of the last stretch, else the thing itself, else words further back."""
    percent, counted = clause.quantity.is_percent, bool(clause.quantity.thing)
    own = clause.own
    found = label_before(own, percent=percent, counted=counted, last=counted)
    if found is None:
        told = shared_label(clause, shared) or unnamed(clause)
        if told:
            return told
        found = label_before(own, percent=percent, counted=counted) if counted else None
    if found is None:
        return Label(capital(clause.quantity.thing), "list") if within and counted else None
    return by_kind(clause, found, within=within)


def by_kind(clause: Clause, found: Named, *, within: bool) -> Label | None:
    if found.kind == "noun":
        return noun_label(clause, found)
    if found.kind == "verb":
        return verb_label(clause, found)
    if clause.quantity.unit == "tiêu chí":
        return Label("Tiêu chí nông thôn mới", "list")
    part = Label(capital(found.name), "list")
    if clause.quantity.unit == "km" or not (within or " " in found.name):
        return unnamed(clause)
    return part if within else unnamed(clause) or part


# --- nouns


def noun_label(clause: Clause, found: Named) -> Label:
    if follows_on(clause):
        return Label(capital(f"{clause.quantity.thing} {found.name}"), "thing")
    if found.low == "bình quân" and (clause.quantity.unit or "").startswith("tiêu chí"):
        return Label("Bình quân tiêu chí", "noun")
    return Label(capital(found.name), "noun")


def follows_on(clause: Clause) -> bool:
    """`2 lớp đảng viên mới cho 145 học viên`: without a mark the words are of the count before."""
    return bool(clause.quantity.thing) and not clause.begins and not MARK.search(clause.raw)


# --- verbs


def verb_label(clause: Clause, found: Named) -> Label | None:
    thing = clause.quantity.thing
    if thing == "người" and found.low in CASUALTIES:
        return Label(CASUALTIES[found.low], "verb", found.low)
    if found.low in {"làm", "khiến", "gây"} and thing:
        return unnamed(clause)
    rest = clause.named_after()
    if thing in TURNS and clause.raw.rstrip().endswith(" với") and rest:
        return Label(capital(f"{thing} {rest}"), "thing")
    return Label(capital(with_object(found, clause, rest)), "verb", found.name)


def with_object(found: Named, clause: Clause, rest: str) -> str:
    """`Kiểm tra` + `tổ chức đảng`; a verb that has its object already needs nothing."""
    verb, thing = found.name, clause.quantity.thing
    if has_object(found):
        return verb
    if not thing:
        return f"{verb} {rest}".strip() if len(rest.split()) <= 8 else verb
    most = LONG_OBJECT if thing in CLASSIFIERS else OBJECT
    return f"{verb} {thing} {rest}".strip() if len(rest.split()) <= most else f"{verb} {thing}"


def has_object(found: Named) -> bool:
    if found.low in COMPLETE:
        return True
    several = " và " in found.low or "," in found.low
    long = len(found.name.split()) >= FULL
    return long and not several and not found.low.startswith(NARROW)


def shared_label(clause: Clause, shared: Label | None) -> Label | None:
    """`kiểm tra 22 tổ chức đảng và 20 đảng viên`: the verb holds for the second thing too."""
    thing = clause.quantity.thing
    if shared is None or not shared.verb or not thing:
        return None
    rest = clause.named_after()
    if rest and not clause.raw.endswith(JOINS):
        return None
    told = Label(capital(f"{shared.verb} {thing} {rest}".strip()), "verb", shared.verb)
    if shared.verb in CASUALTIES or shared.verb.startswith("làm"):
        return unnamed(clause) or told
    return told


# --- other


def brought(clause: Clause) -> bool:
    """`3 vụ án tham nhũng, kinh tế với 7 bị can`: people behind `với` belong to the count before."""
    with_them = clause.raw.endswith(" với ") and not clause.begins and not ENDS.search(clause.raw)
    return with_them and clause.quantity.thing in PEOPLE


def issued(clause: Clause, shared: Label | None) -> Label | None:
    """`ban hành 12 nghị quyết, 45 kế hoạch`: papers count where the text says that they were issued."""
    if "ban hành" not in clause.raw and (shared is None or shared.verb != "ban hành"):
        return None
    return Label(f"Ban hành {clause.quantity.thing}", "verb", "ban hành")
