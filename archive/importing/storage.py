"""Where captures lie: files that appear whole or not at all."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage, storages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from django.core.files.base import File

Done = TypeVar("Done")

WRITERS = 8  # files that are written at once
# The folder of files that are being written, on the same file system as their place.
PARTIAL = ".partial"


class AtomicFileStorage(FileSystemStorage):
    """Writes aside, syncs, then renames: a killed import leaves no half file.

    The name of a file aside begins with the process that writes it, so that `sweep` knows whose it is.
    """

    def _save(self, name: str, content: File[bytes]) -> str:
        self.put(name, content.chunks())
        return name

    def put(self, name: str, chunks: Iterable[bytes]) -> None:
        """Let this stand under a name, in place of what stands there."""
        target = self.path(name)
        aside = f"{self.path(PARTIAL)}/{os.getpid()}-{get_ident()}-{Path(name).name}"
        with in_its_folder(lambda: Path(aside).open("wb"), aside) as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        in_its_folder(partial(os.replace, aside, target), target)


def in_its_folder(act: Callable[[], Done], path: str) -> Done:
    """Do what needs the folder of a path, which is nearly always there."""
    try:
        return act()
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return act()


def keep(files: dict[str, bytes]) -> None:
    """Write what the storage lacks. Each file waits for the disk, so many do it at once."""
    lacking = [name for name in files if not default_storage.exists(name)]
    shares = [lacking[first::WRITERS] for first in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as threads:
        saved = threads.map(lambda names: keep_some(files, names), filter(None, shares))
        list(saved)  # raises where one failed


def keep_some(files: dict[str, bytes], names: Sequence[str]) -> None:
    for name in names:
        keep_one(name, files[name])


def keep_one(name: str, content: bytes) -> None:
    storage = storages["default"]
    if isinstance(storage, AtomicFileStorage):
        storage.put(name, [content])  # names are digests: there is nothing to choose and to check
    else:
        storage.save(name, ContentFile(content))


def sweep() -> None:
    """Remove what processes that are gone left half written."""
    storage = storages["default"]
    if not isinstance(storage, AtomicFileStorage):
        return
    for path in Path(storage.path(PARTIAL)).glob("*-*"):
        if not is_running(int(path.name.partition("-")[0])):
            path.unlink(missing_ok=True)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
