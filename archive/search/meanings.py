"""The table of concepts compiled, and the concepts that stand in a row of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from archive.search.concepts import BY_NEIGHBOUR, CONCEPTS, NUMBER, PROVINCIAL
from archive.search.spans import Span
from archive.search.words import analysable, folded, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.search.words import Term

CHOICE = re.compile(r"\{([^}]*)\}")
ANYTHING = "*"
Row = tuple[tuple[str, ...], str]  # the words of a form, its concept


@dataclass(frozen=True, slots=True)
class Reading:
    """A meaning with its neighbours as sets of words; `concept` empty: no concept of its own."""

    concept: str
    before: frozenset[str]
    after: frozenset[str]

    def holds(self, before: str, after: str) -> bool:
        if not (self.before or self.after):
            return True
        return is_among(before, self.before) or is_among(after, self.after)


def is_among(word: str, words: frozenset[str]) -> bool:
    return bool(word) and (
        word in words or (word[0].isdigit() and NUMBER in words) or ANYTHING in words
    )


def key(form: str) -> tuple[str, ...]:
    """The words of a form as the index has them."""
    return tuple(term.exact for term in words_of(analysable(form)))


def concept(full: str) -> str:
    """§ and the words of the full form: no word of a text is called so."""
    return f"§{'.'.join(key(full))}"


def spelled(form: str) -> Iterator[str]:
    """Every choice of a form: `{UV|Ủy viên} BTV` → two."""
    parts = CHOICE.split(form)
    for chosen in product(*(part.split("|") if i % 2 else [part] for i, part in enumerate(parts))):
        yield "".join(chosen)


def rows() -> Iterator[Row]:
    for full, *others in CONCEPTS:
        forms = (full, *(spelling for form in others for spelling in spelled(form)))
        for words in dict.fromkeys(map(key, forms)):
            yield words, concept(full)


def by_first_word(table: Sequence[Row]) -> dict[str, list[Row]]:
    """First word → its rows, the longest form first."""
    grouped: dict[str, list[Row]] = {}
    for row in sorted(table, key=lambda row: -len(row[0])):
        grouped.setdefault(row[0][0], []).append(row)
    return grouped


FORMS = by_first_word(list(rows()))
BARE_FORMS = by_first_word([(tuple(map(folded, words)), name) for words, name in rows()])
FULL = {concept(full): key(full) for full, *_ in CONCEPTS}
READINGS = {
    key(abbreviation)[0]: tuple(
        Reading(
            concept(meaning.full) if meaning.full else "",
            frozenset(meaning.before.split()),
            frozenset(meaning.after.split()),
        )
        for meaning in meanings
    )
    for abbreviation, meanings in BY_NEIGHBOUR.items()
}
COMMITTEE = {
    key(abbreviation)[0]: (concept(tinh), concept(city), frozenset(before.split()))
    for abbreviation, (tinh, city, before) in PROVINCIAL.items()
}
ABBREVIATED = {
    name: f"§{word}" for word, (tinh, city, _before) in COMMITTEE.items() for name in (tinh, city)
}


@cache
def parts(name: str) -> tuple[str, ...]:
    """Concepts that the full form of a concept holds: `§phó.bí.thư` holds `§bí.thư`."""
    words = FULL[name]
    inside = [
        other
        for i in range(len(words))
        for form, other in FORMS.get(words[i], ())
        if form == words[i : i + len(form)] and other != name
    ]
    return tuple(dict.fromkeys(inside))


def concepts_of(words: Sequence[Term], province_kind: str = "") -> Iterator[Span]:
    """All concepts; an abbreviation also carries those inside its full form."""
    exact = [term.exact for term in words]
    for i in range(len(exact)):
        yield from concepts_at(exact, i, province_kind)


def concepts_at(exact: Sequence[str], i: int, province_kind: str) -> Iterator[Span]:
    """Those that begin with word number `i`."""
    word = exact[i]
    for form, name in FORMS.get(word, ()):
        if tuple(exact[i : i + len(form)]) == form:
            yield from with_parts(name, i, len(form), is_full=form == FULL[name])
            if name in ABBREVIATED:
                yield Span(ABBREVIATED[name], i, len(form), asked=False)
    before = exact[i - 1] if i else ""
    after = exact[i + 1] if i + 1 < len(exact) else ""
    if name := by_neighbour(word, before, after):
        yield from with_parts(name, i, 1, is_full=False)
    yield from by_province(word, before, i, province_kind)


def with_parts(name: str, first: int, width: int, *, is_full: bool) -> Iterator[Span]:
    yield Span(name, first, width)
    if not is_full:
        for part in parts(name):
            yield Span(part, first, width, asked=False)


def by_neighbour(word: str, before: str, after: str) -> str:
    """The concept of an abbreviation of several meanings, empty where none is sure."""
    readings = READINGS.get(word, ())
    return next((reading.concept for reading in readings if reading.holds(before, after)), "")


def by_province(word: str, before: str, first: int, province_kind: str) -> Iterator[Span]:
    """`TUV` as itself and as what it is in that kind of province; in an unknown one, as either."""
    if word not in COMMITTEE:
        return
    tinh, city, wanted = COMMITTEE[word]
    if wanted and not is_among(before, wanted):
        return
    yield Span(f"§{word}", first, 1)
    for name, kind in ((tinh, "tỉnh"), (city, "thành phố")):
        if province_kind in {"", kind}:
            yield from (
                Span(span.name, first, 1, asked=False)
                for span in with_parts(name, first, 1, is_full=False)
            )


def bare_concepts(words: Sequence[Term]) -> Iterator[Span]:
    """Every concept that may be meant by words typed without accents."""
    bare = [term.folded for term in words]
    for i, word in enumerate(bare):
        for form, name in BARE_FORMS.get(word, ()):
            if tuple(bare[i : i + len(form)]) == form:
                yield Span(name, i, len(form))
        before = bare[i - 1] if i else ""
        after = bare[i + 1] if i + 1 < len(bare) else ""
        for reading in BARE_READINGS.get(word, ()):
            if reading.holds(before, after):
                yield Span(reading.concept, i, 1)


def bare_readings() -> dict[str, tuple[Reading, ...]]:
    """Accent-free abbreviation → all that it may mean, neighbours accent-free too."""
    table: dict[str, list[Reading]] = {}
    for word, readings in READINGS.items():
        table.setdefault(folded(word), []).extend(
            Reading(r.concept, frozenset(map(folded, r.before)), frozenset(map(folded, r.after)))
            for r in readings
            if r.concept
        )
    for word, (tinh, city, before) in COMMITTEE.items():
        neighbours = frozenset(map(folded, before))
        table.setdefault(folded(word), []).extend(
            Reading(name, neighbours, frozenset()) for name in (f"§{word}", tinh, city)
        )
    return {word: tuple(readings) for word, readings in table.items()}


BARE_READINGS = bare_readings()
