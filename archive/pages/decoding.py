"""Bytes → text, whatever encoding an old Vietnamese portal used and whatever it declared."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from archive.pages.page import UnreadableError
from archive.pages.repair import ASCII, ODD, repaired, rereadings, vietnameseness

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
CONTROL_BYTES = bytes([*range(9), *range(14, 32)])
# What NFC may write otherwise or join to the letter before: all but Latin letters that are whole, and signs.
COMPOSABLE = re.compile("[^\u0000-\u02ff\u1e00-\u1eff\u2002-\u20cf]")


def decode(content: bytes, charset: str | None = None) -> str:
    """Text in NFC. Raises UnreadableError for empty or binary input.

    `charset` is what came with the page; like what the page itself declares it is one guess of several.
    """
    if not content.strip(b"\x00 \t\r\n"):
        raise UnreadableError("the page is empty")
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return finished(content.decode(encoding, errors="replace"))
    if b"\x00" in content and content.count(b"\x00") > len(content) // 50:
        return finished(wide(content))
    if is_binary(content[:8192]):
        raise UnreadableError("the bytes are no text: a binary file?")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return finished(best_guess(content, charset))
    return sound(text) if is_settled(content) else finished(text)


def is_binary(sample: bytes) -> bool:
    """Whether control bytes that no text has are more than a slip."""
    return controls(sample) > max(2, len(sample) // 100)


def controls(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, CONTROL_BYTES))


def is_settled(utf8: bytes) -> bool:
    """Whether `finished` would leave a page as it is: told by what is beyond ASCII, which is little."""
    marks = utf8.translate(None, ASCII).decode()
    return not (ODD.search(marks) or COMPOSABLE.search(marks))


def finished(text: str) -> str:
    """NFC, with what was read under a wrong table repaired. Raises UnreadableError for non-text."""
    return unicodedata.normalize("NFC", sound(repaired(text)))


def sound(text: str) -> str:
    """The same text. Raises UnreadableError for non-text."""
    sample = text[:5000]
    broken = controls(sample.encode(errors="replace")) > len(sample) // 20
    if broken or not any(c.isalpha() for c in text):
        raise UnreadableError("the bytes are no text: a binary file?")
    return text


def wide(content: bytes) -> str:
    """UTF-16 without a mark: the byte order in which the zeros are high bytes."""
    order = "utf-16-le" if content[1:4000:2].count(0) > content[:4000:2].count(0) else "utf-16-be"
    try:
        return content.decode(order)
    except UnicodeDecodeError as error:
        raise UnreadableError("the bytes are no text: a binary file?") from error


def best_guess(content: bytes, charset: str | None) -> str:
    """The reading under the table that gives most Vietnamese."""
    return max(readings(content, charset), key=vietnameseness)


def readings(content: bytes, charset: str | None) -> Iterator[str]:
    """The page under every table that it may have been written with."""
    declared = DECLARED.search(content[:4000])
    names = [(declared[1] or declared[2]).decode("ascii")] if declared else []
    for name in (*([charset] if charset else []), *names, "utf-8", "windows-1258", "cp1252"):
        try:
            yield from rereadings(unicodedata.normalize("NFC", content.decode(name, "replace")))
        except LookupError:
            continue
