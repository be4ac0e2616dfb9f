"""The words that begin, join and end the items of a list of people."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extraction.people import name_words, role_words
from archive.extraction.people.body_words import COMMITTEES
from archive.extraction.people.lexicon import Lexicon
from archive.extraction.people.posts import FIRST_WORDS


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
