"""One spelling for one text: `clean` for what is kept, `shadow` for what rules match on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# U+00D0 and U+00F0 look like the Vietnamese letter and stand for it on old portals.
LETTERS = (("Ð", "Đ"), ("ð", "đ"), ("\r", ""), ("\x00", ""))
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
INVISIBLE = re.compile(f"[{UNSEEN}]")
SPACES = "".join(c for c in map(chr, range(0x3001)) if c.isspace() and c not in " \n")
NOTHING = f" \n\x00{SPACES}{UNSEEN}"  # of which a text may consist that `clean` leaves nothing of
ODD_SPACE, SEVERAL = re.compile(f"[{SPACES}]"), re.compile("  +")

LIKE = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‛ʼ`´′", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
}
SHORT = 2000  # code points of a text whose shadow is remembered
TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below


def moved(first: str, second: str) -> dict[str, str]:
    """`oà` → `òa` for every tone and case of one open rime."""
    cases = [(a, b) for a in (first, first.upper()) for b in (second, second.upper())]
    return {
        a + unicodedata.normalize("NFC", b + tone): unicodedata.normalize("NFC", a + tone) + b
        for a, b in cases
        for tone in TONES
    }


# The open rimes on which spellers differ; the newer placement is on the first vowel.
PLACEMENT = {**moved("o", "a"), **moved("o", "e"), **moved("u", "y")}
# Open: no letter follows. `uy` after q is another sound (quý), and stays.
FIRSTS, SECONDS = ("".join(sorted({pair[i] for pair in PLACEMENT})) for i in (0, 1))
OTHERS = "".join(LIKE)
QUOTES = "".join(letter for letter in LIKE if letter.isalpha())  # signs that count as letters
# One pattern for signs and old placement, since one pass over a text is quicker than two.
UNLIKE = re.compile(
    rf"[{FIRSTS}{OTHERS}]"
    rf"(?:(?<=[{FIRSTS}])[{SECONDS}](?!(?![{QUOTES}])[^\W\d_])(?<![qQ]..)|(?<![{FIRSTS}]))"
)
SHADOWS = {**LIKE, **PLACEMENT}


def clean(text: str) -> str:
    """NFC, plain spaces, no invisible characters, `Đ` for its look-alike; line breaks stay."""
    text = unicodedata.normalize("NFC", text)
    for letter, other in LETTERS:
        text = text.replace(letter, other)
    if not text.replace("\n", " ").isprintable():  # as invisible characters and odd spaces are not
        text = ODD_SPACE.sub(" ", INVISIBLE.sub("", text))
    return SEVERAL.sub(" ", text)


def shadow(text: str) -> str:
    """The text with tone marks in the newer place and plain dashes and quotes; same length.

    `text` is NFC, as `clean` returns it: so a span found in the shadow is a span of the text.
    """
    if len(text) <= SHORT:
        return short_shadow(text)
    return cast_shadow(text)


def cast_shadow(text: str) -> str:
    return UNLIKE.sub(lambda match: SHADOWS.get(match[0], match[0]), text)


short_shadow = lru_cache(maxsize=2048)(
    cast_shadow
)  # lines, paragraphs and words of one page come again and again


def lowered(text: str) -> str:
    """Lower case at the same length, so that patterns need not ignore case, which is slow."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
