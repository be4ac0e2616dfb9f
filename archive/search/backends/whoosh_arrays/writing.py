"""Changes of an index: segments are built beside it, then one commit under a lock makes them part of it.

The order on the disk is: the segments' bytes, their names, the table of contents, its name. A process that
is killed at any moment leaves the old index or the new one, and at most files that a later commit clears.
"""

from __future__ import annotations

import secrets
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from whoosh.util.filelock import FileLock, try_for

from archive.search.backends.whoosh_arrays import arrayfile, contents
from archive.search.backends.whoosh_arrays.arrayfile import ArrayFile, BrokenFileError
from archive.search.backends.whoosh_arrays.contents import EMPTY, NAME, OLDER, Contents, Entry
from archive.search.backends.whoosh_arrays.strings import Strings
from archive.search.engine import OutdatedIndexError, SearchUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, Stored

Held = tuple[Entry, ArrayFile]
PATIENCE = 30.0  # seconds to wait for another writer; a commit takes milliseconds
PART_LIFE = 86_400.0  # seconds after which a segment that nobody committed is cleared


class IndexBusyError(SearchUnavailableError):
    """Another process holds the lock of the index for long."""


@contextmanager
def locked(folder: Path, name: str = "writing", patience: float | None = None) -> Iterator[None]:
    """Alone among all processes and threads; the lock goes with the process that holds it."""
    lock = FileLock(str(folder / f"{name}.lock"))
    patience = PATIENCE if patience is None else patience
    if not try_for(lock.acquire, timeout=patience, delay=0.01):
        raise IndexBusyError(
            f"the search index in {folder} is being written by another process for over "
            f"{patience:.0f} s: try again; `manage.py index update` brings in what is missing"
        )
    try:
        yield
    finally:
        lock.release()


@contextmanager
def building(folder: Path) -> Iterator[str]:
    """How the names of segments begin that are built for one commit; where it fails they are taken away."""
    run = secrets.token_hex(8)
    try:
        yield run
    except BaseException:
        for path in folder.glob(f"{run}*.part"):
            path.unlink(missing_ok=True)
        raise


def build(folder: Path, arrays: Mapping[str, Stored], run: str = "") -> Entry:
    """Write a segment that is not yet part of the index; `run` is what `building` says."""
    name = run + secrets.token_hex(8)
    arrayfile.write(folder / f"{name}.part", arrays)
    return Entry(name, len(arrays["id"]))


def commit(
    folder: Path,
    added: Sequence[Entry],
    change: Callable[[Contents], Iterable[Entry]],
    *,
    anew: bool = False,
) -> None:
    """Publish built segments and make what `change` returns the entries of the index.

    `anew` makes do with what can be read of the index.
    """
    with locked(folder):
        now = current(folder, anew=anew)
        entries = tuple(entry for entry in change(now) if entry.living)
        for entry in added:
            (folder / f"{entry.name}.part").rename(folder / f"{entry.name}.segment")
        later = Contents(max(now.generation, contents.latest(folder)) + 1, entries)
        contents.write(folder, later)
        clear(folder, later, anew=anew)


def current(folder: Path, *, anew: bool) -> Contents:
    """The contents; `anew` leaves out what is missing, broken or of another version."""
    if not anew:
        return contents.read(folder)
    try:
        now = contents.read(folder)
    except (OutdatedIndexError, BrokenFileError):
        return EMPTY
    readable = tuple(entry for entry in now.entries if can_be_read(folder, entry))
    return Contents(now.generation, readable)


def can_be_read(folder: Path, entry: Entry) -> bool:
    try:
        ArrayFile(folder / f"{entry.name}.segment")
    except BrokenFileError:
        return False
    return True


def clear(folder: Path, kept: Contents, *, anew: bool) -> None:
    """Take away what the index no longer holds. Who still reads it has it open."""
    names = kept.file_names()
    for path in list(folder.iterdir()):
        if path.suffix in {".segment", ".new"} or NAME.fullmatch(path.name) or is_stale(path):
            if path.name not in names:
                path.unlink(missing_ok=True)
        elif anew and (OLDER.fullmatch(path.name) or path.name.startswith(("v1-", "v2-"))):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def is_stale(path: Path) -> bool:
    """Whether this is a segment that a killed process left; who builds takes others away at any time."""
    try:
        return path.suffix == ".part" and time.time() - path.stat().st_mtime > PART_LIFE
    except FileNotFoundError:
        return False


# --- what the changes are


def ids_of(folder: Path, entry: Entry, suffix: str = "segment") -> Array:
    return ArrayFile(folder / f"{entry.name}.{suffix}")["id"]


def without_ids(folder: Path, entries: Iterable[Entry], ids: Array) -> list[Entry]:
    """The entries with the documents of these ids deleted."""
    return [entry.without(np.isin(ids_of(folder, entry), ids)) for entry in entries]


def newest_only(folder: Path, built: Sequence[Entry]) -> list[Entry]:
    """Of documents that were built twice the last is kept."""
    seen = np.empty(0, "i8")
    kept: list[Entry] = []
    for entry in reversed(built):
        ids = ids_of(folder, entry, "part")
        last = np.zeros(len(ids), bool)
        last[len(ids) - 1 - np.unique(ids[::-1], return_index=True)[1]] = True
        kept.insert(0, entry.without(~last | np.isin(ids, seen)))
        seen = np.concatenate((seen, ids))
    return kept


def add(folder: Path, built: Sequence[Entry]) -> None:
    """Make built segments part of the index, in place of older forms of their documents."""
    fresh = newest_only(folder, built)
    ids = [ids_of(folder, entry, "part") for entry in built]
    gone = np.concatenate(ids) if ids else np.empty(0, "i8")
    commit(folder, built, lambda now: [*without_ids(folder, now.entries, gone), *fresh])


def remove(folder: Path, ids: Iterable[int]) -> None:
    gone = np.fromiter(ids, "i8")
    commit(folder, (), lambda now: without_ids(folder, now.entries, gone))


# --- rebuilding


def replace(folder: Path, built: Sequence[Entry], before: Contents, held: Sequence[Held]) -> None:
    """Make built segments the whole index, but for what others changed since `before` was read.

    `held` are the segments of `before`.
    """
    fresh = newest_only(folder, built)

    def change(now: Contents) -> list[Entry]:
        if now.generation == before.generation:
            return fresh
        changed = changed_ids(digests_of(held), digests_of(opened(folder, now)))
        rebuilt = [e.without(np.isin(ids_of(folder, e, "part"), changed)) for e in fresh]
        kept = [e.without(~np.isin(ids_of(folder, e), changed)) for e in now.entries]
        return [*rebuilt, *kept]

    commit(folder, built, change, anew=True)


def changed_ids(before: dict[int, str], now: dict[int, str]) -> Array:
    """Ids that were added, altered or taken out."""
    ids = {key for key, digest in now.items() if before.get(key) != digest}
    return np.array(sorted(ids | (before.keys() - now.keys())), "i8")


def opened(folder: Path, now: Contents) -> list[Held]:
    """Its segments, which can still be read when they have gone from the folder."""
    return [(entry, ArrayFile(folder / f"{entry.name}.segment")) for entry in now.entries]


def digests_of(held: Sequence[Held]) -> dict[int, str]:
    """Id → digest of every living document."""
    found: dict[int, str] = {}
    for entry, file in held:
        rows = zip(file["id"].tolist(), Strings(file, "digest"), entry.gone().tolist(), strict=True)
        found |= {id_: digest.decode() for id_, digest, gone in rows if not gone}
    return found
