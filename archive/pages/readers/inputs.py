"""What readers give: pages, sightings without a body, and inputs of which no page can be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from archive.pages.page import RawPage

if TYPE_CHECKING:
    from datetime import datetime

LARGEST = 20 * 1024 * 1024  # bytes of one page; an article is a thousandth of that
HTML_SIGNS = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<div", b"<p>")
IGNORED = frozenset(
    """.css .js .map .ico .woff .woff2 .ttf .eot .svg .png .jpg .jpeg .gif .webp .bmp .mp3 .mp4 .json .csv .xml
    .doc .docx .xls .xlsx .ppt .pptx .pdf .cdx .cdxj .idx .yaml""".split()
)


@dataclass(frozen=True, slots=True)
class BadInput:
    """An input of which no page could be made, and why. `skipped`: sound, but never an article."""

    name: str
    reason: str
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Revisit:
    """A crawler came again and found the page as it was: an address and a time, no bytes.

    `seen_at` is when the bytes were taken that this stands for, where the record says so.
    """

    name: str
    url: str
    captured_at: datetime
    seen_at: datetime | None = None


class Position:
    """How far reading is, in bytes of files as they lie on the disk."""

    def __init__(self) -> None:
        self.before = 0
        self.file: IO[bytes] | None = None

    def enter(self, file: IO[bytes]) -> None:
        self.file = file

    def leave(self, size: int) -> None:
        self.before, self.file = self.before + size, None

    @property
    def bytes(self) -> int:
        return self.before + (self.file.tell() if self.file and not self.file.closed else 0)


Input = RawPage | Revisit | BadInput


def media_of(content: bytes) -> str:
    head = content[:4096].replace(b"\x00", b"").lower()
    return "html" if any(sign in head for sign in HTML_SIGNS) else "text"


def raw_page(name: str, content: bytes | None, media: str = "", **known: Any) -> RawPage | BadInput:
    """A page, or why it is none; `content` None means that it was larger than a page may be."""
    if content is None:
        return too_large(name)
    html = (media or media_of(content)) == "html"
    return RawPage(content, "html" if html else "text", name, **known)


def too_large(name: str) -> BadInput:
    return BadInput(name, f"larger than {LARGEST // 1024 // 1024} MB: no article")


def read_limited(file: IO[bytes]) -> bytes | None:
    """The whole file, None where it is too large; never more than the limit in memory."""
    with file:
        content = file.read(LARGEST + 1)
    return None if len(content) > LARGEST else content
