"""Text → terms: one analysis for documents and queries, for every engine.

A term is a syllable, normalised once: NFC, case, tone placement, i/y, plain dashes. Numbers, ordinals,
dates and amounts have one form however they are written; an abbreviation and its full form carry a
concept besides (`§ubnd`). Every term has an accent-free twin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.search.concepts import BY_NEIGHBOUR, CONCEPTS, SYNONYMS
from archive.vietnamese.fold import strip_accents
from archive.vietnamese.normalise import clean, shadow
from archive.vietnamese.numbers import DIGITS, parse_number, parse_words
from archive.vietnamese.roman import value as roman_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|[^\W_]+(?:['’][^\W_]+)*")
DATE = re.compile(
    r"(?<![\d/.-])(?:ng[àa]y\s)?(?P<d>\d{1,2})\s?(?:[/.-]|\s?th[áa]ng\s)\s?(?P<m>\d{1,2})"
    r"(?:(?:\s?[/.-]\s?|\sn[ăa]m\s)(?P<y>(?:19|20)\d\d))?(?![\d/])",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"(?P<big>\d+(?:[.,]\d+)*)\s?t[ỷyỉi]\b(?:\s?[đd][ồo]ng)?(?:\s(?P<small>\d{1,3})\s?tri[ệe]u)?",
    re.IGNORECASE,
)
OPEN_Y = re.compile(r"^(qu|[hklmst])([yỳýỷỹỵ])$")
TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
COUNTERS = frozenset({"khóa", "thứ", "quí", "quý", "kì", "lần"})  # in the form of `normal`
BARE_COUNTERS = frozenset(strip_accents(word) for word in COUNTERS)
BARE_NUMBERS = {strip_accents(word): number for word, number in DIGITS.items()}
ACCENT = re.compile(r"[^\W\d_a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Term:
    """A term at a place: `exact` and its accent-free twin, position in terms, span in the text.

    `is_other` marks a second form of the word at its place (`chín` beside `9`): it is indexed, so that
    it is found, but never asked for.
    """

    exact: str
    folded: str
    position: int
    start: int
    end: int
    is_other: bool = False

    @property
    def is_extra(self) -> bool:
        """Whether it stands beside the words: a concept, a date, an amount."""
        return self.exact[0] in "§@#"


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """One spelling of a syllable or a number: `Uỷ` → `ủy`, `kỹ` → `kĩ`, `09` → `9`."""
    text = shadow(word).casefold()
    if text[0].isdigit():
        return (
            f"{parse_number(text):f}" if re.fullmatch(r"[\d.,]+", text) else text.lstrip("0") or "0"
        )
    return OPEN_Y.sub(lambda match: match[1] + match[2].translate(TO_I), text)


@lru_cache(maxsize=65536)
def folded(exact: str) -> str:
    return strip_accents(exact)


def has_accent(text: str) -> bool:
    """Whether any letter carries a mark of Vietnamese; such a query is taken as written."""
    return ACCENT.search(clean(text)) is not None


def analyse(text: str) -> list[Term]:
    """All terms of a text, words in order, each followed by what stands beside it."""
    text = shadow(clean(text))
    found = list(plain_words(text))
    words = [term for term in found if not term.is_other]
    extras = joined(span_extras(text, words), concept_extras(words))
    terms: list[Term] = []
    for term in found:
        terms.append(term)
        if term.is_other:
            continue
        terms += [
            Term(extra, folded(extra), term.position, term.start, end)
            for extra, end in extras.get(term.position, ())
        ]
    return terms


def joined(*parts: dict[int, list[tuple[str, int]]]) -> dict[int, list[tuple[str, int]]]:
    """What stands beside each position, from all parts."""
    whole: dict[int, list[tuple[str, int]]] = {}
    for part in parts:
        for position, extras in part.items():
            whole.setdefault(position, []).extend(extras)
    return whole


def plain_words(text: str) -> Iterator[Term]:
    """Syllables and numbers, ordinals in digits."""
    before = ""
    for position, match in enumerate(WORD.finditer(text)):
        word = normal(match[0])
        number = ordinal(match[0], before)
        if number and number != word:
            yield Term(number, number, position, match.start(), match.end())
            yield Term(word, folded(word), position, match.start(), match.end(), is_other=True)
        else:
            yield Term(word, folded(word), position, match.start(), match.end())
        before = word


def ordinal(word: str, before: str) -> str | None:
    """`XXVIII` → `28`, `chín` → `9`, after a word that counts; None for other words.

    Typed without accents (`lan thu chin`) the number is one of two readings.
    """
    if before in COUNTERS:
        number = roman_value(word) if word.isupper() else parse_words(word)
    elif folded(before) in BARE_COUNTERS:
        number = roman_value(word) if word.isupper() else BARE_NUMBERS.get(word.casefold())
    else:
        return None
    return str(number) if number else None


def span_extras(text: str, words: Sequence[Term]) -> dict[int, list[tuple[str, int]]]:
    """Dates, amounts and numbered things as one term each, at the position of their first word."""
    at = {term.start: term.position for term in words}
    found: dict[int, list[tuple[str, int]]] = {}
    for match in DATE.finditer(text):
        day, month = int(match["d"]), int(match["m"])
        position = at.get(match.start(), at.get(match.start("d")))
        if position is None or not (1 <= day <= 31 and 1 <= month <= 12):
            continue
        names = [f"@{month}-{day}"] + ([f"@{match['y']}-{month}-{day}"] if match["y"] else [])
        found.setdefault(position, []).extend((name, match.end()) for name in names)
    for match in AMOUNT.finditer(text):
        position = at.get(match.start())
        if position is not None and re.fullmatch(r"\d+(?:\.\d{3})*(?:,\d+)?", match["big"]):
            whole = parse_number(match["big"])
            value = whole + (parse_number(match["small"]) / 1000 if match["small"] else 0)
            found.setdefault(position, []).append((f"#{value.normalize():f}tỷ", match.end()))
    for counter, number in pairwise(words):
        if counter.exact in COUNTERS and number.exact.isdigit():
            name = f"@{counter.exact}{number.exact}"
            found.setdefault(counter.position, []).append((name, number.end))
    return found


# --- concepts


def build_forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First syllable → (syllables, concept), the longest form first."""
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, written in {**CONCEPTS, **SYNONYMS}.items():
        for form in written:
            syllables = tuple(term.exact for term in plain_words(shadow(form)))
            forms.setdefault(syllables[0], []).append((syllables, concept))
    for rows in forms.values():
        rows.sort(key=lambda row: -len(row[0]))
    return forms


FORMS = build_forms()
FOLDED_FORMS = {
    folded(first): [(tuple(folded(s) for s in syllables), concept) for syllables, concept in rows]
    for first, rows in FORMS.items()
}


def concept_extras(words: Sequence[Term]) -> dict[int, list[tuple[str, int]]]:
    """Concepts at the position of their first syllable."""
    exact = [term.exact for term in words]
    found: dict[int, list[tuple[str, int]]] = {}
    for i, word in enumerate(exact):
        for syllables, concept in FORMS.get(word, ()):
            if tuple(exact[i : i + len(syllables)]) == syllables:
                end = words[i + len(syllables) - 1].end
                found.setdefault(words[i].position, []).append((concept, end))
        for following, concept in BY_NEIGHBOUR.get(word, ()):
            if not following or (exact[i + 1 : i + 2] and exact[i + 1] in following):
                found.setdefault(words[i].position, []).append((concept, words[i].end))
    return found
