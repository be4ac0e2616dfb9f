"""One file of named arrays: what a segment of the index is on disk. No pickle, nothing to run.

    offset 0      8 bytes   MAGIC, the form of this file
    8             arrays one after the other, each at a multiple of 8, little-endian, uncompressed
    at `directory` bytes    JSON, UTF-8: {"arrays": {name: [dtype, offset, count]}}
    end - 24      u8        offset of the directory
    end - 16      u4        bytes of the directory
    end - 12      u4        CRC-32 of the directory
    end - 8       8 bytes   MAGIC again: the file was written to its end

Arrays are read by mapping the file into memory, so opening costs the directory alone and what no query
touches is never read.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import struct
import zlib
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

import numpy as np

from archive.search.engine import SearchUnavailableError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import BufferedReader
    from pathlib import Path

MAGIC = b"KTSEG\x00\x00\x01"
FOOTER = struct.Struct("<QII8s")
ALLOWED = frozenset({"|u1", "<u2", "<u4", "<i4", "<i8", "<u8", "<f4"})

COPIED = 1 << 20  # bytes at once, and bytes of an array that stay in memory
Array = np.ndarray[Any, Any]


class BrokenFileError(SearchUnavailableError):
    """A file of the index is not what it should be."""


class MissingFileError(BrokenFileError, FileNotFoundError):
    """A file of the index is not there; whoever reads without its lock may look for a newer one."""


class Spool:
    """An array that grows: a small one in memory, then in a file without a name that goes with its process."""

    def __init__(self, folder: Path, dtype: np.dtype[Any]) -> None:
        self.file = SpooledTemporaryFile(max_size=COPIED, dir=str(folder))  # noqa: SIM115 - open until it is written
        self.dtype = dtype
        self.count = 0

    def __len__(self) -> int:
        return self.count

    def append(self, array: Array) -> None:
        self.file.write(np.ascontiguousarray(array, self.dtype).data)
        self.count += len(array)

    def read(self, start: int, stop: int) -> Array:
        """A part of it; more can be appended afterwards."""
        self.file.seek(start * self.dtype.itemsize)
        data = self.file.read((stop - start) * self.dtype.itemsize)
        self.file.seek(0, os.SEEK_END)
        return np.frombuffer(data, self.dtype)


Stored = Array | Spool


class Spools:
    """Arrays that grow, by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: dict[str, Spool] = {}

    def add(self, name: str, array: Array) -> None:
        """Behind what the array holds; the first piece decides its type."""
        if name not in self.found:
            self.found[name] = Spool(self.folder, array.dtype)
        self.found[name].append(array)


def write(path: Path, arrays: Mapping[str, Stored]) -> None:
    """Write arrays; on return they are on the disk, not only in its cache."""
    directory: dict[str, tuple[str, int, int]] = {}
    with path.open("wb") as file:
        file.write(MAGIC)
        for name, given in arrays.items():
            dtype = given.dtype.newbyteorder("<")
            file.write(bytes(-file.tell() % 8))
            directory[name] = (dtype.str, file.tell(), len(given))
            if isinstance(given, Spool):
                given.file.seek(0)
                shutil.copyfileobj(given.file, file, COPIED)
            else:
                file.write(np.ascontiguousarray(given, dtype).data)
        table = json.dumps({"arrays": directory}).encode()
        start = file.tell()
        file.write(table)
        file.write(FOOTER.pack(start, len(table), zlib.crc32(table), MAGIC))
        file.flush()
        os.fsync(file.fileno())


class ArrayFile:
    """The arrays of a file, mapped."""

    def __init__(self, path: Path) -> None:
        with opened(path) as file:
            if not os.fstat(file.fileno()).st_size:  # which cannot be mapped
                raise BrokenFileError(f"{path} is empty: rebuild the index")
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        table = read_directory(self.map, path)
        self.arrays = {
            name: view(self.map, name, entry, path) for name, entry in table["arrays"].items()
        }

    def __getitem__(self, name: str) -> Array:
        return self.arrays[name]

    def let_go(self) -> None:
        """Count what was read no longer as memory of this process; it can be read again."""
        self.map.madvise(mmap.MADV_DONTNEED)


def opened(path: Path) -> BufferedReader:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise MissingFileError(f"{path} is missing: rebuild the index") from error


def read_directory(data: mmap.mmap, path: Path) -> dict[str, Any]:
    if len(data) < len(MAGIC) + FOOTER.size or data[: len(MAGIC)] != MAGIC:
        raise BrokenFileError(f"{path} is no segment of this version: rebuild the index")
    start, size, crc, magic = FOOTER.unpack(data[-FOOTER.size :])
    table = data[start : start + size]
    if magic != MAGIC or len(table) != size or zlib.crc32(table) != crc:
        raise BrokenFileError(f"{path} was cut off or altered: rebuild the index")
    found: dict[str, Any] = json.loads(table)
    return found


def view(data: mmap.mmap, name: str, entry: tuple[str, int, int], path: Path) -> Array:
    dtype, offset, count = entry
    if dtype not in ALLOWED or offset + count * np.dtype(dtype).itemsize > len(data):
        raise BrokenFileError(f"array {name} of {path} lies outside the file: rebuild the index")
    return np.frombuffer(data, dtype, count, offset)
