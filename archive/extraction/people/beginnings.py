"""Where a list of people or a cue may begin; every other word is passed over while no list is open."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from archive.extraction.people.list_words import CUES, ENTRIES, HONORIFICS, OFFICES, RANKS
from archive.extraction.people.name_words import SURNAMES
from archive.extraction.people.posts import ALONE, HEADS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.extraction.people.lexicon import Lexicon
    from archive.extraction.people.tokens import Tokens


def following(tables: Iterable[Lexicon[Any]], alone: Iterable[str]) -> dict[str, frozenset[str]]:
    """A word that begins a phrase → the words of which one must follow it; none where any may."""
    seconds: dict[str, set[str]] = defaultdict(set)
    for first, second in chain.from_iterable(table.pairs() for table in tables):
        seconds[first].add(second or "")
    free = {*alone, *(first for first, words in seconds.items() if "" in words)}
    return {
        first: frozenset(() if first in free else seconds[first]) for first in (*seconds, *free)
    }


FOLLOWING = following((HONORIFICS, RANKS, OFFICES, CUES, HEADS), ALONE | ENTRIES)
BEGINNINGS = frozenset(FOLLOWING) | SURNAMES


def beginnings(tokens: Tokens) -> list[int]:
    """The tokens with which a list or a cue may begin."""
    likely = (i for i, low in enumerate(tokens.low) if low in BEGINNINGS)
    return [i for i in likely if begins_phrase(tokens, i) or begins_name(tokens, i)]


def begins_phrase(tokens: Tokens, i: int) -> bool:
    words = FOLLOWING.get(tokens.low[i])
    return words is not None and (not words or tokens.word(i + 1) in words)


def begins_name(tokens: Tokens, i: int) -> bool:
    return tokens.text[i][0].isupper() and tokens.low[i] in SURNAMES
