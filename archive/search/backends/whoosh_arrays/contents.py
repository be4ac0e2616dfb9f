"""The table of contents: which segments the index has now, and which of their documents are gone.

`contents-GENERATION.json` is written beside its final name, forced to the disk, and renamed: whoever reads
finds the old one or the new one, whole. It is the only thing in an index that ever changes.

    {"version": 7, "generation": 7, "segments": [{"name", "documents", "deleted"}]}

`deleted` is null or a bit for each document (first document: highest bit of the first byte), compressed by
zlib, in base64.
"""

from __future__ import annotations

import base64
import json
import os
import re
import zlib
from dataclasses import dataclass
from os.path import exists
from typing import TYPE_CHECKING, Any

import numpy as np

from archive.search.backends.whoosh_arrays.arrayfile import BrokenFileError
from archive.search.backends.whoosh_arrays.layout import VERSION
from archive.search.engine import OutdatedIndexError

if TYPE_CHECKING:
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array

NAME = re.compile(r"contents-(\d+)\.json")
OLDER = re.compile(r"current-v\d+|_MAIN_\d+\.toc")  # what versions 1 and 2 leave in the folder


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment and which of its documents are deleted, as packed bits; None: none."""

    name: str
    documents: int
    deleted: bytes | None = None

    def gone(self) -> Array:
        """Whether each document is deleted."""
        if self.deleted is None:
            return np.zeros(self.documents, bool)
        bits = np.frombuffer(self.deleted, "u1")
        return np.unpackbits(bits, count=self.documents).astype(bool)

    @property
    def living(self) -> int:
        return self.documents - int(self.gone().sum())

    def without(self, gone: Array) -> Entry:
        """The segment with these documents deleted too."""
        gone = gone | self.gone()
        bits = np.packbits(gone).tobytes() if gone.any() else None
        return Entry(self.name, self.documents, bits)


@dataclass(frozen=True, slots=True)
class Contents:
    generation: int
    entries: tuple[Entry, ...]

    def file_names(self) -> set[str]:
        return {f"contents-{self.generation}.json", *(f"{e.name}.segment" for e in self.entries)}


EMPTY = Contents(0, ())


def latest(folder: Path) -> int:
    """Generation of the newest table of contents; 0 where there is none."""
    found = (NAME.fullmatch(name) for name in os.listdir(folder))  # noqa: PTH208 - names alone
    return max((int(match[1]) for match in found if match), default=0)


def is_latest(folder: Path, generation: int) -> bool:
    """Whether this table is there and the next is not: what a commit leaves, even one that was cut off."""
    this, following = (f"{folder}/contents-{n}.json" for n in (generation, generation + 1))
    return exists(this) and not exists(following)  # noqa: PTH110 - at every search


def read(folder: Path) -> Contents:
    """The newest table."""
    generation = latest(folder)
    if not generation:
        refuse_older(folder)
        return EMPTY
    path = folder / f"contents-{generation}.json"
    try:
        table = json.loads(path.read_bytes())
    except FileNotFoundError:
        if latest(folder) == generation:
            raise
        return read(folder)  # a writer put a newer one in its place just now
    except ValueError as error:
        raise BrokenFileError(f"{path} is broken: rebuild the index") from error
    if table["version"] != VERSION:
        raise outdated(folder, table["version"])
    return Contents(generation, tuple(entry_of(row) for row in table["segments"]))


def entry_of(row: dict[str, Any]) -> Entry:
    packed = row["deleted"]
    bits = zlib.decompress(base64.b64decode(packed)) if packed is not None else None
    return Entry(row["name"], row["documents"], bits)


def refuse_older(folder: Path) -> None:
    older = next((path for path in folder.iterdir() if OLDER.fullmatch(path.name)), None)
    if older is not None:
        raise outdated(folder, older.name)


def outdated(folder: Path, found: object) -> OutdatedIndexError:
    return OutdatedIndexError(
        f"the search index in {folder} is of another version ({found}; this program reads {VERSION}): "
        "run `manage.py index rebuild`"
    )


def write(folder: Path, contents: Contents) -> None:
    """Make this the table of contents, on the disk before anybody sees it."""
    table = {
        "version": VERSION,
        "generation": contents.generation,
        "segments": [row_of(entry) for entry in contents.entries],
    }
    final = folder / f"contents-{contents.generation}.json"
    temporary = final.with_suffix(".new")
    with temporary.open("wb") as file:
        file.write(json.dumps(table).encode())
        file.flush()
        os.fsync(file.fileno())
    sync(folder)  # the names of the segments, before the table that lists them
    temporary.rename(final)
    sync(folder)


def row_of(entry: Entry) -> dict[str, Any]:
    bits = entry.deleted
    packed = base64.b64encode(zlib.compress(bits)).decode() if bits is not None else None
    return {"name": entry.name, "documents": entry.documents, "deleted": packed}


def sync(folder: Path) -> None:
    """Force the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
