"""Backup: one tar file with a manifest, every capture, and the database of one moment as its end.

The database is taken first and stands last: a file that was cut off holds none, so that it is never
taken for a whole one. Captures are written once and never change, so those that the database of that
moment names are there. The search index is not in it: it is made from the rows.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from archive.keeping.database import Snapshot, snapshot
from archive.models import Capture

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1
MANIFEST, DATABASE, CAPTURES = "manifest.json", "database", "captures/"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `counts` are rows by table; `lost` are captures whose file was missing."""

    format: int
    made_at: str
    vendor: str
    database_sha256: str
    migration: str
    counts: dict[str, int]
    captures: int
    lost: list[str]


def back_up(target: Path, tick: Callable[[], None]) -> Manifest:
    """Write the backup to `target`, whole or not at all; `tick` is called once a capture."""
    partial = target.with_name(f".{target.name}.partial")
    try:
        with (
            TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder,
            snapshot(Path(folder) / DATABASE) as taken,
            tarfile.open(partial, "w") as tar,
        ):
            manifest = manifest_of(taken)
            add_bytes(tar, MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
            add_captures(tar, taken, set(manifest.lost), tick)
            tar.add(taken.file, DATABASE)
        sync(partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def manifest_of(taken: Snapshot) -> Manifest:
    digests = list(taken.digests())
    lost = [digest for digest in digests if not default_storage.exists(Capture(sha256=digest).path)]
    applied = MigrationRecorder(connection).applied_migrations()
    return Manifest(
        format=FORMAT,
        made_at=timezone.now().isoformat(timespec="seconds"),
        vendor=taken.vendor,
        database_sha256=digest_of(taken.file),
        migration=max(name for app, name in applied if app == "archive"),
        counts=taken.counts(),
        captures=len(digests) - len(lost),
        lost=lost,
    )


def add_captures(
    tar: tarfile.TarFile, taken: Snapshot, lost: set[str], tick: Callable[[], None]
) -> None:
    for digest in taken.digests():
        if digest not in lost:
            with default_storage.open(Capture(sha256=digest).path) as file:
                add_bytes(tar, f"{CAPTURES}{digest}.gz", file.read())
            tick()


def add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Have the bytes on the disk before the name says that they are there."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
