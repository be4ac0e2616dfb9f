"""Vietnamese alphabetical order: letters first (a ă â b c d đ e ê …), then tones."""

from __future__ import annotations

import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
LETTER_RANK = {letter: rank for rank, letter in enumerate(ALPHABET, 1)}
# Order of tones in dictionaries: none, grave, hook, tilde, acute, dot.
TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Key for `sorted`: the letters of the whole text, then its tones."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text).casefold():
        letter, tone = without_tone(char)
        letters.append(LETTER_RANK.get(letter, 0 if letter.isspace() else ord(letter[0]) + 1000))
        tones.append(TONE_RANK.get(tone, 0))
    return tuple(letters), tuple(tones)


def without_tone(char: str) -> tuple[str, str]:
    """`ấ` → `â` and its tone; the tone is empty where there is none."""
    marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks if mark in TONE_RANK), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks), tone


def initial(text: str) -> str:
    """The letter of the alphabet under which a name stands: `Ấm` → `Â`; `#` for anything else."""
    letter = without_tone(unicodedata.normalize("NFC", text)[:1].casefold())[0]
    return letter.upper() if letter in LETTER_RANK else "#"
