"""How patterns are written so that they are found quickly."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


# The letters with which an alternative begins, but for one that may be missing or come again.
LITERAL = re.compile(r"[^\W\d_]+(?![?*+{])")
# A choice between words with which an alternative begins, and what follows it.
CHOICE = re.compile(r"\(\?:([^()]*)\)(?![?*+{])(.*)")


class Clue(NamedTuple):
    """A pattern, and words of which one is in whatever it matches: where none is, nobody looks.

    To ask a set for words takes a small part of the time that a pattern needs to pass over a sentence.
    """

    words: frozenset[str]
    pattern: re.Pattern[str]

    def possible(self, has: Iterable[str]) -> bool:
        """Whether it may be in a text that has these syllables, in lower case."""
        return not self.words.isdisjoint(has)

    def within(self, low: str, has: Iterable[str]) -> bool:
        """Whether it is in a text in lower case, of these syllables."""
        return self.possible(has) and self.pattern.search(low) is not None

    def end(self, low: str, has: Iterable[str]) -> int:
        """Where the first match ends; past the end of the text where there is none."""
        match = None if self.words.isdisjoint(has) else self.pattern.search(low)
        return match.end() if match else len(low) + 1


def clue(words: str, *alternatives: str, after: str = "", end: str = r"(?!\w)") -> Clue:
    """Of alternatives as `at_word` takes them; each must hold one of the words."""
    known = words.split()
    for alternative in alternatives:
        if not any(re.search(rf"(?<!\w){word}(?!\w)", alternative) for word in known):
            raise ValueError(f"none of the words is in {alternative!r}")
    return Clue(frozenset(known), re.compile(f"{at_word(*alternatives, after=after)}{end}"))


def any_in(text: str, literals: tuple[str, ...]) -> bool:
    """Whether one of these stands in a text."""
    for literal in literals:  # noqa: SIM110  a generator is twice as slow
        if literal in text:
            return True
    return False


def at_word(*alternatives: str, after: str = "") -> str:
    r"""The pattern of alternatives that begin a word: `(?<!\w)(?:a…|b…)`, but far faster.

    Each alternative begins with a letter or digit, or with a choice between words: the engine passes over
    every place where none of these stands, and looks behind only where the first word stands whole.
    `after`: words between bars behind which no alternative counts.
    """
    return f"(?:{'|'.join(rows(*alternatives, after=after))})"


def rows(*alternatives: str, after: str = "", end: str = "") -> list[str]:
    """The branches of `at_word`, to stand beside others: a pattern is quick if all begin with a sign.

    `end` is what follows each of them.
    """
    rests: dict[str, list[str]] = {}
    for alternative in chain.from_iterable(map(chosen, alternatives)):
        first = LITERAL.match(alternative)
        word = first[0] if first else alternative[0]
        rest = f"{word[1:]}{not_behind(word, after)}(?:{alternative[len(word) :]})"
        rests.setdefault(word[0], []).append(rest)
    return [f"{letter}(?:{'|'.join(rest)}){end}" for letter, rest in rests.items()]


def chosen(alternative: str) -> list[str]:
    """`(?:a|b) c` → `a c`, `b c`."""
    choice = CHOICE.fullmatch(alternative)
    return [f"{word}{choice[2]}" for word in choice[1].split("|")] if choice else [alternative]


def not_behind(word: str, words: str) -> str:
    refused = (rf"\w{word}", *(f"{other}{word}" for other in words.split("|") if other))
    return "".join(f"(?<!{text})" for text in refused)


def number(rest: str) -> list[str]:
    """The alternatives of one or two digits and what follows them."""
    return [rf"{digit}\d?{rest}" for digit in range(10)]
