"""Body → figures, the whole on one screen: each sentence goes through the same stages.

sentence → clauses → figures (names, levels, what is said of them) → time and kind → parts under their
total → base of comparison → facts → checks. A thread carries on what holds from sentence to sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.indicators.bases import with_bases
from archive.extraction.indicators.checks import with_warnings
from archive.extraction.indicators.facts import distinct, fact_of
from archive.extraction.indicators.figures import figures_of
from archive.extraction.indicators.nesting import nested
from archive.extraction.indicators.report import report_of
from archive.extraction.indicators.sentences import sentences
from archive.extraction.indicators.timing import Thread, timed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from archive.extraction.indicators.figure import Figure
    from archive.extraction.indicators.report import Report
    from archive.extraction.record import IndicatorFact, MeetingFact
    from archive.extraction.text import Context, Passage


def read_indicators(
    passages: Sequence[Passage],
    context: Context,
    meeting: MeetingFact | None,
    published: date | None,
) -> tuple[IndicatorFact, ...]:
    """All figures of the body in text order; the same figure told again is told once."""
    body = next(p for p in passages if p.where == "body")
    report = report_of(passages, context, meeting, published)
    facts = [fact_of(figure) for figure in read_body(body, report)]
    return tuple(with_warnings(distinct(facts)))


def read_body(body: Passage, report: Report) -> list[Figure]:
    thread, base = Thread(), ""
    figures: list[Figure] = []
    for sentence in sentences(body):
        found = timed(
            figures_of(sentence, figures[-1] if figures else None), sentence, report, thread
        )
        if found:
            found = nested(found, sentence, figures)
            base = with_bases(found, base)
            for figure in found:
                figure.start = sentence.start
            figures += found
    for figure in figures:
        if figure.kind != "target":
            figure.period = figure.period or thread.first
    return figures
