"""Zip files of pages, and WACZ, which is a zip of web archives. Nothing is unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

import zstandard

from archive.pages.readers.inputs import IGNORED, LARGEST, BadInput, raw_page, read_limited
from archive.pages.readers.jsonl import read_jsonl
from archive.pages.readers.warc import read_warc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile, ZipInfo

    from archive.pages.readers.inputs import Input

RATIO = 200  # how much larger a member may be than its packed form
STREAMED = {".warc": read_warc, ".wet": read_warc, ".jsonl": read_jsonl}
BROKEN = (
    *(RuntimeError, NotImplementedError, EOFError, OSError),
    *(zipfile.BadZipFile, zlib.error, zstandard.ZstdError),
)


def read_zip(name: str, file: IO[bytes]) -> Iterator[Input]:
    """Members that may hold pages, in the order of their names; none can lead out of the zip."""
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
        web = [info for info in infos if is_web_archive(info)]
        # A WACZ repeats its pages as lists and logs: where there are web archives, they are the pages.
        for info in sorted(web or infos, key=lambda info: info.filename):
            if not info.is_dir():
                yield from read_member(f"{name}!{info.filename}", archive, info)


def is_web_archive(info: ZipInfo) -> bool:
    return ".warc" in suffixes(info)


def suffixes(info: ZipInfo) -> list[str]:
    return [suffix.lower() for suffix in PurePosixPath(info.filename).suffixes]


def read_member(name: str, archive: ZipFile, info: ZipInfo) -> Iterator[Input]:
    if info.file_size > max(LARGEST // 20, RATIO * info.compress_size):
        yield BadInput(name, "unpacks to far more than its size: a bomb?")
        return
    endings = suffixes(info)
    streamed = next((STREAMED[suffix] for suffix in endings if suffix in STREAMED), None)
    try:
        if streamed:
            with archive.open(info) as member:
                yield from streamed(name, member)
        elif not IGNORED.intersection(endings[-1:]):
            yield raw_page(name, read_limited(archive.open(info)))
    except BROKEN as error:
        yield BadInput(name, f"the member cannot be read: {error}")
