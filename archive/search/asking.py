"""What a query asks for outright: a post or a figure, a place, a year. Words in, values out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.search.meanings import FULL, bare_concepts, concepts_of
from archive.search.reading import split
from archive.search.words import analysable, folded, has_accent, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.search.words import Term

YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_NAME = 4  # syllables of a place
LONGEST_QUESTION = 20  # words; who types more asks for no single fact
LONGEST_TEXT = 10 * LONGEST_QUESTION  # code points
# Words around a question that say nothing of what is asked, and nouns before a place's name.
FILLERS = frozenset("ai là của năm ông bà hiện nay đang nào bao nhiêu đạt".split())
LEVELS = ("thị xã", "thành phố", "thị trấn", "huyện", "quận", "tỉnh", "phường", "xã", "đặc khu")


@dataclass(frozen=True, slots=True)
class Question:
    """Words of a query taken apart: `name`, as typed, may be a place, `rest` a post or an indicator.

    `rest` is in full words, accent-free where `is_bare`. `year` is None where none is named.
    """

    name: str
    rest: tuple[str, ...]
    year: int | None
    is_bare: bool


def questions(text: str) -> Iterator[Question]:
    """Every way to take a query apart, those with the longest name first."""
    text = analysable(text)
    bare = not has_accent(text)
    words, _ = split(text) if len(text) <= LONGEST_TEXT else ([], {})
    if not 0 < len(words) <= LONGEST_QUESTION:
        return
    years = [i for i, word in enumerate(words) if YEAR.fullmatch(word.exact)]
    year = int(words[years[-1]].exact) if years else None
    left = [word for i, word in enumerate(words) if i not in years[-1:]]
    for width in range(min(LONGEST_NAME, len(left) - 1), 0, -1):
        for start in range(len(left) - width + 1):
            named = left[start : start + width]
            name = text[named[0].start : named[-1].end]
            before = full_words(left[:start], bare=bare)
            after = full_words(left[start + width :], bare=bare)
            rest = without_fillers((*without_level(before), *after), bare=bare)
            if rest:
                yield Question(name, rest, year, bare)


def full_words(words: Sequence[Term], *, bare: bool) -> tuple[str, ...]:
    """Abbreviations written out: `CT UBND` → chủ, tịch, ủy, ban, nhân, dân."""
    spans = [*concepts_of(words), *(bare_concepts(words) if bare else ())]
    widest = {}
    for span in sorted((s for s in spans if s.asked and s.name in FULL), key=lambda s: s.width):
        widest[span.first] = span
    full: list[str] = []
    i = 0
    while i < len(words):
        span = widest.get(i)
        full += FULL[span.name] if span else (words[i].exact,)
        i += span.width if span else 1
    return tuple(map(folded, full)) if bare else tuple(full)


def title_words(title: str, *, bare: bool) -> tuple[str, ...]:
    """The words of a post's or an indicator's name, as a question has them: no level at the end."""
    return without_level(full_words(split(title)[0], bare=bare))


def without_level(words: tuple[str, ...]) -> tuple[str, ...]:
    text = " ".join(words)
    for level in LEVELS:
        for form in (level, folded(level)):
            if text.endswith(f" {form}"):
                return tuple(text.removesuffix(f" {form}").split())
    return words


def without_fillers(words: tuple[str, ...], *, bare: bool) -> tuple[str, ...]:
    fillers = frozenset(map(folded, FILLERS)) if bare else FILLERS
    return tuple(word for word in words if word not in fillers)


def name_key(name: str, *, bare: bool) -> str:
    """A place's name as names are compared: one tone placement, `Phủ Lí` as `Phủ Lý`."""
    words = [normal(word) for word in analysable(name).split()]
    return " ".join(map(folded, words)) if bare else " ".join(words)
