"""Where a list of people or a cue may begin; every other word is passed over while no list is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.people.list_words import CUES, ENTRIES, HONORIFICS, OFFICES, RANKS
from archive.extraction.people.name_words import SURNAMES
from archive.extraction.people.posts import ALONE, HEADS

if TYPE_CHECKING:
    from archive.extraction.tokens import Tokens


# By the first word of phrases the second ones; None among them where the first may stand alone.
SECONDS: dict[str, set[str | None]] = {}
for table in (HONORIFICS, RANKS, OFFICES, CUES, HEADS):
    for first, second in table.pairs():
        SECONDS.setdefault(first, set()).add(second)
ALONE_TOO = ALONE | ENTRIES | {first for first, seconds in SECONDS.items() if None in seconds}
BEGINNINGS = ALONE_TOO | SURNAMES | SECONDS.keys()


def beginnings(tokens: Tokens) -> list[int]:
    """The tokens with which a list or a cue may begin: by the next word too, or as a surname."""
    following = [*tokens.low[1:], ""]
    return [
        i
        for i, word in enumerate(tokens.low)
        if word in BEGINNINGS
        and (
            word in ALONE_TOO
            or following[i] in SECONDS.get(word, ())
            or (word in SURNAMES and tokens.text[i][0].isupper())
        )
    ]
