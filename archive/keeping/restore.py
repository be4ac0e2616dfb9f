"""Restore: a backup into an empty archive; what comes out is compared with what went in."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import tarfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from archive.keeping import database
from archive.keeping.backup import CAPTURES, DATABASE, FORMAT, MANIFEST, Manifest, digest_of
from archive.models import Capture
from archive.search import index

if TYPE_CHECKING:
    from collections.abc import Callable

CAPTURE = re.compile(re.escape(CAPTURES) + r"([0-9a-f]{64})\.gz")


class BackupError(ValueError):
    """A backup that cannot be restored here; the message says why. Nothing was changed."""


def restore(source: Path, tick: Callable[[], None]) -> list[str]:
    """Restore everything, build the index, and return what differs from the manifest: nothing, if well.

    Raises BackupError. Captures go in first and the database last, so that a restore that was
    interrupted can simply be run again.
    """
    if not database.is_empty():
        raise BackupError("this archive holds articles already: restore into an empty ARCHIVE_HOME")
    try:
        with tarfile.open(source) as tar, TemporaryDirectory() as folder:
            manifest = read_manifest(tar)
            file = unpack(tar, Path(folder), tick)
            if file is None:
                raise BackupError("the backup has no database: it was cut off")
            if digest_of(file) != manifest.database_sha256:
                raise BackupError("the database in the backup was altered")
            database.load(file)
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise BackupError(f"{source} is no whole backup: {error}") from error
    call_command("migrate", verbosity=0)
    index.rebuild()
    return differences(manifest)


def read_manifest(tar: tarfile.TarFile) -> Manifest:
    member = tar.next()
    file = tar.extractfile(member) if member and member.name == MANIFEST else None
    if file is None:
        raise BackupError("the file is no backup of an archive: it does not begin with a manifest")
    manifest = json.load(file)
    if manifest["format"] != FORMAT:
        raise BackupError(
            f"the backup has format {manifest['format']}, this program knows {FORMAT}"
        )
    if manifest["vendor"] != connection.vendor:
        raise BackupError(
            f"the backup is of {manifest['vendor']}, this archive runs on {connection.vendor}: "
            "set DATABASE_URL to the same kind of database"
        )
    return Manifest(**manifest)


def unpack(tar: tarfile.TarFile, folder: Path, tick: Callable[[], None]) -> Path | None:
    """Store every capture whose bytes are sound; returns the database's file, None where there is none.

    Names are matched whole, so that no member can write elsewhere.
    """
    found = None
    for member in tar:
        content = tar.extractfile(member)
        capture = CAPTURE.fullmatch(member.name)
        if content is None:
            continue
        if capture:
            store(capture[1], content.read())
            tick()
        elif member.name == DATABASE:
            found = folder / DATABASE
            with found.open("wb") as file:
                shutil.copyfileobj(content, file)
    return found


def store(digest: str, packed: bytes) -> None:
    if hashlib.sha256(gzip.decompress(packed)).hexdigest() != digest:
        raise BackupError(f"capture {digest} was altered in the backup")
    path = Capture(sha256=digest).path
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(packed))


def differences(manifest: Manifest) -> list[str]:
    """Tables that do not hold as many rows as were put in."""
    with connection.cursor() as cursor:
        found = []
        for table, expected in manifest.counts.items():
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
            [(count,)] = cursor.fetchall()
            if count != expected:
                found.append(f"{table}: {expected} rows in the backup, {count} here")
        return found
