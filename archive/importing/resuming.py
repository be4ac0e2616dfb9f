"""An import that was stopped or killed goes on where it was, when the same command is given again."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings

from archive.importing.saving import Result
from archive.models import ImportBatch, ImportItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archive.importing.options import Options
    from archive.pages import Input

NAME = 1000  # letters of a name that `ImportItem` keeps


class RunningError(RuntimeError):
    """The same import is under way in another process."""


def key_of(paths: Sequence[Path], options: Options) -> str:
    """Stands for what is imported and how; files that were changed since make it another import."""
    chosen = (
        options.format,
        options.source and options.source.slug,
        options.place and options.place.slug,
    )
    told = [[str(path.resolve()), *stamp(path)] for path in paths]
    return hashlib.sha256(json.dumps([chosen, told]).encode()).hexdigest()


def stamp(path: Path) -> tuple[int, int]:
    """Of a folder nothing: its files are compared by name as they come."""
    if not path.is_file():
        return (0, 0)
    status = path.stat()
    return status.st_size, status.st_mtime_ns


@contextmanager
def alone(key: str) -> Iterator[None]:
    """Hold what no second process may do at once; the lock goes with the process. Raises RunningError."""
    path = settings.ARCHIVE_HOME / f"import-{key[:16]}.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RunningError("this import is already running in another process") from error
        if not stands(path, file):
            raise RunningError("this import ended in another process just now: run it again")
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def stands(path: Path, file: IO[str]) -> bool:
    """Whether an open file is the one at its path; else whoever held it took it away meanwhile."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def batch_of(key: str, **values: Any) -> ImportBatch:
    """The batch that was not finished, else a new one."""
    left = ImportBatch.objects.filter(key=key, finished_at=None, undone_at=None)
    return left.order_by("pk").last() or ImportBatch.objects.create(key=key, **values)


def done_before(batch: ImportBatch) -> Iterator[Result]:
    """What became of the inputs that the batch holds, in their order."""
    rows = batch.items.select_related("article").order_by("pk")
    for item in rows.only("name", "outcome", "reason", "article__id").iterator():
        yield Result(item.name, ImportItem.Outcome(item.outcome), item.reason, item.article)


def not_done(inputs: Iterator[Input], batch: ImportBatch) -> Iterator[Input]:
    """The inputs after those that the batch holds; all from the first on that is another than then."""
    for name in batch.items.order_by("pk").values_list("name", flat=True).iterator():
        item = next(inputs, None)
        if item is None:
            return
        if item.name[:NAME] != name:
            yield item
            break
    yield from inputs


def rejected_before() -> set[str]:
    """Names of the inputs that were rejected when they were last read."""
    rejected = ImportItem.objects.filter(outcome=ImportItem.Outcome.REJECTED)
    rows = ImportItem.objects.filter(name__in=rejected.values("name")).order_by("pk")
    last = dict(rows.values_list("name", "outcome").iterator())
    return {name for name, outcome in last.items() if outcome == ImportItem.Outcome.REJECTED}
