"""JSON Lines: one page a line, plain, gzip or zstd."""

from __future__ import annotations

import gzip
import io
import json
from contextlib import contextmanager
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

import zstandard

from archive.pages.page import RawPage
from archive.pages.readers.inputs import LARGEST, BadInput, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 1 << 30  # bytes of one line that are passed over; what goes on after them has no end
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


def read_jsonl(name: str, file: IO[bytes]) -> Iterator[RawPage | BadInput]:
    """Pages in the order of lines; a line that is none is told, and the next one is read."""
    with unpacked(file) as lines:
        number = 0
        while line := lines.readline(LARGEST + 1):
            number += 1
            if len(line) > LARGEST:
                ends = skip_rest(lines)
                yield too_large(f"{name}:{number}") if ends else endless(f"{name}:{number}")
                if not ends:
                    return
            elif line.strip():
                yield page_of(f"{name}:{number}", line)


def skip_rest(lines: IO[bytes]) -> bool:
    """Pass over what is left of a line that is too long; False where that is too much."""
    passed = 0
    while (part := lines.readline(LARGEST)) and not part.endswith(b"\n"):
        passed += len(part)
        if passed > MOST:
            return False
    return True


def endless(name: str) -> BadInput:
    return BadInput(name, "the line has no end: a bomb? What follows it is not read")


@contextmanager
def unpacked(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The lines, whatever the file is packed with; told by its first bytes, not by its name."""
    buffered = io.BufferedReader(file) if isinstance(file, io.RawIOBase) else file
    start = buffered.read(4)
    buffered.seek(0)
    if start.startswith(GZIP):
        with gzip.open(buffered) as lines:
            yield lines  # type: ignore[misc]
    elif start == ZSTD:
        reader = zstandard.ZstdDecompressor().stream_reader(buffered, read_across_frames=True)
        with io.BufferedReader(reader) as lines:
            yield lines
    else:
        yield buffered


def page_of(name: str, line: bytes) -> RawPage | BadInput:
    """The page of one line: `url`, `text` or `html`, and perhaps `captured_at`, `title`, `source`."""
    try:
        entry = json.loads(line)
        html = entry.get("html")
        return RawPage(
            content=(html or entry["text"]).encode(),
            media="html" if html else "text",
            name=name,
            url=optional_text(entry, "url"),
            captured_at=moment(entry),
            title=optional_text(entry, "title"),
            source=optional_text(entry, "source"),
        )
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        return BadInput(name, f"the line is no page: {error!r}")


def optional_text(entry: dict[str, Any], key: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{key} is no text")
    return value or None


def moment(entry: dict[str, Any]) -> datetime | None:
    text = optional_text(entry, "captured_at")
    return datetime.fromisoformat(text) if text else None
