"""Parts under their total: which figures `trong đó`, `gồm`, a colon or brackets open, and how far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.indicators import words
from archive.extraction.indicators.labels import capital
from archive.extraction.indicators.scales import alike, factor
from archive.extraction.indicators.units import PARTY, PEOPLE

if TYPE_CHECKING:
    from decimal import Decimal

    from archive.extraction.indicators.figure import Figure
    from archive.extraction.indicators.sentences import Sentence
    from archive.extraction.indicators.things import Label

PERSONS = frozenset(PEOPLE) | {"đảng viên", "trường hợp", "cấp ủy viên"}
ORGANISATIONS = frozenset(PARTY) - {"đảng viên", "cấp ủy viên"}
FAMILIES = {
    "thu ngân sách": "thu",
    "chi ngân sách": "chi",
    "lượng khách": "khách",
    "gtsx": "giá trị sản xuất",
}
BACK = 4  # figures of earlier sentences among which a total is looked for
WAYS = 3  # syllables of a verb that is a way of producing (`khai thác 650 tấn`)
HEADLESS = 5  # syllables of a part's label that borrows all of its total's
OUT_OF = re.compile(r"trong (?:tổng )?số $")
HAVING = re.compile(r"[^,;]{0,30}? có (?:tới )?")
OPENING = re.compile(r"\s?[(:]\s?")


class Scope(NamedTuple):
    """A stretch of a sentence in which parts of `total` are told.

    `firm`: it stands behind a colon or begins a clause, so that a semicolon does not end it.
    """

    total: Figure
    firm: bool


def nested(figures: list[Figure], sentence: Sentence, earlier: list[Figure]) -> list[Figure]:
    """The figures of a sentence with their totals; a part takes head, kind and unit from its total.

    What was named by a bare stretch before a counted thing is only kept as a part.
    """
    low = sentence.words.low
    opens = words.CHILDREN.possible(sentence.has)
    marks = list(words.CHILDREN.pattern.finditer(low)) if opens else []
    parts = Parts(figures, low, marks, earlier)
    scope: Scope | None = None
    outer: Scope | None = None
    for index, figure in enumerate(figures):
        if index and parts.closes(index):
            scope, outer = outer, None
        held = scope if scope and index and parts.go_on(scope, index) else None
        opened = parts.opened_at(index)
        outer = held if opened else outer
        scope = opened or held
        if figure.label.by == "penalty":
            penalised(figure, scope, [*earlier, *figures[:index]])
        elif scope:
            belong(figure, scope.total)
    return [figure for figure in figures if not stray(figure)]


class Parts(NamedTuple):
    """The figures of a sentence between the marks that open lists of parts."""

    figures: list[Figure]
    low: str
    marks: list[re.Match[str]]
    earlier: list[Figure]

    def opened_at(self, index: int) -> Scope | None:
        """The scope that opens between the figure before this one and this one."""
        figure = self.figures[index]
        begin = self.figures[index - 1].end if index else 0
        mark = next((m for m in reversed(self.marks) if begin <= m.start() < figure.at), None)
        if mark is None:
            return (self.out_of(index) or self.bracketed(index)) if index else None
        ahead = self.low[begin : mark.start()].strip()
        reaches_back = begin or mark.start() <= 5
        known = [*self.earlier[-BACK:], *self.figures[:index]] if reaches_back else []
        known = [f for f in known if not stray(f)]
        total = total_for(figure, known)
        firm = bool(mark["colon"]) or ahead.endswith((";", ".")) or not ahead
        return Scope(total, firm) if total else None

    def out_of(self, index: int) -> Scope | None:
        """`trong tổng số 2.486 hộ nghèo có 2.095 hộ …`."""
        total, figure = self.figures[index - 1], self.figures[index]
        named = OUT_OF.search(total.raw) and HAVING.fullmatch(self.low[total.end : figure.at])
        return Scope(total, firm=False) if named and fits(figure, total) else None

    def bracketed(self, index: int) -> Scope | None:
        """`45 đảng viên (khiển trách 28, cảnh cáo 12)`, `92.350 con: trâu 13.420 con`."""
        total, figure = self.figures[index - 1], self.figures[index]
        between = self.low[total.end : figure.at]
        opens = OPENING.match(between)
        if opens is None or ")" in between or total.level is None:
            return None
        if figure.level is None or not (figure.level.thing or between[opens.end() :].strip()):
            return None
        alike = figure.level is None or figure.level.unit is None or same_unit(figure, total)
        return Scope(total, firm=":" in opens[0]) if alike and fits(figure, total) else None

    def closes(self, index: int) -> bool:
        """Whether a bracket closes before this figure that did not open there."""
        between = self.low[self.figures[index - 1].end : self.figures[index].at]
        return ")" in between and "(" not in between

    def go_on(self, scope: Scope, index: int) -> bool:
        """Whether the list of parts goes on to this figure."""
        figure, total = self.figures[index], scope.total
        between = self.low[self.figures[index - 1].end : figure.at]
        if sums_itself(figure) or does_another(figure, total):
            return False
        if not fits(figure, total):
            return False
        if figure.level is None or total.level is None:
            return kin(figure, total)
        if not (same_unit(figure, total) or figure.level.unit is None):
            return False
        return scope.firm or ";" not in between or kin(figure, total)


def does_another(figure: Figure, total: Figure) -> bool:
    """`kiểm tra 12 đảng viên, trong đó …; thi hành kỷ luật 2 …`: another deed is no part."""
    own, whole = figure.label.verb, total.label.verb
    return bool(own and whole) and own != whole


def sums_itself(figure: Figure) -> bool:
    return figure.label.by == "noun" and figure.name.lower().startswith("tổng")


def total_for(figure: Figure, known: list[Figure]) -> Figure | None:
    """The last figure that can be the total: no part itself, of the same unit where there is one."""
    tops = [f for f in known if f.parent is None] or known
    alike = [f for f in tops[-3:] if f.level and fits(figure, f) and same_unit(figure, f)]
    if alike:
        return alike[-1]
    last = tops[-1] if tops else None
    return last if last and fits(figure, last) else None


def fits(figure: Figure, total: Figure) -> bool:
    """Whether a figure may be a part: of a unit that adds up to the total's, and no more than it."""
    if figure.level is None or total.level is None or figure.level.is_percent:
        return True
    if figure.level.unit is None:
        return True
    if not same_unit(figure, total):
        return figure.level.thing != "" and total.level.thing != ""
    return amount(figure) <= amount(total)


def same_unit(figure: Figure, total: Figure) -> bool:
    if figure.level is None or total.level is None:
        return False
    things = {figure.level.thing, total.level.thing}
    if things <= PERSONS or things <= ORGANISATIONS:
        return True
    return alike(figure.level.unit, total.level.unit)


def amount(figure: Figure) -> Decimal:
    assert figure.level is not None
    return figure.level.value * factor(figure.level.unit)


def kin(figure: Figure, total: Figure) -> bool:
    """Whether a name is a part's: a sector, a bare stretch, or of the same head as the total."""
    name, whole = figure.name.lower(), total.name.lower()
    if figure.label.by == "verb" and total.label.by == "verb":
        return False
    if words.SECTOR.match(name) or figure.label.by == "list":
        return True
    own, head = words.FAMILY.match(name), words.FAMILY.match(whole)
    return (
        own is not None
        and head is not None
        and FAMILIES.get(own[1], own[1]) == FAMILIES.get(head[1], head[1])
    )


def belong(figure: Figure, total: Figure) -> None:
    figure.parent = total
    figure.label = inherited(figure.label, total)
    if total.kind == "estimate" and figure.kind == "result":
        figure.kind = "estimate"
    if not figure.period_named and total.period and figure.kind != "target":
        figure.period = total.period


def inherited(label: Label, total: Figure) -> Label:
    """`dịch vụ` of a production value is one too; `nữ` of admissions are women admitted."""
    head = words.FAMILY.match(total.name.lower())
    own = words.FAMILY.match(label.name.lower())
    small = label.name[:1].lower() + label.name[1:]
    if own or label.by in {"thing", "share", "penalty", "structure"}:
        return label
    ways = head is not None and head[1] in words.BORROWED and len(label.name.split()) <= WAYS
    if label.by == "verb" and not ways:
        return label
    if head and head[1] in words.BORROWED:
        return label._replace(name=f"{capital(head[1])} {small}")
    if head and (money := head[1].split()[0]) in {"thu", "chi"}:
        return label._replace(name=f"{capital(money)} {small}")
    short = len(label.name.split()) <= HEADLESS and len(total.name.split()) <= HEADLESS
    if label.by == "list" and total.label.verb and short:
        return label._replace(name=f"{total.name} {small}")
    return label


def penalised(figure: Figure, scope: Scope | None, known: list[Figure]) -> None:
    """`khiển trách 07`: a count whose thing the total names."""
    total = (
        scope.total
        if scope
        else next(
            (f for f in reversed(known) if "kỷ luật" in f.name.lower() and f.label.by != "penalty"),
            None,
        )
    )
    if total is None or total.level is None or figure.level is None:
        return
    figure.parent = total
    if figure.level.unit is None:
        figure.level = figure.level._replace(unit=total.level.unit, thing=total.level.thing)
    figure.label = figure.label._replace(name=f"{figure.name} {total.level.thing}".strip())


def stray(figure: Figure) -> bool:
    """A thing that is counted behind words that name nothing, and is no part of a total."""
    counts = figure.level is not None and figure.level.thing != ""
    return counts and figure.label.by == "list" and figure.parent is None
