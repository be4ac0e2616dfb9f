"""Where captures lie: files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.storage import FileSystemStorage, storages

if TYPE_CHECKING:
    from django.core.files.base import File

PARTIAL = (
    ".partial"  # folder of files that are being written, on the same file system as their place
)


class AtomicFileStorage(FileSystemStorage):
    """Writes aside, syncs, then renames: a killed import leaves no half file.

    The name of a file aside begins with the process that writes it, so that `sweep` knows whose it is.
    """

    def _save(self, name: str, content: File[bytes]) -> str:
        target, aside = Path(self.path(name)), Path(self.path(PARTIAL))
        target.parent.mkdir(parents=True, exist_ok=True)
        aside.mkdir(exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=aside, prefix=f"{os.getpid()}-")
        with os.fdopen(descriptor, "wb") as file:
            for chunk in content.chunks():
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
        return name


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
