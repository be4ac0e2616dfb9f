"""Text without accents: what search compares, and what addresses are made of."""

from __future__ import annotations

import re
import unicodedata

STROKE = str.maketrans("đĐ", "dD")  # no accent to Unicode, so decomposing leaves it
NOT_SLUG = re.compile(r"[^a-z0-9]+")


def strip_accents(text: str) -> str:
    """`Kinh Môn` → `Kinh Mon`; NFC in, NFC out, the same number of letters."""
    decomposed = unicodedata.normalize("NFD", text.translate(STROKE))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Lower case, no accents: `Đỗ Thị Hà` → `do thi ha`."""
    return strip_accents(text).casefold()


def slugify_vi(text: str) -> str:
    """`Kinh Môn` → `kinh-mon`; empty where no letter or digit is left."""
    return NOT_SLUG.sub("-", fold(text)).strip("-")
