"""Bytes → text, whatever encoding an old Vietnamese portal used and whatever it declared."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

import ftfy
import viparse

from archive.pages.page import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})|encoding=[\"']([\w-]{3,20})",
    re.IGNORECASE,
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
VIETNAMESE = re.compile("[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0]", re.IGNORECASE)
# Letters that Vietnamese never has but that its bytes become under a wrong table.
FOREIGN = re.compile(
    "[\u0080-\u009f\ufffd¡¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹»¼½¾¿×ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿŒœŠšŸŽžƒ]"
)


CONTROL_BYTES = bytes([*range(9), *range(14, 32)])
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


def decode(content: bytes, charset: str | None = None) -> str:
    """Text in NFC. Raises UnreadableError for empty or binary input.

    `charset` is what came with the page; like what the page itself declares it is one guess of several.
    """
    if not content.strip(b"\x00 \t\r\n"):
        raise UnreadableError("the page is empty")
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return finished(content.decode(encoding, errors="replace"))
    if content.count(b"\x00") > len(content) // 50:
        return finished(wide(content))
    if is_binary(content[:8192]):
        raise UnreadableError("the bytes are no text: a binary file?")
    try:
        return finished(content.decode("utf-8"))
    except UnicodeDecodeError:
        return finished(best_guess(content, charset))


def is_binary(sample: bytes) -> bool:
    """Whether control bytes that no text has are more than a slip."""
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    return controls > max(2, len(sample) // 100)


def finished(text: str) -> str:
    """NFC, with UTF-8 that was read as Latin-1 repaired. Raises UnreadableError for non-text."""
    sample = text[:5000]
    if len(CONTROL.findall(sample)) > len(sample) // 20 or not any(c.isalpha() for c in text):
        raise UnreadableError("the bytes are no text: a binary file?")
    if not VIETNAMESE.search(text) and FOREIGN.search(text):
        text = ftfy.fix_encoding(text)
    return unicodedata.normalize("NFC", text)


def wide(content: bytes) -> str:
    """UTF-16 without a mark: the byte order in which the zeros are high bytes."""
    order = "utf-16-le" if content[1:4000:2].count(0) > content[:4000:2].count(0) else "utf-16-be"
    try:
        return content.decode(order)
    except UnicodeDecodeError as error:
        raise UnreadableError("the bytes are no text: a binary file?") from error


def best_guess(content: bytes, charset: str | None) -> str:
    """The reading with the most Vietnamese letters and the fewest that Vietnamese never has."""
    return max(readings(content, charset), key=score)


def score(text: str) -> float:
    sample = text[:20000]
    return len(VIETNAMESE.findall(sample)) - 3 * len(FOREIGN.findall(sample))


def readings(content: bytes, charset: str | None) -> Iterator[str]:
    """The page under every table that it may have been written with."""
    declared = DECLARED.search(content[:4000])
    names = [(declared[1] or declared[2]).decode("ascii")] if declared else []
    for name in (*([charset] if charset else []), *names, "utf-8", "windows-1258"):
        try:
            yield unicodedata.normalize("NFC", content.decode(name, errors="replace"))
        except LookupError:
            continue
    # TCVN3 and VNI are fonts that drew Vietnamese letters on the codes of Western ones.
    western = content.decode("cp1252", errors="replace")
    for font in ("tcvn3", "vni"):
        yield viparse.fix(western, encoding=font)
