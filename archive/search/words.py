"""Text → words: syllables and numbers in one spelling each, ordinals in digits.

A word is a syllable, normalised once: NFC, case, tone placement, i/y. A number has one form however it
is written (`1.259,84`, `09`, `65,50`), and after a word that counts (`khóa`, `lần thứ`) Roman numerals and
number words are digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from archive.vietnamese.fold import strip_accents
from archive.vietnamese.normalise import clean, shadow
from archive.vietnamese.numbers import DIGITS, parse_words
from archive.vietnamese.roman import value as roman_value

if TYPE_CHECKING:
    from collections.abc import Sequence

# A number with its marks, else letters: `Covid19`, `285ha` and `đạt13,04` are two words each.
WORD = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*")
OPEN_Y = re.compile(r"^(qu|[hklmst])([yỳýỷỹỵ])$")  # both are written: kỹ and kĩ, quý and quí
TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")

COUNTERS = frozenset({"khóa", "thứ", "quí", "kì", "lần"})  # as `normal` spells them
BARE_COUNTERS = frozenset(strip_accents(word) for word in COUNTERS)
BARE_NUMBERS = {strip_accents(word): number for word, number in DIGITS.items()}
TENS = frozenset({"mười", "muoi"})
LONGEST_NUMBER = 3  # syllables: `hai mươi mốt`
NO_NUMBERS = frozenset({("vi", "phạm"), ("vi", "pham"), ("c", "o")})  # `lần vi phạm`

Role = Literal["word", "other", "extra"]


@dataclass(frozen=True, slots=True)
class Term:
    """A term at a place: `exact` and its accent-free twin, position in words, span in the text.

    `other`: a second form of the word at its place (`chín` beside `9`), which is indexed, so that it
    is found, and asked for only where accents leave the choice open. `extra`: what stands beside the
    words, a concept, a date, an amount.
    """

    exact: str
    folded: str
    position: int
    start: int
    end: int
    role: Role = "word"


def analysable(text: str) -> str:
    """The text as words are found in it; as long as `clean` leaves it."""
    return shadow(clean(text))


def has_accent(text: str) -> bool:
    """Whether any letter carries a mark of Vietnamese; such a query is taken as written."""
    text = clean(text)
    return strip_accents(text) != text


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """One spelling of a syllable or a number: `Uỷ` → `ủy`, `kỹ` → `kĩ`, `09` → `9`."""
    if word[0].isdigit():
        whole, _, decimals = word.replace(".", "").partition(",")
        decimals = decimals.rstrip("0")
        return (whole.lstrip("0") or "0") + (f".{decimals}" if decimals else "")
    text = shadow(word).casefold()
    return OPEN_Y.sub(lambda match: match[1] + match[2].translate(TO_I), text)


@lru_cache(maxsize=65536)
def folded(exact: str) -> str:
    return strip_accents(exact)


def words_of(text: str, *, ordinals: bool = True) -> list[Term]:
    """Words and other forms of an analysable text; one position a word, ordinals in digits."""
    found = [(normal(match[0]), match.start(), match.end()) for match in WORD.finditer(text)]
    exact = [word for word, _, _ in found]
    terms: list[Term] = []
    position, i = 0, 0
    while i < len(found):
        number, width = ordinal(exact, i) if i and ordinals else (None, 1)
        role: Role = "word"
        if number is not None:
            start, end = found[i][1], found[i + width - 1][2]
            terms.append(Term(number, number, position, start, end))
            role = "other"
        for word, start, end in found[i : i + width]:
            if word != number:
                terms.append(Term(word, folded(word), position, start, end, role))
        position += 1
        i += width
    return terms


@lru_cache(maxsize=65536)
def is_numeral(word: str) -> bool:
    """Whether an ordinal in words or in Roman numerals may begin with it."""
    return (
        word in DIGITS
        or word in BARE_NUMBERS
        or word in TENS
        or roman_value(word.upper()) is not None
    )


def ordinal(words: Sequence[str], i: int) -> tuple[str | None, int]:
    """The number that stands at `i` after a word that counts, and how many words it takes.

    Typed without accents (`lan thu chin`) it is one of two readings.
    """
    before, word = words[i - 1], words[i]
    if word[0].isdigit():
        return None, 1
    if before in COUNTERS:
        read = parse_words
    elif before in BARE_COUNTERS and folded(word) == word:
        read = parse_bare_words
    else:
        return None, 1
    roman = roman_value(word.upper())
    if roman and (word, "".join(words[i + 1 : i + 2])) not in NO_NUMBERS:
        return str(roman), 1
    for width in range(min(LONGEST_NUMBER, len(words) - i), 0, -1):
        number = read(" ".join(words[i : i + width]))
        # `mười năm` is ten years; fifteen is `mười lăm`
        if number and not (width > 1 and words[i + width - 1] in {"năm", "nam"}):
            return str(number), width
    return None, 1


def parse_bare_words(text: str) -> int | None:
    """`muoi bon` → 14: number words without accents."""
    match text.split():
        case [unit] if unit in BARE_NUMBERS:
            return BARE_NUMBERS[unit]
        case ["muoi"]:
            return 10
        case ["muoi", unit] if unit in BARE_NUMBERS:
            return 10 + BARE_NUMBERS[unit]
        case [tens, "muoi"] if tens in BARE_NUMBERS:
            return 10 * BARE_NUMBERS[tens]
        case [tens, "muoi", unit] if tens in BARE_NUMBERS and unit in BARE_NUMBERS:
            return 10 * BARE_NUMBERS[tens] + BARE_NUMBERS[unit]
    return None
