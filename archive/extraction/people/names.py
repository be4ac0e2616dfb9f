"""The shape of a person's name in a row of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.people.body_words import COMMITTEES
from archive.extraction.people.name_words import LONE_LETTERS, RANKS, SURNAMES
from archive.extraction.people.post_words import HEADS, WHOLE

if TYPE_CHECKING:
    from archive.extraction.people.tokens import Tokens

SHORTEST, LONGEST = 2, 6
VOWELS = frozenset("aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
# `Nguyễn Văn An Bí thư`: a capital that begins a post, a rank or an honorific ends the name.
ENDS_NAME = frozenset(
    tuple(phrase.split()[:2]) for phrase in (*HEADS, *WHOLE, *COMMITTEES, *RANKS, "đồng chí")
) | {("phó", head.split()[0]) for head in HEADS}


def person_at(tokens: Tokens, i: int) -> int | None:
    """The token after the name that begins at i with a known surname, or None."""
    if tokens.word(i).split("'")[0] not in SURNAMES:
        return None
    return name_end(tokens, i)


def name_end(tokens: Tokens, i: int) -> int | None:
    """The token after the run of 2 to 6 name syllables that begins at i, or None."""
    end, shouted = i, i < len(tokens) and _is_shouted(tokens.text[i])
    while end < len(tokens) and end - i <= LONGEST and _is_syllable(tokens, end, shouted=shouted):
        if end > i and (not _follows(tokens, end) or begins_title(tokens, end)):
            break
        end += 1
    enough = SHORTEST if "'" not in tokens.word(i) or end - i > 1 else 1
    return end if enough <= end - i <= LONGEST else None


def _follows(tokens: Tokens, i: int) -> bool:
    """One space, or an apostrophe's syllable, joins the parts of a name."""
    return tokens.starts[i] - tokens.ends[i - 1] <= 1 and not tokens.joined(i)


def begins_title(tokens: Tokens, i: int) -> bool:
    return (tokens.low[i], tokens.word(i + 1)) in ENDS_NAME


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_syllable(tokens: Tokens, i: int, *, shouted: bool) -> bool:
    word, low = tokens.text[i], tokens.low[i]
    if not word[0].isupper() or not word.replace("'", "").isalpha():
        return False
    if len(word) == 1:
        return low in LONE_LETTERS
    if word.isupper() and len(word) > 1 and "'" not in word and not shouted:
        return False
    return len(word) <= 8 and any(c in VOWELS for c in low)
