"""Vietnamese alphabetical order: letters first (a ă â b c d đ e ê …), then tones, then capitals.

The order is that of the Unicode collation for Vietnamese (CLDR), by which PostgreSQL sorts as `vi-x-icu`: it is
the same whether a list is sorted here or there.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

Key = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
PUNCTUATION = " _-–—,;:!?.…'‘’\"“”()[]{}@*/\\&#%`^+<=>|~$"
LETTER_RANK = {char: rank for rank, char in enumerate(PUNCTUATION + "0123456789" + ALPHABET, 1)}
# Order of tones in dictionaries: none, grave, hook, tilde, acute, dot.
TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
OTHER = 1000  # ranks past those of the alphabet: marks and letters of other languages


@lru_cache(maxsize=20_000)
def collation_key(text: str) -> Key:
    """Key for `sorted`: the letters of the whole text, then its tones, then its capitals, then itself."""
    letters: list[int] = []
    tones: list[int] = []
    capitals: list[int] = []
    for char in unicodedata.normalize("NFC", text):
        for small in char.lower():
            letter, tone = ranks(small)
            letters.append(letter)
            tones.append(tone)
            capitals.append(char != small)
    return tuple(letters), tuple(tones), tuple(capitals), text


def ranks(char: str) -> tuple[int, int]:
    """Of one small letter the place in the alphabet and that of its tone, or of a foreign mark: `ĕ`."""
    letter, tone = without_tone(char)
    if letter in LETTER_RANK:
        return LETTER_RANK[letter], TONE_RANK.get(tone, 0)
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    mark = OTHER + ord(marks[0]) if marks else TONE_RANK.get(tone, 0)
    return LETTER_RANK.get(base, OTHER + ord(base)), mark


def compare(one: str, other: str) -> int:
    """Negative, zero or positive, as databases ask."""
    a, b = collation_key(one), collation_key(other)
    return (a > b) - (a < b)


def without_tone(char: str) -> tuple[str, str]:
    """`ấ` → `â` and its tone; the tone is empty where there is none."""
    marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks if mark in TONE_RANK), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks), tone


def initial(text: str) -> str:
    """The letter of the alphabet under which a name stands: `Ấm` → `Â`; `#` for anything else."""
    letter = without_tone(unicodedata.normalize("NFC", text)[:1].casefold())[0]
    return letter.upper() if letter in ALPHABET else "#"
