"""Files, folders and archives → raw pages. What cannot be read is a value too, never a stop."""

from __future__ import annotations

import gzip
import json
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from archive.pages.page import RawPage

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 20 * 1024 * 1024  # bytes of one page; an article is a thousandth of that
RATIO = 200  # how much larger a zip member may be than its packed form
HTML_SIGNS = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<div", b"<p>")
IGNORED = frozenset(
    """.css .js .map .ico .woff .woff2 .ttf .eot .svg .png .jpg .jpeg .gif .webp .bmp .mp3 .mp4 .json .csv .xml
    .doc .docx .xls .xlsx .ppt .pptx
    .pdf""".split()
)


@dataclass(frozen=True, slots=True)
class BadInput:
    """An input of which no page could be made, and why. `skipped`: sound, but never an article."""

    name: str
    reason: str
    skipped: bool = False


def iter_raw(path: Path, form: str = "auto") -> Iterator[RawPage | BadInput]:
    """Every page under a path, in the order of names; `form` as on the command line."""
    if path.is_dir():
        for child in sorted(path.iterdir()):
            if not child.name.startswith("."):
                yield from iter_raw(child, form)
        return
    try:
        yield from read_file(path, form)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        yield BadInput(str(path), f"the file cannot be read: {error}")


def read_file(path: Path, form: str) -> Iterator[RawPage | BadInput]:
    chosen = detect(path) if form == "auto" else form
    if chosen == "zip":
        yield from read_zip(path)
    elif chosen == "jsonl":
        yield from read_jsonl(path)
    elif chosen in {"text", "html"}:
        yield raw_page(str(path), read_limited(path.open("rb")), chosen)
    else:
        yield BadInput(str(path), f"{chosen}: not a form that holds pages", skipped=True)


def detect(path: Path) -> str:
    """Form by name and content: `zip`, `jsonl`, `html`, `text`, or the suffix of no page."""
    with path.open("rb") as file:
        start = file.read(4096)
    if zipfile.is_zipfile(path):
        return "zip"
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if ".jsonl" in suffixes or (start[:2] != b"\x1f\x8b" and is_jsonl(start)):
        return "jsonl"
    if suffixes and suffixes[-1] in IGNORED:
        return suffixes[-1]
    return media_of(start)


def is_jsonl(start: bytes) -> bool:
    return start.lstrip().startswith(b'{"') and b'":' in start


def media_of(content: bytes) -> str:
    head = content[:4096].replace(b"\x00", b"").lower()
    return "html" if any(sign in head for sign in HTML_SIGNS) else "text"


def raw_page(name: str, content: bytes | None, media: str = "", **known: Any) -> RawPage | BadInput:
    if content is None:
        return BadInput(name, f"larger than {LARGEST // 1024 // 1024} MB: no article")
    return RawPage(
        content, "html" if (media or media_of(content)) == "html" else "text", name, **known
    )


def read_limited(file: IO[bytes]) -> bytes | None:
    """The whole file, None where it is too large; never more than the limit in memory."""
    with file:
        content = file.read(LARGEST + 1)
    return None if len(content) > LARGEST else content


def read_zip(path: Path) -> Iterator[RawPage | BadInput]:
    """Members that may be pages; nothing is written to disk, so names cannot lead anywhere."""
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            name = f"{path}!{info.filename}"
            suffix = PurePosixPath(info.filename).suffix.lower()
            if info.is_dir() or suffix in IGNORED:
                continue
            if info.file_size > max(LARGEST // 20, RATIO * info.compress_size):
                yield BadInput(name, "unpacks to far more than its size: a bomb?")
                continue
            try:
                yield raw_page(name, read_limited(archive.open(info)))
            except (RuntimeError, zipfile.BadZipFile, zlib.error, EOFError) as error:
                yield BadInput(name, f"the member cannot be read: {error}")


def read_jsonl(path: Path) -> Iterator[RawPage | BadInput]:
    """One page a line; gzip by content."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    opener: Any = gzip.open if packed else Path.open
    with opener(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield jsonl_page(f"{path}:{number}", line)


def jsonl_page(name: str, line: bytes) -> RawPage | BadInput:
    try:
        entry = json.loads(line)
        media = "html" if entry.get("html") else "text"
        content = str(entry.get("html") or entry["text"]).encode()
        captured = entry.get("captured_at")
        return RawPage(
            content=content,
            media="html" if media == "html" else "text",
            name=name,
            url=entry.get("url"),
            captured_at=datetime.fromisoformat(captured) if captured else None,
            title=entry.get("title"),
            source=entry.get("source"),
        )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        return BadInput(name, f"the line is no page: {error!r}")
