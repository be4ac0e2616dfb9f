"""Whether a page is Vietnamese and about what it seems to be about."""

from __future__ import annotations

import re
from itertools import islice

from archive.pages.page import NotAnArticleError

MARKED = re.compile(
    "[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u1ea0-\u1ef9]"
)
SHARE = 0.08  # Vietnamese prose has a mark on about a quarter of its letters
SAMPLE = 800  # code points at the beginning and in the middle by which a language is told
LONGEST = 20_000  # code points in which a hijacker's words come up
# Words of the betting sites that copy portals and put their own words in.
GAMBLING = (
    "nhà cái", "nha cai", "cá cược", "ca cuoc", "casino", "xổ số online", "xo so online", "nổ hũ",
    "bắn cá đổi thưởng", "ban ca doi thuong", "soi kèo", "soi keo",
)  # fmt: skip


def require_vietnamese(text: str) -> None:
    """Raises NotAnArticleError for another language or a hijacked copy."""
    middle = max(SAMPLE, len(text) // 2)
    sample = text[:SAMPLE] + text[middle : middle + SAMPLE]
    enough = int(SHARE * len(sample))  # however many of them are letters
    if len(list(islice(MARKED.finditer(sample), enough + 1))) <= enough:
        letters = sum(map(str.isalpha, sample))
        if not letters:
            raise NotAnArticleError("no words on the page")
        if len(MARKED.findall(sample)) < SHARE * letters:
            raise NotAnArticleError("not in Vietnamese")
    low = text[:LONGEST].lower()
    if any(word in low for word in GAMBLING):
        raise NotAnArticleError("words of a betting site: a hijacked copy")
