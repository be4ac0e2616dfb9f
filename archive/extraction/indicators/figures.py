"""Clauses → figures: a walk from left to right through one sentence.

A quantity states a level (and opens a figure), or says something of the figure before it (share of the
plan, growth), or is none of our business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from archive.extraction.indicators import words
from archive.extraction.indicators.catalogue import key_of
from archive.extraction.indicators.clauses import clauses
from archive.extraction.indicators.comparisons import Said, said_of
from archive.extraction.indicators.figure import NEAR, Figure, settle
from archive.extraction.indicators.label_words import AUXILIARIES
from archive.extraction.indicators.labels import capital, tokens_of
from archive.extraction.indicators.naming import label_of
from archive.extraction.indicators.own_labels import own_label
from archive.extraction.indicators.refusals import Ground, half_told, unfit
from archive.extraction.indicators.things import Label

if TYPE_CHECKING:
    from archive.extraction.indicators.clauses import Clause
    from archive.extraction.indicators.sentences import Sentence

DISBURSED = re.compile(r"Giải ngân")  # a percentage of money paid out is one of the plan
LEFT = re.compile(r"(?<!\w)(?:còn|xuống|lên|đạt)(?!\w)[^,;.]*$")
SUMMED = re.compile(
    r"(?<!\w)(?:lũy kế|cộng dồn|tính chung)(?!\w)[^;.]*$|^[,;]? ?(?:và |còn |đến |trong |riêng |dự kiến )*(?:năm \d{4}|\d{1,2} tháng|quý \w+|tháng \d+)[^,;.]{0,25}$"
)
WHOLE_ECONOMY = frozenset({"gdp", "grdp"})
CENT = Decimal("0.01")
DOUBLED = re.compile(
    r"[^;.]{0,40}?(?<!\w)gấp (?:hơn |gần |khoảng )?(đôi|rưỡi|ba)(?!\w)([^;.]{0,60})"
)
DOUBLE = {"đôi": Decimal(100), "rưỡi": Decimal(50), "ba": Decimal(200)}
BEHIND = re.compile(r"[^,;:.()]{0,30}\((?:với )?")
TOTAL = re.compile(r"^(?:tổng |số )+")
WHOLE_AFTER = re.compile(
    r" (?:tổng |so với tổng )?(?:số |diện tích|dân số|giá trị|tổng|cơ cấu|số hộ|lao động)"
)


def figures_of(sentence: Sentence, previous: Figure | None = None) -> list[Figure]:
    """The figures that a sentence tells, in text order; time and place in a total still open.

    `previous` is the last figure of the sentence before, whose name `lũy kế 6 tháng đạt …` takes up.
    """
    found = clauses(sentence)
    if not found:
        return []
    low = sentence.words.low
    walk = Walk(low, previous, Ground.of(sentence), words.CHILDREN.end(low, sentence.has))
    for clause in found:
        walk.take(clause)
    return walk.figures


@dataclass(slots=True)
class Walk:
    """What is known on the way: the figure that the next percentage may speak of, the shared verb.

    `parts_from`: where in the sentence parts of a total begin to be told. `outer`: the figure before
    brackets that hold others.
    """

    low: str
    previous: Figure | None
    ground: Ground
    parts_from: int
    figures: list[Figure] = field(default_factory=list)
    current: Figure | None = None
    outer: Figure | None = None
    shared: Label | None = None
    pending: Label | None = None

    def take(self, clause: Clause) -> None:
        if ";" in clause.raw:
            self.shared = None
        self.enter_brackets(clause.raw)
        said = said_of(clause)
        if said is not None:
            self.compare(said, clause)
        elif clause.penalty:
            self.open(Label(f"Kỷ luật {clause.penalty}", "penalty"), clause)
        elif not (self.repeats_share(clause) or self.fills_level(clause)):
            self.state(clause)

    def enter_brackets(self, raw: str) -> None:
        """`37 đảng viên (khiển trách 26, khai trừ 2), giảm 9,8%`: what follows is said of all 37."""
        opened, closed = raw.rfind("("), raw.rfind(")")
        if closed > opened and self.outer:
            self.current, self.outer = self.outer, None
        if opened > closed:
            self.outer = self.current

    # --- levels

    def state(self, clause: Clause) -> None:
        """Open a figure where the words name what the quantity measures."""
        if clause.quantity.is_percent and clause.in_brackets:
            return  # `xã đạt chuẩn (61,4%)`
        if self.ground.refuses(clause):
            self.current = None
            return
        label = label_of(
            clause, self.shared, within=self.parts_from <= clause.quantity.start
        ) or self.left(clause)
        if label is None or unfit(label.name, clause) or half_told(label, clause, self.ground):
            self.current = None
            return
        if clause.quantity.is_percent and DISBURSED.match(label.name):
            settle(self.open(label, clause, level=False), Said("plan", clause.quantity.value))
            return
        if (
            clause.quantity.is_percent
            and words.SECTOR.match(label.name.lower())
            and self.structural(clause)
        ):
            label = Label(f"Tỷ trọng {lower(label.name)}", "structure")
        figure = self.open(label, clause)
        self.shared = label
        if clause.quantity.whole:
            share = 100 * clause.quantity.value / clause.quantity.whole
            figure.plan = share.quantize(CENT, ROUND_HALF_UP).normalize()
        self.double(figure, clause)

    def left(self, clause: Clause) -> Label | None:
        """`tỷ lệ hộ nghèo giảm 1,2%, còn 3,4%`: the rate was named with its change."""
        if self.pending and LEFT.search(clause.raw):
            return self.pending
        return self.summed(clause)

    def summed(self, clause: Clause) -> Label | None:
        """`lũy kế 6 tháng đạt 200 tỷ đồng` goes on with what was told last."""
        last = self.figures[-1] if self.figures else self.previous
        if last is None or last.level is None or not SUMMED.search(clause.raw):
            return None
        return last.label if last.level.thing == clause.quantity.thing else None

    def double(self, figure: Figure, clause: Clause) -> None:
        """`gấp đôi`, `gấp rưỡi` hold no digit."""
        match = DOUBLED.match(clause.rest) if "gấp" in clause.rest else None
        if match:
            figure.growth, figure.base_words = DOUBLE[match[1]], match[2]

    def open(self, label: Label, clause: Clause, level: bool = True) -> Figure:  # noqa: FBT001, FBT002
        quantity = clause.quantity
        figure = Figure(
            label, quantity if level else None, quantity.start, quantity.end, clause.raw
        )
        self.figures.append(figure)
        self.current = figure
        return figure

    def repeats_share(self, clause: Clause) -> bool:
        """`10/15 xã, đạt 66,7%`: the percentage only says the quotient again."""
        current, quantity = self.current, clause.quantity
        if not (quantity.is_percent and current and current.plan and current.level):
            return False
        if current.level.whole is None or abs(current.plan - quantity.value) >= NEAR:
            return False
        if own_label(clause):
            return False
        current.plan, current.plan_stated = quantity.value, True
        return True

    def fills_level(self, clause: Clause) -> bool:
        """`đạt 100% chỉ tiêu (65 thanh niên)`: the level of a share stands behind it."""
        current = self.current
        behind = "(" in clause.raw and BEHIND.fullmatch(clause.raw) is not None
        if not (behind and current and current.level is None and current.plan is not None):
            return False
        current.level, current.at, current.end = (
            clause.quantity,
            clause.quantity.start,
            clause.quantity.end,
        )
        return True

    # --- what is said of levels

    def compare(self, said: Said, clause: Clause) -> None:
        if said.kind == "share":
            self.share(clause)
            return
        if said.kind == "absolute":
            self.differ(said, clause)
            return
        label = own_label(clause)
        if label or (self.current is None and not self.figures):
            self.change(said, clause, label)
        elif self.current is not None:
            settle(self.current, said)

    def differ(self, said: Said, clause: Clause) -> None:
        """An absolute change: its base holds on, its label is of the level that follows (`còn 1.250 hộ`)."""
        label = own_label(clause)
        if label:
            self.pending = Label(capital(label), "noun")
        elif self.current and not self.current.base_words:
            self.current.base_words = said.base

    def change(self, said: Said, clause: Clause, label: str) -> None:
        """A change or a share of the plan without a level."""
        low = label.lower()
        if low in {"kinh tế", "tăng trưởng kinh tế", "kinh tế huyện", "tăng trưởng"}:
            self.open(Label("Tăng trưởng kinh tế", "noun"), clause)
            return
        self.current = None
        short = len(low.split()) < 2 and low not in WHOLE_ECONOMY and not words.SECTOR.match(low)
        if short or low in AUXILIARIES:
            return
        if said.kind == "growth" and words.RATE.match(low):
            self.pending = Label(capital(label), "noun")
            return  # a rate changes by percentage points
        if words.FORBIDDEN.within(low, tokens_of(low)):
            return
        settle(self.open(Label(capital(label), "change"), clause, level=False), said)

    def structural(self, clause: Clause) -> bool:
        """Whether the sentence tells of the structure of the economy here."""
        return words.STRUCTURE.search(self.low, 0, clause.quantity.start) is not None

    def share(self, clause: Clause) -> None:
        """`dịch vụ chiếm 30,1%` in the structure of the economy; `chiếm 62,3% diện tích` of a level."""
        label = own_label(clause)
        label = "" if label.lower() == "tỷ lệ" else label
        structure = self.structural(clause)
        if label and structure:
            name = label if words.STRUCTURE.match(label.lower()) else f"Tỷ trọng {lower(label)}"
            self.open(Label(capital(name), "structure"), clause)
        elif label:
            name = label if words.RATE.match(label.lower()) else f"Tỷ lệ {lower(label)}"
            self.open(Label(capital(name), "share"), clause)
        elif self.current and "(" not in clause.raw:
            name = f"Tỷ lệ {TOTAL.sub('', lower(self.current.name))}"
            if WHOLE_AFTER.match(clause.rest) or key_of(name):
                self.open(Label(name, "share"), clause)


def lower(text: str) -> str:
    return text[:1].lower() + text[1:]
