"""Text that was read under a wrong table → Vietnamese, where that makes Vietnamese of it.

Old portals hold the glyph codes of fonts (TCVN3, VNI) as if they were letters, UTF-8 that somebody read
as Latin-1, and both pasted into pages that are otherwise sound. Which table it was is told by the
syllables that come out.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import ftfy
from viparse.normalize.encodings import get_charmap
from viparse.normalize.tables import Charmap, build_charmap, convert

from archive.vietnamese.syllables import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = 20_000  # characters by which a table is told
FONTS = ("tcvn3", "vni")
# Codes of VNI Windows that viparse's table lacks; they stand in the tables of VNI's keyboard drivers.
LACKING = {"vni": (("aú", "ẳ"), ("AÚ", "Ẳ"), ("î", "ỵ"), ("Î", "Ỵ"))}
# Signs and letters that Vietnamese never has but that its bytes become under a wrong table.
FOREIGN = re.compile(
    "[\u0080-\u009f\ufffd¡¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹»¼½¾¿×ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿŒœŠšŸŽžƒ]"
)
SYMBOLS = {
    0xF000 + code: code for code in range(0x20, 0x100)
}  # where Word keeps codes of symbol fonts
SYMBOL = re.compile("[\uf020-\uf0ff]")
ODD = re.compile(f"[{FOREIGN.pattern[1:-1]}{SYMBOL.pattern[1:-1]}]")
ASCII = bytes(range(128))
WORD = re.compile(r"[^\s\x00-\x40\[-`{-\x7f]+")  # letters, and every sign beyond ASCII
QUOTES = "«»“”‘’„…–—"
LETTER = re.compile(r"[^\W\d_]")  # a sign alone is used in sound text too: ½, ©
MARKED = re.compile("[^\x00-\x7f]")
MOST = 24  # letters of a word that may be a syllable or a few; longer runs are no text


def repaired(text: str) -> str:
    """The text, or the reading of it that is Vietnamese where the text as it stands is not."""
    if not ODD.search(beyond_ascii(text)):
        return text
    if SYMBOL.search(text):
        text = text.translate(SYMBOLS)
    if not FOREIGN.search(text):
        return text
    if vietnameseness(text) < 0:
        return max((text, *rereadings(text)), key=vietnameseness)
    return "".join(map(repaired_line, text.splitlines(keepends=True)))


def beyond_ascii(text: str) -> str:
    """Only the letters and signs beyond ASCII, which are few in a page of markup and soon looked over."""
    return text.encode(errors="ignore").translate(None, ASCII).decode()


def repaired_line(line: str) -> str:
    """A line that was pasted from an old document; sound lines hold a foreign sign here and there."""
    if FOREIGN.search(line) and vietnameseness(line) < 0:
        return max((line, *rereadings(line)), key=vietnameseness)
    return line


def rereadings(text: str) -> Iterator[str]:
    """The text itself, mended where it is UTF-8 read as Latin-1, and as the glyphs of each font."""
    yield text
    yield ftfy.fix_encoding(text)
    for font in FONTS:
        yield convert(text, charmap(font))


@cache
def charmap(font: str) -> Charmap:
    known = get_charmap(font)
    if known is None:
        raise LookupError(f"viparse has no table {font!r}")
    return build_charmap(font, (*known.pairs, *LACKING.get(font, ())))


def vietnameseness(text: str) -> int:
    """Words with marks that are syllables, less twice those that are none."""
    return sum(worth(word) for word in WORD.findall(text[:SAMPLE]))


def worth(word: str) -> int:
    """What a word says for a text; most words come again and again."""
    return short_worth(word) if len(word) <= MOST else weighed(word)


def weighed(word: str) -> int:
    word = word.strip(QUOTES)
    if not (MARKED.search(word) and LETTER.search(word)):
        return 0
    return 1 if len(word) <= MOST and is_syllable(word) else -2


short_worth = lru_cache(maxsize=8192)(weighed)
