"""The words that begin, join and end the items of a list of people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from archive.extraction.people import name_words, role_words
from archive.extraction.people.body_words import COMMITTEES
from archive.extraction.people.lexicon import Lexicon
from archive.extraction.people.posts import ALONE, FIRST_WORDS, HEADS

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Honorific:
    """`đồng chí`, `ông`; `plural`: before a list (`các đồng chí`)."""

    text: str
    plural: bool


HONORIFICS = Lexicon(
    [(text, Honorific(text, plural=False)) for text in name_words.HONORIFICS]
    + [(text, Honorific(text, plural=True)) for text in name_words.PLURAL_HONORIFICS],
)
RANKS = Lexicon((rank, rank) for rank in name_words.RANKS)
NO_CUE = role_words.CueWords(())
CUES = Lexicon(
    [(phrase, NO_CUE) for phrase in role_words.OTHER_WORDS] + list(role_words.CUES.items()),
)
TRANSPARENT = Lexicon((f"thường trực {body}", body) for body in COMMITTEES)
OFFICES = Lexicon((phrase, phrase) for phrase in role_words.OFFICES)
PRIVATE = frozenset(tuple(phrase.split()) for phrase in name_words.PRIVATE)
# Behind `đồng chí` alone, who is the person named before.
AGAIN = frozenset(("đã", "cũng", "còn", "tiếp", "mong", "nhấn", "tin", "đồng"))
# Behind the bracket with which a caption points at somebody: `(bên phải)`.
ASIDES = frozenset(("bên", "đứng", "ngồi", "thứ", "áo", "người", "hàng", "ngoài", "giữa", "ảnh"))
# Before a body that somebody comes to belong to.
ENTRIES = frozenset(("vào",))
QUALIFIERS = frozenset(("khóa", "nhiệm", "kỳ", "giai", "đoạn", "sn", "sinh", "năm"))
BRIDGES = frozenset(("có", "gồm"))
OPENERS = frozenset((":", "-", "là", "với"))
SEPARATORS = frozenset(
    (",", "-", "(", ")", ":", '"', "/", "và", "kiêm", "cùng", "là", "đồng", "thời", "hiện", "nay", "đối", "với"),
)  # fmt: skip
POST_STARTS = FIRST_WORDS
CUE_STARTS = frozenset(CUES)


def beginnings(tables: Iterable[Lexicon[Any]], alone: Iterable[str]) -> dict[str, frozenset[str]]:
    """What may begin an item: a word → the words that must follow, none where any may."""
    following: dict[str, set[str]] = defaultdict(set)
    free = set(alone)
    for first, second in chain.from_iterable(table.pairs() for table in tables):
        following[first].add(second or "")
    free |= {first for first, seconds in following.items() if "" in seconds}
    return {
        first: frozenset(following[first] if first not in free else ())
        for first in (*following, *free)
    }


# Besides a capitalised surname; every other word is passed over while no list is open.
STARTS = beginnings((HONORIFICS, RANKS, OFFICES, CUES, HEADS), ALONE | ENTRIES)
BEGINNINGS = frozenset(STARTS) | name_words.SURNAMES
