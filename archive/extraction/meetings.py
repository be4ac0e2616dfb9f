"""The meeting that a page reports: its kind, number, term and name.

Only the title and the sentence of the lead that tells the event speak of the page's own meeting;
everything else on a page may cite others. `None`: the page reports no meeting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from archive.extraction import meeting_words as words
from archive.extraction.meeting_names import meeting_name
from archive.extraction.patterns import at_word
from archive.extraction.record import MeetingFact, Span
from archive.extraction.text import lead
from archive.vietnamese.numbers import parse_words
from archive.vietnamese.roman import value as roman_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.extraction.events import EventDate
    from archive.extraction.meeting_words import Patterns
    from archive.extraction.record import MeetingKind
    from archive.extraction.text import Context, Passage

LEAD_PARAGRAPHS = 3
# White space behind a full stop and before a capital, or line ends; begins with a sign to be quick.
SENTENCE_END = re.compile(r"\s(?:(?<=[.!?…]\s)\s*(?=[A-ZĐÀ-Ỹ“\"])|(?<=\n)\n*)")
TERM = r"nhiệm kỳ (?P<from>(?:19|20)\d\d) ?[-/] ?(?P<to>(?:19|20)\d\d)"
PLAIN_TERM = re.compile(at_word(TERM))
NUMBERED_TERM = re.compile(rf"(?:khóa|lần thứ) {words.NUMBER}[ ,(]{{1,3}}{TERM}")
OWN_NUMBER: dict[str, tuple[str, ...]] = {
    "plenum": (r"hội nghị", words.PARTY_COMMITTEE, r"họp phiên"),
    "standing_committee": (r"hội nghị", r"phiên họp", r"phiên"),
    "council_session": (r"kỳ họp",),
    "executive_session": (r"phiên họp", r"phiên"),
}
SITTINGS = frozenset(("kỳ họp", "phiên họp", "phiên", "họp phiên"))  # `thứ 9` without `lần`
SPECIAL = "(?:chuyên đề|bất thường|đột xuất) lần"  # counted apart: `kỳ họp chuyên đề lần thứ 3`
BODY_OF: dict[str, tuple[str, ...]] = {
    "plenum": (words.PARTY_COMMITTEE, "hội nghị", words.COMMITTEE, "đảng bộ"),
    "standing_committee": (words.BOARD, words.PARTY_COMMITTEE, "hội nghị"),
    "council_session": (words.COUNCIL, "kỳ họp"),
}
CERTAIN, LIKELY = 0.95, 0.7


@dataclass(frozen=True, slots=True)
class Statement:
    """A text that speaks of the page's own meeting: `low` in lower case, at `offset` of the passage."""

    passage: Passage
    offset: int
    low: str

    def span(self, match: re.Match[str]) -> Span:
        return self.passage.span(self.offset + match.start(), self.offset + match.end())


def read_meeting(
    title: Passage, body: Passage, event: EventDate | None, context: Context
) -> MeetingFact | None:
    """The meeting that the page reports, with the evidence of each field."""
    own = tuple(_statements(title, body))
    found = _kind(own)
    if found is None:
        return None
    kind, evidence = found
    numbers = _Numbers(kind, own, body)
    spans = {"kind": (evidence,), **numbers.spans}
    if event:
        spans["held_on"] = (event.span,)
        if event.day_part:
            spans["day_part"] = (event.span,)
    name, spans["name"] = meeting_name(own, kind, context)
    return MeetingFact(
        kind, name, numbers.ordinal, numbers.congress, numbers.term,
        event.on.isoformat() if event else None, event.day_part if event else None,
        spans, "statement", CERTAIN if kind != "other" and event else LIKELY,
    )  # fmt: skip


def _statements(title: Passage, body: Passage) -> Iterator[Statement]:
    """The title, and the first sentence of the lead that holds a meeting."""
    yield Statement(title, 0, title.low)
    text = lead(body.shadow, LEAD_PARAGRAPHS)
    start = 0
    for end in chain((m.start() for m in SENTENCE_END.finditer(text)), (len(text),)):
        low = body.low[start:end]
        if any(_own(words.MEETING_HEAD, low)):
            yield Statement(body, start, low)
            return
        start = end


def _own(pattern: re.Pattern[str], low: str) -> Iterator[re.Match[str]]:
    """Matches that are not merely cited."""
    return (m for m in pattern.finditer(low) if not words.CITED.search(low[: m.start()][-60:]))


def _kind(own: Sequence[Statement]) -> tuple[MeetingKind, Span] | None:
    for patterns in (words.BY_EVENT, words.BY_BODY):
        if found := _first_rule(patterns, own):
            return found
    found = _first_named(words.BY_PURPOSE, own) or _first_named(words.BY_TASK, own)
    if found or (found := _first_rule(words.BY_BOARD, own)):
        return found
    for statement in own:
        for match in _own(words.MEETING_HEAD, statement.low):
            return "other", statement.span(match)
    return None


def _first_rule(patterns: Patterns, own: Iterable[Statement]) -> tuple[MeetingKind, Span] | None:
    statements = tuple(own)
    for kind, pattern in patterns:
        for statement in statements:
            for match in _own(pattern, statement.low):
                return kind, statement.span(match)
    return None


def _first_named(patterns: Patterns, own: Iterable[Statement]) -> tuple[MeetingKind, Span] | None:
    for statement in own:
        head = next(_own(words.MEETING_HEAD, statement.low), None)
        after = statement.low[head.start() :] if head else statement.low
        shift = len(statement.low) - len(after)
        found = [
            (m.start(), i, kind, m)
            for i, (kind, p) in enumerate(patterns)
            for m in [p.search(after)]
            if m
        ]
        if found:
            _, _, kind, match = min(found)
            start = statement.offset + shift
            return kind, statement.passage.span(start + match.start(), start + match.end())
    return None


class _Numbers:
    """Ordinal, congress and term, each with its span, where the page gives them to its own meeting."""

    def __init__(self, kind: str, own: Sequence[Statement], body: Passage) -> None:
        self.spans: dict[str, tuple[Span, ...]] = {}
        everywhere = (*own, Statement(body, 0, body.low))
        self.ordinal = self._number("ordinal", _ordinal_patterns(kind), everywhere)
        congress = _congress_pattern(kind)
        self.congress = self._number("congress", (congress,) if congress else (), everywhere)
        self.term = self._term(kind, own, everywhere)

    def _number(
        self, field: str, patterns: Sequence[re.Pattern[str]], statements: Sequence[Statement]
    ) -> int | None:
        for statement in statements:
            for pattern in patterns:
                for match in _own(pattern, statement.low):
                    number = _value(match["n"])
                    if number:
                        self.spans[field] = (statement.span(match),)
                        return number
        return None

    def _term(
        self, kind: str, own: Sequence[Statement], everywhere: Sequence[Statement]
    ) -> str | None:
        """The years beside the body's own number anywhere, else those in the meeting's own sentence."""
        inspectors = kind == "other" and self.ordinal is not None
        if not inspectors and kind not in BODY_OF and kind not in {"congress", "executive_session"}:
            return None
        for statement in everywhere:
            for match in NUMBERED_TERM.finditer(statement.low):
                if self.congress and _value(match["n"]) == self.congress:
                    return self._with_span(statement, match)
        for statement in own:
            for match in _own(PLAIN_TERM, statement.low):
                return self._with_span(statement, match)
        return None

    def _with_span(self, statement: Statement, match: re.Match[str]) -> str:
        self.spans["term"] = (statement.span(match),)
        return f"{match['from']}-{match['to']}"


@cache  # of a dozen kinds
def _ordinal_patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    """`lần thứ` is bound to its head noun: no other meeting may stand between."""
    between = rf"(?:(?!đại hội|kỳ họp|nghị quyết|hội nghị|khóa|{SPECIAL})[^.;\n]){{0,90}}?"
    found = _inspectors_patterns() if kind == "other" else []
    for head in OWN_NUMBER.get(kind, ()):
        thu = r"(?:lần )?thứ" if head in SITTINGS else r"lần(?: thứ)?"
        found.append(rf"{at_word(head)}(?!\w){between}(?<!\w){thu} {words.NUMBER}")
    return tuple(map(re.compile, found))


def _inspectors_patterns() -> list[str]:
    """`Kỳ họp thứ 44 của Ủy ban Kiểm tra`; a session of a council may be cited beside it."""
    number = rf"kỳ họp (?:lần )?thứ {words.NUMBER}"
    between = rf"(?:(?!{words.COUNCIL})[^.;\n]){{0,90}}?"
    return [
        f"{at_word(number)}{words.GAP}{words.INSPECTORS}",
        f"{at_word(words.INSPECTORS)}{between}{number}",
    ]


@cache
def _congress_pattern(kind: str) -> re.Pattern[str] | None:
    if kind == "congress":
        between = r"(?:(?!nghị quyết|hội nghị|lần thứ)[^.;\n]){0,90}?"
        return re.compile(rf"{at_word('đại hội')}(?!\w){between} lần thứ {words.NUMBER}")
    if kind not in BODY_OF:
        return None
    between = r"(?:(?!đại hội|nghị quyết|trung ương|quốc hội)[^.;\n]){0,90}?"
    return re.compile(rf"{at_word(*BODY_OF[kind])}(?!\w){between}[ (,]khóa {words.NUMBER}")


def _value(written: str) -> int | None:
    """The number that was written as digits, as a Roman numeral or in words."""
    if written.isdigit():
        return int(written)
    return roman_value(written.upper()) or parse_words(written)
