"""Text → terms: one analysis for documents and queries, for every engine.

    text → words (syllables, numbers; `words.py`)
         → spans beside them: dates and amounts (`spans.py`), concepts (`meanings.py`)

Every word has an accent-free twin; of spans only amounts do. `document.py` makes of the terms what an
engine indexes; what a query asks for is chosen in `reading.py` from the same words and spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.search.meanings import concepts_of
from archive.search.spans import spans_of
from archive.search.words import Term, analysable, words_of

if TYPE_CHECKING:
    from archive.search.spans import Span


def analyse(text: str, province_kind: str = "") -> list[Term]:
    """All terms of a text in order, each word followed by what stands beside it.

    `province_kind` (`tỉnh`, `thành phố`) of the article's province decides what `TUV` means there.
    """
    text = analysable(text)
    found = words_of(text)
    words = [term for term in found if term.role == "word"]
    beside: dict[int, dict[str, Term]] = {}
    for span in (*spans_of(text, words), *concepts_of(words, province_kind)):
        first = words[span.first]
        beside.setdefault(first.position, {})[span.name] = extra(span, words)
    terms: list[Term] = []
    for term in found:
        terms.append(term)
        if term.role == "word" and term.position in beside:
            terms += beside[term.position].values()
    return terms


def extra(span: Span, words: list[Term]) -> Term:
    first, last = words[span.first], words[span.first + span.width - 1]
    twin = span.name if span.name[0].isdigit() else ""  # an amount is a number like others
    return Term(span.name, twin, first.position, first.start, last.end, "extra")
