"""Which forms of concepts stand in a row of words: an automaton that reads all places of the row at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.field import ranges
from archive.search.meanings import ABBREVIATED, FORMS, FULL, with_parts
from archive.search.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archive.search.backends.whoosh_arrays.arrayfile import Array

LOST, ROOT = 0, 1
MEANT = sorted(
    {(form, name) for rows in FORMS.values() for form, name in rows}, key=lambda row: -len(row[0])
)


def concepts_in(form: tuple[str, ...], name: str) -> Iterator[str]:
    """All that a form stands for, as `meanings.concepts_at` has it."""
    yield from (span.name for span in with_parts(name, 0, 1, is_full=form == FULL[name]))
    if name in ABBREVIATED:
        yield ABBREVIATED[name]


class Forms:
    """The table of concepts over numbered words.

    `steps[state, letter]` is the next state, where a letter is a word that stands in any form; `letters`
    has that of each word, 0 for all others, and for all words behind the last of these. A state that ends
    forms has concepts from `start` to `stop`.
    """

    def __init__(self, number_of: Callable[[str, str], int]) -> None:
        words = dict.fromkeys(word for form, _ in MEANT for word in form)
        numbers = [number_of(word, folded(word)) for word in words]
        self.letters = np.zeros(max(numbers) + 2, "u2")
        self.letters[numbers] = np.arange(1, len(numbers) + 1)
        letter = dict(zip(words, self.letters[numbers].tolist(), strict=True))
        states: dict[tuple[str, ...], int] = {(): ROOT}
        ended: dict[int, list[str]] = {}
        for form, name in MEANT:
            for length in range(1, len(form) + 1):
                states.setdefault(form[:length], len(states) + ROOT)
            ended.setdefault(states[form], []).extend(concepts_in(form, name))
        self.steps = np.zeros((len(states) + ROOT, len(words) + 1), "u2")
        for beginning, state in states.items():
            if beginning:
                self.steps[states[beginning[:-1]], letter[beginning[-1]]] = state
        counts = [len(ended.get(state, ())) for state in range(len(self.steps))]
        self.stop = np.cumsum(counts)
        self.start = self.stop - counts
        self.concepts = np.array(
            [number_of(name, "") for state in sorted(ended) for name in ended[state]], "u4"
        )

    def found(self, words: Array) -> tuple[Array, Array, Array]:
        """(concept, first word, words) of every form that stands in a row; longer forms come first.

        The row ends with the word between texts.
        """
        firsts = np.flatnonzero(words < len(self.letters))
        states = self.steps[ROOT, self.letters[words[firsts]]]
        firsts, states = firsts[states != LOST], states[states != LOST]
        rows = []
        width = 1
        while len(firsts):
            counts = (self.stop - self.start)[states]
            concepts = self.concepts[ranges(self.start[states], counts)]
            rows.append((concepts, np.repeat(firsts, counts), np.full(len(concepts), width)))
            following = words.take(firsts + width, mode="clip")  # the last word is in no form
            states = self.steps[states, self.letters.take(following, mode="clip")]
            firsts, states = firsts[states != LOST], states[states != LOST]
            width += 1
        if not rows:
            return np.empty(0, "u4"), np.empty(0, "i8"), np.empty(0, "i8")
        concepts, places, widths = (np.concatenate(part) for part in zip(*rows[::-1], strict=True))
        return concepts, places, widths
