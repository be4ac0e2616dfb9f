"""Sentences → figures. A small machine walks the quantities of a sentence from left to right.

A quantity states a level (and opens a figure), or says something of the figure before it (share of the
plan, growth), or is none of our business. What a figure lacks (period, parent, base of comparison) comes
from the words around it, then from the sentences before, then from the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from archive.extraction.indicators import words
from archive.extraction.indicators.catalogue import key_of
from archive.extraction.indicators.checks import with_warnings
from archive.extraction.indicators.comparisons import base_of, comparison, times
from archive.extraction.indicators.labels import (
    COMMA,
    CUT,
    Label,
    capital,
    first_head,
    label_of,
    tidy,
)
from archive.extraction.indicators.periods import default_year, periods
from archive.extraction.indicators.quantities import quantities
from archive.extraction.indicators.sentences import sentences
from archive.extraction.record import IndicatorFact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from archive.extraction.indicators.comparisons import Comparison
    from archive.extraction.indicators.periods import Period
    from archive.extraction.indicators.quantities import Quantity
    from archive.extraction.indicators.sentences import Sentence
    from archive.extraction.record import FigureKind, MeetingFact
    from archive.extraction.text import Context, Passage

LABEL_FIRST = re.compile(r"\b(khiển trách|cảnh cáo|cách chức|khai trừ)\s?:?\s*$", re.IGNORECASE)
CHILD_HEADS = re.compile(
    r"^(?:tổng )?(giá trị sản xuất|gtsx|sản lượng|diện tích|doanh thu|năng suất|số|kỷ luật|thi hành kỷ luật|kết nạp)(?!\w)",
    re.IGNORECASE,
)
LASTING = frozenset(
    {"half1", "months", "quarter", "year", "term"}
)  # periods that hold on after a sentence
QUOTE = re.compile(r"[“\"][^”\"]{0,600}[”\"]")


@dataclass(slots=True)
class Figure:
    """A figure while its sentence is read."""

    label: Label
    quantity: Quantity | None
    start: int
    end: int
    kind: FigureKind
    period: str | None
    parent: Figure | None
    plan: Decimal | None = None
    plan_is_stated: bool = False
    growth: Decimal | None = None
    base_words: str = ""
    in_target: bool = False


@dataclass(slots=True)
class State:
    """What is carried from sentence to sentence."""

    year: int | None
    term: str | None
    default: str | None
    period: str | None = None
    paragraph: int = -1
    last: Figure | None = None
    figures: list[Figure] = field(default_factory=list)


def read_indicators(
    passages: Sequence[Passage],
    context: Context,
    meeting: MeetingFact | None,
    published: date | None,
) -> tuple[IndicatorFact, ...]:
    """All figures of the body in text order; the same figure told again is told once."""
    body = next(p for p in passages if p.where == "body")
    title = next((p for p in passages if p.where == "title"), None)
    year = default_year(context.on, published)
    term = meeting.term if meeting else None
    default = default_period(title.shadow if title else "", body.shadow, year, context.on)
    if meeting and meeting.kind == "congress" and term:
        default = term_before(term)
    state = State(year, term, default)
    for sentence in sentences(body.shadow):
        read_sentence(sentence, state)
    facts = [fact_of(figure) for figure in state.figures]
    return tuple(with_warnings(distinct(facts)))


def default_period(title: str, body: str, year: int | None, on: date | None) -> str | None:
    """The period that the page reports on: the first that headline or opening names."""
    lead = body.partition("\n\n")[0]
    for names in ({"half1", "months", "quarter"}, {"year"}):
        for text in (title, lead) if "half1" in names else (title, lead, body[:1500]):
            named = [p for p in periods(text, year) if p.name in names and not p.planned]
            if named:
                return named[0].code
    month = [p for text in (title, lead) for p in periods(text, year) if p.name == "month"]
    if month:
        return month[0].code
    return str(on.year) if on and on.month in {1, 12} else None


def term_before(term: str) -> str:
    """A congress reports on the term that ends: 2010-2015 → 2005/2010."""
    first = int(term[:4])
    return f"{first - 5}/{first}"


def read_sentence(sentence: Sentence, state: State) -> None:
    """Read one sentence into the state's figures."""
    text = sentence.text
    if sentence.paragraph != state.paragraph:
        state.paragraph, state.period, state.last = sentence.paragraph, None, None
    hidden = blank_private(text)
    found = list(quantities(hidden))
    told = periods(text, state.year, state.term)
    reading = Reading(sentence, hidden, found, told, state)
    reading.run()
    state.figures += reading.figures
    in_term = "/" in (state.default or "")
    lasting = [
        p
        for p in told
        if p.name in LASTING
        and not p.planned
        and not reading.target_at(p.start)
        and not (in_term and p.name == "year")
    ]
    if lasting:
        state.period = lasting[-1].code


def blank_private(text: str) -> str:
    """The sentence with quotations in the first person blanked: sayings are no reports."""
    return QUOTE.sub(
        lambda match: " " * len(match[0]) if words.PRIVATE.search(match[0]) else match[0], text
    )


@dataclass(slots=True)
class Reading:
    """One walk through one sentence."""

    sentence: Sentence
    text: str
    found: list[Quantity]
    told: list[Period]
    state: State
    figures: list[Figure] = field(default_factory=list)
    current: Figure | None = None
    shared: Label | None = None

    def run(self) -> None:
        """Take each quantity with the words since the last one that meant something."""
        begin = 0
        found = [q for q in self.found if q.unit or q.whole or self.label_first(q)]
        for quantity, following in zip_longest(found, found[1:]):
            stop = following.start if following else len(self.text)
            before, after = self.text[begin : quantity.start], self.text[quantity.end : stop]
            if self.step(quantity, before, after):
                begin = quantity.end
        self.spread_bases()

    def label_first(self, quantity: Quantity) -> re.Match[str] | None:
        return LABEL_FIRST.search(self.text[: quantity.start][-30:])

    def step(self, quantity: Quantity, before: str, after: str) -> bool:
        """Read one quantity; False where the words before it belong to the next one (`từ 9% xuống 5%`)."""
        self.end_clause(before)
        said = comparison(quantity, before, after)
        if said is not None:
            if said.kind == "from":
                return False
            self.compare(said, quantity, before)
            return True
        first = self.label_first(quantity)
        if quantity.unit is None and first:
            self.discipline(quantity, first[1])
            return True
        if self.states_share(quantity, before):
            return True
        self.level(quantity, before, after)
        return True

    def states_share(self, quantity: Quantity, before: str) -> bool:
        """`10/15 xã, đạt 66,7%`: the percentage only says the quotient again."""
        current = self.current
        if not (quantity.is_percent and current and current.plan and current.quantity):
            return False
        if current.quantity.whole is None or abs(current.plan - quantity.value) >= 1:
            return False
        if own_label(before, fresh=False):
            return False
        current.plan, current.plan_is_stated = quantity.value, True
        return True

    def end_clause(self, before: str) -> None:
        """A semicolon closes the figure before it; what follows speaks of another."""
        if ";" in before:
            self.current, self.shared = None, None

    def compare(self, said: Comparison, quantity: Quantity, before: str) -> None:
        if said.kind == "share" and words.STRUCTURE.search(self.text[: quantity.start]):
            self.structure(quantity, before)
            return
        if said.kind in {"absolute", "share"}:
            return
        label = own_label(before, fresh=self.current is None)
        if label or self.current is None:
            self.relative(said, quantity, label)
            return
        if said.kind == "plan":
            if self.current.plan is None or not self.current.plan_is_stated:
                self.current.plan, self.current.plan_is_stated = said.value, True
        elif self.current.growth is None and not is_rate(self.current):
            self.current.growth, self.current.base_words = said.value, said.base

    def structure(self, quantity: Quantity, before: str) -> None:
        """A share in the structure of the economy: `dịch vụ chiếm 30,1%`."""
        label = own_label(f", {before}", fresh=True)
        if label:
            name = (
                label
                if words.STRUCTURE.match(label)
                else f"Tỷ trọng {label[:1].lower()}{label[1:]}"
            )
            self.figure(Label(capital(name), label, is_verb=False), quantity, quantity)

    def relative(self, said: Comparison, quantity: Quantity, label: str) -> None:
        """A change or a share of the plan without a level."""
        if len(label.split()) < 2 or words.FORBIDDEN.search(label):
            return
        if said.kind == "growth" and words.RATE.match(label):
            return  # a rate changes by percentage points
        figure = self.figure(Label(capital(label), label, is_verb=False), None, quantity)
        if said.kind == "plan":
            figure.plan = said.value
        else:
            figure.growth, figure.base_words = said.value, said.base

    def level(self, quantity: Quantity, before: str, after: str) -> None:
        clause = CUT.split(before)[-1]
        if words.FORBIDDEN.search(clause[-60:]) or words.SIZE.search(clause):
            return
        label = label_of(quantity, before, after, self.shared)
        if label is None or words.FORBIDDEN.search(label.name):
            return
        figure = self.figure(label, quantity, quantity)
        self.shared = label
        if quantity.whole:
            share = 100 * quantity.value / quantity.whole
            figure.plan = share.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
        grown = times(after)
        if grown is not None:
            figure.growth, figure.base_words = grown, after

    def discipline(self, quantity: Quantity, label: str) -> None:
        """`khiển trách 07`: a count whose thing the total names."""
        parent = self.parent_at(quantity.start) or self.state.last
        unit = parent.quantity.unit if parent and parent.quantity else None
        counted = replace(quantity, unit=unit)
        name = " ".join(part for part in ("Kỷ luật", label, unit) if part)
        figure = self.figure(Label(name, label, is_verb=False), counted, quantity)
        figure.parent = parent

    def figure(self, label: Label, level: Quantity | None, at: Quantity) -> Figure:
        parent = self.parent_at(at.start)
        target = self.target_at(at.start)
        figure = Figure(
            label=inherit(label, parent),
            quantity=level,
            start=self.sentence.start + at.start,
            end=self.sentence.start + at.end,
            kind="target" if target else self.kind_at(at.start, parent),
            period=self.period_at(at.start, target=target),
            parent=parent,
            in_target=target,
        )
        self.figures.append(figure)
        self.current = self.state.last = figure
        return figure

    # --- what the place of a figure in its sentence says

    def parent_at(self, position: int) -> Figure | None:
        """The total whose parts are being told here."""
        marks = [m for m in words.CHILDREN.finditer(self.text) if m.start() < position]
        if not marks:
            return None
        mark = marks[-1]
        between = self.text[mark.end() : position]
        if (";" in between and not mark["colon"]) or ")" in between:
            return None
        at = self.sentence.start + mark.start()
        earlier = [
            f for f in (*self.state.figures[-3:], *self.figures) if f.start < at and f.quantity
        ]
        own = [f for f in earlier if f.parent is None] or earlier
        if mark.start() > 5 and not self.figures:
            return None
        return own[-1] if own else None

    def target_at(self, position: int) -> bool:
        """Whether words before this place in the sentence speak of what is aimed at."""
        before = self.text[:position]
        marks = list(words.TARGET.finditer(before))
        if not marks:
            return False
        cited = words.NOT_TARGET.search(before[max(0, marks[-1].start() - 20) :])
        return marks[-1][0].endswith(":") or cited is None

    def kind_at(self, position: int, parent: Figure | None) -> FigureKind:
        clause = re.split(r"[;,]\s", self.text[:position])[-1]
        if words.ESTIMATE.search(clause):
            return "estimate"
        return parent.kind if parent and parent.kind == "estimate" else "result"

    def period_at(self, position: int, *, target: bool) -> str | None:
        before = [p for p in self.told if p.start < position]
        after = [p for p in self.told if p.start >= position]
        if target:
            years = [p for p in before if p.name in {"year", "thisyear", "span", "half2", "term"}]
            return years[-1].code if years else self.target_year()
        told = [p for p in before if not p.planned]
        if told:
            return told[-1].code
        follows = [p for p in after if not re.search(r"[,;.]", self.text[position : p.start])]
        if follows and follows[0].name in {"year", "half1", "months", "quarter"}:
            return follows[0].code
        return self.state.period or self.state.default

    def target_year(self) -> str | None:
        """A target without a year is of the year, or of the next where the year is over."""
        default = self.state.default
        if default and len(default) == 4:
            return str(int(default) + 1)
        return str(self.state.year) if self.state.year else None

    def spread_bases(self) -> None:
        """The base that the last figure of a list names holds for those before it."""
        words_of_base = ""
        for figure in reversed(self.figures):
            if figure.growth is None:
                continue
            if base_of(figure.base_words, figure.period):
                words_of_base = figure.base_words
            else:
                figure.base_words = words_of_base


def own_label(before: str, *, fresh: bool) -> str:
    """Words of its own that a comparison has: it then speaks of another thing than the last figure.

    Words that follow the last figure directly are its own, unless a comma, `và` or the beginning of a
    clause (`fresh`) stands between.
    """
    tail = CUT.split(before)[-1]
    stretches = COMMA.split(tail)
    if len(stretches) == 1 and len(tail) == len(before) and not (fresh or tail.startswith(" và ")):
        return ""
    label = tidy(re.sub(r"\b(?:tăng|giảm|vượt)\b.*$", "", stretches[-1], flags=re.IGNORECASE))
    label = words.SUBJECT.sub(" ", re.sub(r"^(?:và|cùng|riêng|nhưng)\s", "", label))
    head = first_head(label)
    return label[head[0] :].strip() if head else ""


def is_rate(figure: Figure) -> bool:
    """Whether the figure is itself a percentage, so that a change is in percentage points."""
    return figure.quantity is not None and figure.quantity.is_percent


def inherit(label: Label, parent: Figure | None) -> Label:
    """A part takes the head of its total: `dịch vụ` of a production value is one too."""
    if parent is None:
        return label
    head = CHILD_HEADS.match(parent.label.name)
    if head is None or CHILD_HEADS.match(label.name) or label.is_verb:
        return label
    if head[1].lower() in {"số", "kết nạp"} or len(label.name.split()) > 8:
        return label
    return replace(label, name=f"{capital(head[1])} {label.name[:1].lower()}{label.name[1:]}")


def fact_of(figure: Figure) -> IndicatorFact:
    level = figure.quantity
    known = key_of(figure.label.name)
    return IndicatorFact(
        name=figure.label.name,
        value=plain(level.value) if level else None,
        value_high=plain(level.high) if level and level.high is not None else None,
        unit=level.unit if level else None,
        period=figure.period,
        kind=figure.kind,
        plan_percent=plain(figure.plan) if figure.plan is not None else None,
        growth_percent=plain(figure.growth) if figure.growth is not None else None,
        compared_with=base_of(figure.base_words, figure.period)
        if figure.growth is not None
        else None,
        parent=figure.parent.label.name if figure.parent else None,
        span=Span(figure.start, figure.end),
        key=known,
        rule="indicator.level" if level else "indicator.change",
        confidence=0.9 if known else 0.7,
    )


def plain(value: Decimal) -> str:
    """Decimal string without trailing zeros or an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def distinct(facts: Sequence[IndicatorFact]) -> Iterator[IndicatorFact]:
    """Without repeats: the same name, level, unit, period and kind again."""
    seen = set()
    for fact in facts:
        identity = (
            fact.name.casefold(),
            fact.value,
            fact.unit,
            fact.period,
            fact.kind,
            fact.growth_percent,
        )
        if identity not in seen:
            seen.add(identity)
            yield fact
