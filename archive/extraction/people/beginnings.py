"""Where a list of people or a cue may begin; every other word is passed over while no list is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.people.list_words import CUES, ENTRIES, HONORIFICS, OFFICES, RANKS
from archive.extraction.people.name_words import SURNAMES
from archive.extraction.people.posts import ALONE, HEADS

if TYPE_CHECKING:
    from archive.extraction.tokens import Tokens


# The first two words of each phrase; the second is None where the first may stand alone.
PAIRS = frozenset(
    pair for table in (HONORIFICS, RANKS, OFFICES, CUES, HEADS) for pair in table.pairs()
)
ALONE_TOO = ALONE | ENTRIES | {first for first, second in PAIRS if second is None}
BEGINNINGS = ALONE_TOO | SURNAMES | {first for first, _ in PAIRS}


def beginnings(tokens: Tokens) -> list[int]:
    """The tokens with which a list or a cue may begin: by the next word too, or as a surname."""
    low, text, following = tokens.low, tokens.text, [*tokens.low[1:], ""]
    return [
        i
        for i, word in enumerate(low)
        if word in BEGINNINGS
        and (
            word in ALONE_TOO
            or (word, following[i]) in PAIRS
            or (word in SURNAMES and text[i][0].isupper())
        )
    ]
