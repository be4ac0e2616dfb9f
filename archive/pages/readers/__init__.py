"""Files, folders and archives → raw pages. What cannot be read is a value too, never a stop."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, TYPE_CHECKING

import zstandard

from archive.pages.readers.inputs import (
    IGNORED,
    BadInput,
    Input,
    Position,
    Revisit,
    media_of,
    raw_page,
    read_limited,
    too_large,
)
from archive.pages.readers.jsonl import GZIP, ZSTD, read_jsonl
from archive.pages.readers.mhtml import is_mhtml, read_mhtml
from archive.pages.readers.warc import read_warc
from archive.pages.readers.zipped import read_zip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["BadInput", "Input", "Position", "Revisit", "iter_raw"]

BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, zstandard.ZstdError)


def iter_raw(path: Path, form: str = "auto", position: Position | None = None) -> Iterator[Input]:
    """Every page under a path, in the order of names; `form` as on the command line.

    Folders are walked without hidden files and without following links, so that no walk is endless.
    """
    if path.is_dir():
        for child in sorted(path.iterdir()):
            if child.name.startswith("."):
                continue
            if child.is_symlink() and child.is_dir():
                yield BadInput(str(child), "a link to a folder is not followed", skipped=True)
            else:
                yield from iter_raw(child, form, position)
        return
    if not path.is_file():
        yield BadInput(str(path), "neither a file nor a folder", skipped=path.exists())
        return
    position = position or Position()
    try:
        with path.open("rb") as file:
            position.enter(file)
            yield from read_file(path, file, form)
    except BROKEN as error:
        yield BadInput(str(path), f"the file cannot be read: {error}")
    position.leave(path.stat().st_size)


def read_file(path: Path, file: IO[bytes], form: str) -> Iterator[Input]:
    name, chosen = str(path), detect(path, file) if form == "auto" else form
    match chosen:
        case "zip" | "wacz":
            yield from read_zip(name, file)
        case "jsonl":
            yield from read_jsonl(name, file)
        case "warc" | "wet":
            yield from read_warc(name, file)
        case "mhtml":
            content = read_limited(file)
            yield too_large(name) if content is None else read_mhtml(name, content)
        case "text" | "html":
            yield raw_page(name, read_limited(file), chosen)
        case _:
            yield BadInput(name, f"{chosen}: not a form that holds pages", skipped=True)


def detect(path: Path, file: IO[bytes]) -> str:
    """Form by content, then by name; the suffix of a file that holds no page."""
    start = file.read(4096)
    is_zip = zipfile.is_zipfile(file)
    file.seek(0)
    suffixes = [suffix.lower() for suffix in path.suffixes]
    last = suffixes[-1] if suffixes else ""
    signs = (
        (is_zip and last not in IGNORED, "zip"),  # office files are zips too
        (start.startswith(b"WARC/") or not {".warc", ".wet"}.isdisjoint(suffixes), "warc"),
        (".jsonl" in suffixes or is_jsonl(start), "jsonl"),
        (is_mhtml(start), "mhtml"),
        (last in IGNORED, last),
        (start.startswith((GZIP, ZSTD)), "packed, but no .warc or .jsonl"),
    )
    return next((form for holds, form in signs if holds), media_of(start))


def is_jsonl(start: bytes) -> bool:
    return start.lstrip().startswith(b'{"') and b'":' in start
