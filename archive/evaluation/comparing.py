"""When two values count as the same: spellings, numbers, units, names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Any

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
APOSTROPHES, QUOTES, DASHES = re.compile("[‘’ʼ`´]"), re.compile("[“”]"), re.compile("[‐‑–—−]")
LETTERS = re.compile(r"[^\w\u0300-\u036f]+")
WORDS = re.compile(r"[^\W_]+")
# Abbreviations that a name may use in place of its words.
SHORT = {
    "nsnn": "ngân sách nhà nước", "ns": "ngân sách", "ttcn": "tiểu thủ công nghiệp", "cn": "công nghiệp",
    "ntm": "nông thôn mới", "thpt": "trung học phổ thông", "dtts": "dân tộc thiểu số", "gtsx": "giá trị sản xuất",
}  # fmt: skip
SAME_UNIT = {
    "tỉ": "tỷ", "đ/c": "đồng chí", "ngàn": "nghìn", "héc-ta": "ha", "hecta": "ha", "m²": "m2",
    "tỉ đồng": "tỷ đồng",
}  # fmt: skip
SCALES = ("nghìn", "triệu", "tỷ", "nghin", "vạn")


def plain(text: object, *, case: bool = False) -> str | None:
    """One spelling: NFC, single spaces, plain dashes and quotes, tones at the end of each word."""
    if text is None:
        return None
    value = unicodedata.normalize("NFC", str(text)).replace("\u00a0", " ").replace("\u200b", "")
    value = APOSTROPHES.sub("'", value)
    value = DASHES.sub("-", QUOTES.sub('"', value)).replace("Ð", "Đ").replace("ð", "đ")
    value = value if case else value.casefold()
    return " ".join(tones_last(word) for word in value.split())


def tones_last(word: str) -> str:
    """`hoà` and `hòa` alike: the marks of tone moved behind each run of letters."""
    letters = unicodedata.normalize("NFD", word)
    pieces, position = [], 0
    for gap in LETTERS.finditer(letters):
        pieces += [sorted_tones(letters[position : gap.start()]), gap[0]]
        position = gap.end()
    return "".join((*pieces, sorted_tones(letters[position:])))


def sorted_tones(run: str) -> str:
    return "".join(c for c in run if c not in TONES) + "".join(c for c in run if c in TONES)


def likeness(a: str | None, b: str | None) -> float:
    """Share of syllables that two names have in common (Dice), abbreviations written out."""
    first, second = syllables(a), syllables(b)
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else 0.0


def syllables(text: str | None) -> Counter[str | None]:
    words = WORDS.findall(unicodedata.normalize("NFC", text or "").casefold())
    return Counter(plain(w) for word in words for w in SHORT.get(word, word).split())


def number(value: object) -> Decimal | str | None:
    """A decimal; a text that is none stays apart from every number."""
    if value is None or value == "":
        return None
    try:
        return Decimal(str(value).strip().replace("+", "").rstrip("%"))
    except InvalidOperation:
        return f"bad:{value}"


def unit(text: str | None) -> str | None:
    if not text:
        return None
    value = unicodedata.normalize("NFC", text).casefold().strip()
    value = re.sub(r"\s*/\s*", "/", SAME_UNIT.get(value, value))
    return plain(re.sub(r"\btỉ\b", "tỷ", value))


def same_unit(got: str | None, wanted: list[str | None]) -> bool:
    """Equal, or one the beginning of the other in whole words (`tổ chức`, `tổ chức đảng`)."""
    return any(units_agree(unit(got), unit(want)) for want in wanted)


def units_agree(a: str | None, b: str | None) -> bool:
    if a == b:
        return True
    if not a or not b or "%" in a + b:
        return False
    short, long = sorted((a.split(), b.split()), key=len)
    scales = {plain(scale) for scale in SCALES}
    return long[: len(short)] == short and any(word not in scales for word in short)


def same_value(got: dict[str, Any], want: dict[str, Any]) -> bool:
    value, high = number(got.get("value")), number(got.get("value_high"))
    if (value, high) == (number(want.get("value")), number(want.get("value_high"))):
        return True
    accepted = [number(other) for other in want.get("value_accept", [])]
    return high is None and value is not None and value in accepted
