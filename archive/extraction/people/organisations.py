"""Names of departments, schools, agencies: free words that only their surroundings end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.people import body_words as words
from archive.extraction.people.lexicon import Found, Lexicon
from archive.extraction.people.names import begins_title, person_at
from archive.extraction.people.scopes import BODIES, COMMITTEES, level_at
from archive.extraction.tokens import closes_sentence

if TYPE_CHECKING:
    from archive.extraction.tokens import Tokens

FIELDS = Lexicon(words.FIELDS.items())
STOPS = Lexicon((phrase, phrase) for phrase in words.STOPS)
LONGEST = 14
BEGINS_GROUP = frozenset(("đồng", "ông", "bà", "các", "lãnh", "đại", "đ", "một", "phát", "có"))


def organisation(tokens: Tokens, i: int, places: Lexicon[str], *, named: bool) -> Found[str] | None:
    """The name that begins at token i, abbreviations written out, None where none does.

    `named`: the holder's name stands before the post, so a person's name is part of this one.
    """
    parts: list[str] = []
    start = i
    while i < min(start + LONGEST, len(tokens)):
        field = FIELDS.at(tokens.low, i)
        if field:
            parts.append(field.value)
            i = field.end
        elif _ends(tokens, i, first=i == start) or _is_holder(tokens, i, places, named=named):
            break
        else:
            tight = i > start and (_inner_dash(tokens, i) or _inner_dash(tokens, i - 1))
            parts.append(parts.pop() + tokens.text[i] if tight else tokens.text[i])
            i += 1
    return Found(" ".join(parts), i) if parts else None


def _ends(tokens: Tokens, i: int, *, first: bool) -> bool:
    word = tokens.text[i]
    if not (word[0].isalnum() or _inner_dash(tokens, i)) or closes_sentence(tokens, i):
        return True
    if word[0].islower() and (STOPS.at(tokens.low, i) or _foreign_and(tokens, i)):
        return True
    if level_at(tokens, i) or COMMITTEES.at(tokens.low, i) or begins_title(tokens, i):
        return True
    return not first and word[0].isupper() and BODIES.at(tokens.low, i) is not None


def _is_holder(tokens: Tokens, i: int, places: Lexicon[str], *, named: bool) -> bool:
    if named or tokens.word(i - 1) in words.EPONYM_NOUNS:
        return False
    return person_at(tokens, i) is not None and places.at(tokens.low, i) is None


def _inner_dash(tokens: Tokens, i: int) -> bool:
    """`GDNN-GDTX`: a dash without spaces is part of a name."""
    tight = tokens.joined(i) and i + 1 < len(tokens) and tokens.joined(i + 1)
    return tokens.low[i] == "-" and tight


def _foreign_and(tokens: Tokens, i: int) -> bool:
    """`và` before a new person, a new post or a group, not inside a department's name."""
    if tokens.low[i] not in {"và", "cùng"}:
        return False
    after = tokens.word(i + 1)
    if not after or after in BEGINS_GROUP:
        return True
    return begins_title(tokens, i + 1) or person_at(tokens, i + 1) is not None
