"""Words told by a part of them: `nghị*` begins so, `ngh*p` fits a pattern, `nghij~` is one letter off.

Compared are words as the index has them (`words.normal`), accent-free where the query is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from archive.search.words import folded, normal
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Callable

How = Literal["prefix", "pattern", "near"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGEST = 30  # letters of a word that may be misspelled: its edits are as many, and as long
LIKE = r"[^\W_]{2,}(?:~|\*|(?:[*?]+[^\W_]+)+\*?)(?=[\s()]|$)"  # at least two letters, then a sign


@dataclass(frozen=True, slots=True)
class Form:
    """What a word is like: `text` in lower case, without accents where `loose`, which `near` always is."""

    text: str
    how: How
    loose: bool

    @property
    def spelled(self) -> str:
        """The text as a whole word of the index."""
        word = normal(self.text)
        return folded(word) if self.loose else word

    @property
    def prefixes(self) -> tuple[str, ...]:
        """With what a word of a prefix begins: as typed, or with the tone mark where it moves to."""
        return tuple(dict.fromkeys((self.text, shadow(self.text))))

    @property
    def starts(self) -> tuple[str, ...]:
        """What every word of this form begins with, one of them."""
        if self.how == "pattern":
            return (re.split(r"[*?]", self.text)[0],)
        return (*self.prefixes, self.spelled)


def read(typed: str, *, loose: bool) -> Form:
    """From what `LIKE` found."""
    text = clean(typed).casefold()
    if text.endswith("~"):
        return Form(folded(text[:-1]), "near", loose=True)
    how: How = "prefix" if re.fullmatch(r"\w+\*", text) else "pattern"
    text = text.removesuffix("*") if how == "prefix" else text
    return Form(folded(text) if loose else text, how, loose)


@lru_cache(maxsize=256)
def fits(form: Form) -> Callable[[str], bool]:
    """Whether a word is like it; accent-free words where the form is loose."""
    if form.how == "near":
        near = edits(form.spelled) | {form.spelled}
        return near.__contains__
    if form.how == "pattern":
        pattern = pattern_of(form.text)
        return lambda word: pattern.fullmatch(word) is not None
    whole, starts = form.spelled, form.prefixes
    return lambda word: word == whole or word.startswith(starts)


def pattern_of(text: str) -> re.Pattern[str]:
    """Each part between stars is taken where it first stands, which is never wrong but for the last: no way back."""
    first, *parts = (re.escape(part).replace(r"\?", r"\w") for part in text.split("*"))
    if not parts:
        return re.compile(first)
    between = "".join(rf"(?>\w*?{part})" for part in parts[:-1])
    return re.compile(rf"{first}{between}\w*{parts[-1]}")


@lru_cache(maxsize=256)
def edits(word: str) -> frozenset[str]:
    """Every row of letters one insertion, deletion or replacement away; none of a word longer than any is."""
    if len(word) > LONGEST:
        return frozenset()
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    shorter = {a + b[1:] for a, b in cuts if b}
    replaced = {a + letter + b[1:] for a, b in cuts if b for letter in LETTERS}
    longer = {a + letter + b for a, b in cuts for letter in LETTERS}
    return frozenset(near for near in (shorter | replaced | longer) if near.isalpha()) - {word}
