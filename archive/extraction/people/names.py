"""The shape of a person's name in a row of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.people.body_words import COMMITTEES
from archive.extraction.people.lexicon import Lexicon
from archive.extraction.people.name_words import LONE_LETTERS, RANKS, SURNAMES
from archive.extraction.people.post_words import HEADS, SHORT_DEPUTIES, WHOLE

if TYPE_CHECKING:
    from archive.extraction.tokens import Tokens

SHORTEST, LONGEST = 2, 6
LONGEST_SHOUTED = 4  # in a headline of capitals the verb follows the name unmarked
JOINTS = str.maketrans("", "", "' ")  # inside `K' Brêm`
LONGEST_SYLLABLE = 8
VOWELS = frozenset("aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
# `Nguyễn Văn An Bí thư`: a capital that begins a post, a rank or an honorific ends the name.
TITLES = Lexicon(
    (phrase, phrase)
    for head in (*HEADS, *WHOLE, *SHORT_DEPUTIES, *COMMITTEES, *RANKS, "đồng chí")
    for phrase in (head, f"phó {head}")
)


def person_at(tokens: Tokens, i: int) -> int | None:
    """The token after the name that begins at i with a known surname, or None."""
    if tokens.word(i).split("'")[0] not in SURNAMES:
        return None
    return name_end(tokens, i)


def name_end(tokens: Tokens, i: int) -> int | None:
    """The token after the run of 2 to 6 name syllables that begins at i, or None."""
    end, shouted = i, i < len(tokens) and _is_shouted(tokens.text[i])
    longest = LONGEST_SHOUTED if shouted else LONGEST
    while end < len(tokens) and end - i <= longest and _is_syllable(tokens, end, shouted=shouted):
        if end > i and (not _follows(tokens, end) or begins_title(tokens, end)):
            break
        end += 1
    enough = SHORTEST if "'" not in tokens.word(i) or end - i > 1 else 1
    return end if enough <= end - i <= longest else None


def _follows(tokens: Tokens, i: int) -> bool:
    """One space, or an apostrophe's syllable, joins the parts of a name."""
    return tokens.gap(i) == 1


def begins_title(tokens: Tokens, i: int) -> bool:
    """Whether a post, a rank or an honorific begins at token i."""
    return TITLES.at(tokens.low, i) is not None


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_syllable(tokens: Tokens, i: int, *, shouted: bool) -> bool:
    word, low = tokens.text[i], tokens.low[i]
    if not word[0].isupper() or not (word.isalpha() or word.translate(JOINTS).isalpha()):
        return False
    if len(word) == 1:
        return low in LONE_LETTERS
    if word.isupper() and len(word) > 1 and "'" not in word and not shouted:
        return False
    return len(word.partition("'")[2] or word) <= LONGEST_SYLLABLE and not VOWELS.isdisjoint(low)
