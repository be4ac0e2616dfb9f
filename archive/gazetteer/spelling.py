"""When two spellings are one name."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.vietnamese.fold import fold
from archive.vietnamese.normalise import shadow

DASH = re.compile(r" ?- ?")
NOT_WORD = re.compile(r"[^a-z0-9]+")
# What writers of one name disagree on besides accents: Qui Nhơn and Quy Nhơn, Bắc Cạn and Bắc Kạn,
# KonTum and Kon Tum, Đắc Lắc and Đắk Lắk.
SOUNDS = (("y", "i"), ("c", "k"))


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Without case and old tone placement; `Bà Rịa-Vũng Tàu` as `Bà Rịa - Vũng Tàu`."""
    return DASH.sub(" - ", shadow(name).casefold())


def loose_key(name: str) -> str:
    """Without accents, gaps and the letters that spellers take for each other."""
    key = NOT_WORD.sub("", fold(name))
    for one, other in SOUNDS:
        key = key.replace(one, other)
    return key
