"""A run of typed words → what to look for, in one of three readings of the same words and spans.

As written: each word with its accents; a concept, a date or an amount stands for its words.
Accent-free: each word without, or any span over it that may be meant, so that nothing is lost which the
words with accents would find. Preferred: of an accent-free query, what stands exactly as typed.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from archive.search.meanings import bare_concepts, concepts_of
from archive.search.query import All, Any, Pair, Phrase, Word, sought
from archive.search.spans import counted, spans_of
from archive.search.words import analysable, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from archive.search.query import FieldName, Node
    from archive.search.spans import Span
    from archive.search.synonyms import Synonyms
    from archive.search.words import Term

    Reading = Callable[[str, FieldName], list[Node]]


def split(text: str) -> tuple[list[Term], dict[int, list[Term]]]:
    """Words, and the other forms by position of the word."""
    terms = words_of(analysable(text))
    others: dict[int, list[Term]] = {}
    for term in terms:
        if term.role == "other":
            others.setdefault(term.position, []).append(term)
    return [term for term in terms if term.role == "word"], others


def as_written(text: str, field: FieldName) -> list[Node]:
    words, _ = split(text)
    spans = [s for s in (*spans_of(analysable(text), words), *concepts_of(words)) if s.asked]
    return segmented(words, spans, field)


def preferred(text: str, field: FieldName) -> list[Node]:
    """The spans, and words without marks side by side as they were typed."""
    words, _ = split(text)
    nodes: list[Node] = []
    run: list[Word] = []
    for node in segmented(words, [s for s in open_spans(text, words) if s.asked], field):
        if isinstance(node, Word) and node.is_plain:
            run.append(node)
        else:
            nodes += [*side_by_side(run), node]
            run = []
    return nodes + side_by_side(run)


def side_by_side(run: list[Word]) -> list[Node]:
    return [run[0] if len(run) == 1 else Phrase(tuple(run))] if run else []


def accent_free(text: str, field: FieldName) -> list[Node]:
    words, others = split(text)
    spans = [span for span in open_spans(text, words) if span.asked]
    certain = {i for span in spans if is_certain(span, spans, words) for i in reach(span)}
    return [
        either(
            *([] if i in certain else [loose(word, field)]),
            together(loose(other, field) for other in others.get(word.position, ())),
            *dict.fromkeys(extra(span.name, field) for span in spans if i in reach(span)),
        )
        for i, word in enumerate(words)
    ]


def reach(span: Span) -> range:
    return range(span.first, span.first + span.width)


def is_certain(span: Span, spans: Iterable[Span], words: Sequence[Term]) -> bool:
    """Whether no accent can change it, and no other span takes a part of its words elsewhere."""
    own = set(reach(span))
    digits_alone = all(words[i].exact[0].isdigit() for i in own)
    return digits_alone and all(own.isdisjoint(reach(s)) or own <= {*reach(s)} for s in spans)


def open_spans(text: str, words: Sequence[Term]) -> Iterator[Span]:
    """Every span that words may stand for when accents are not told apart."""
    yield from spans_of(analysable(text), words)
    yield from concepts_of(words)
    yield from counted(words, bare=True)
    yield from bare_concepts(words)


def segmented(words: Sequence[Term], spans: Iterable[Span], field: FieldName) -> list[Node]:
    """Words from left to right, the widest spans in place of theirs."""
    widest: dict[int, list[Span]] = {}
    for span in spans:
        there = widest.setdefault(span.first, [span])
        if span.width > there[0].width:
            widest[span.first] = [span]
        elif span.width == there[0].width and span not in there:
            there.append(span)
    nodes: list[Node] = []
    i = 0
    while i < len(words):
        chosen = widest.get(i)
        if chosen:
            nodes.append(either(*(extra(span.name, field) for span in chosen)))
        else:
            nodes.append(strict(words[i], field))
        i += chosen[0].width if chosen else 1
    return nodes


def phrase(text: str, field: FieldName, *, accents: bool) -> list[Node]:
    """Words side by side; accent-free, a number word after a word that counts has two readings."""
    readings = [words_of(analysable(text))]
    if not accents:
        readings.append(words_of(analysable(text), ordinals=False))
    form = strict if accents else loose
    rows = [tuple(form(t, field) for t in terms if t.role == "word") for terms in readings]
    options = [row[0] if len(row) == 1 else Phrase(row) for row in dict.fromkeys(rows) if row]
    return [either(*options)] if options else []


def with_synonyms(text: str, field: FieldName, reading: Reading, synonyms: Synonyms) -> list[Node]:
    """The reading, where words that editors have put in the table may be any of their group's."""
    words, _ = split(text)
    text = analysable(text)
    nodes: list[Node] = []
    at = 0
    for first, width, forms in synonyms.found([word.exact for word in words]):
        start, end = words[first].start, words[first + width - 1].end
        nodes += reading(text[at:start], field)
        nodes.append(either(*(together(reading(form, field)) for form in forms)))
        at = end
    return nodes + reading(text[at:], field)


def pairs(text: str, *, accents: bool) -> Iterator[Pair]:
    """What stands side by side: words and concepts; typed without accents, also the bare words."""
    words, _ = split(text)
    if accents:
        spans = [span for span in concepts_of(words) if span.asked]
    else:
        spans = [*concepts_of(words), *bare_concepts(words)]
        yield from (
            Pair(f"{a.exact} {b.exact}", f"{a.folded} {b.folded}", loose=True)
            for a, b in pairwise(words)
        )
    units = [list(sought(node)) for node in segmented(words, spans, "all")]
    for first, second in pairwise(units):
        for a, b in product(first, second):
            if accents or not (a.is_plain and b.is_plain):
                yield Pair(f"{a.exact} {b.exact}", "", loose=False)


# --- nodes


def strict(term: Term, field: FieldName) -> Word:
    return Word(term.exact, term.folded, loose=False, field=field)


def loose(term: Term, field: FieldName) -> Word:
    return Word(term.exact, term.folded, loose=True, field=field)


def extra(name: str, field: FieldName) -> Word:
    return Word(name, "", loose=False, field=field)


def together(nodes: Iterable[Node]) -> Node:
    parts = tuple(nodes)
    return parts[0] if len(parts) == 1 else All(parts)


def either(*options: Node) -> Node:
    filled = tuple(dict.fromkeys(option for option in options if option != All(())))
    return filled[0] if len(filled) == 1 else Any(filled)
