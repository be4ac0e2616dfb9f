"""Files from the browser: checked, looked at without saving, imported; the report is the command's.

The work runs in a thread of the process that took the file, small files at once in the request. What
is known of it stands in the `Upload` row, so any process can show it; one that was cut off is started again,
which is harmless, because an import knows what it has.
"""

from __future__ import annotations

import json
import logging
import shutil
import threading
import zipfile
from collections import Counter
from datetime import timedelta
from pathlib import PurePosixPath
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, Self

from django.db import connection
from django.utils import timezone

from archive.importing.options import Options
from archive.importing.report import report_line
from archive.importing.run import import_paths
from archive.models import Upload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.files.uploadedfile import UploadedFile

    from archive.importing.saving import Result

log = logging.getLogger(__name__)
State = Upload.State
ENDINGS = (
    ".txt", ".html", ".htm", ".mhtml", ".mht", ".zip", ".wacz", ".warc", ".wet", ".jsonl", ".warc.gz",
    ".wet.gz", ".jsonl.gz", ".warc.zst", ".wet.zst", ".jsonl.zst",
)  # fmt: skip
MOST_MEMBERS = 20_000  # files of one zip
MOST_UNPACKED = 2 * 1024**3  # bytes of all files of one zip
RATIO, SMALL_ZIP = (
    100,
    50 * 1024**2,
)  # unpacked size by packed size; below the second a ratio means nothing
AT_ONCE = 300_000  # bytes; a smaller file is read while the browser waits
BEAT = 1.0  # seconds between two notes of how far it is
CUT_OFF = timedelta(minutes=3)
MB = 1024 * 1024


class UploadError(Exception):
    """Raised where a file is not taken; the message says why and what to do."""


def check(name: str, size: int, file: IO[bytes], largest: int) -> None:
    """Raise UploadError where the file is too large, of no form that holds pages, or a bomb."""
    if size > largest:
        raise UploadError(
            f"Tệp nặng {size // MB} MB, giới hạn là {largest // MB} MB. Hãy chia nhỏ, hoặc nhập bằng lệnh import_pages."
        )
    if size == 0:
        raise UploadError("Tệp rỗng, không có gì để nhập.")
    if not name.lower().endswith(ENDINGS):
        raise UploadError(
            f"Không nhận dạng tệp này. Nhận: {', '.join(ENDINGS[:9])}; .gz và .zst của ba dạng cuối."
        )
    if zipfile.is_zipfile(file):
        check_zip(file)
    elif name.lower().endswith((".zip", ".wacz")):
        raise UploadError(
            "Tệp mang tên zip nhưng không mở được: có thể tải lên dở dang. Hãy nén lại rồi gửi."
        )
    file.seek(0)


def check_zip(file: IO[bytes]) -> None:
    """By what the zip says of itself; the reader holds each member to its word again."""
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise UploadError(
            f"Tệp zip chứa {len(members)} tệp, giới hạn là {MOST_MEMBERS}. Hãy chia nhỏ."
        )
    if unpacked > MOST_UNPACKED or (unpacked > SMALL_ZIP and unpacked > RATIO * packed):
        raise UploadError(
            f"Tệp zip bung ra tới {unpacked // MB} MB từ {packed // MB} MB: giống bom nén nên không nhận."
        )
    if any(member.flag_bits & 1 for member in members):
        raise UploadError("Tệp zip có mật khẩu. Hãy nén lại không mật khẩu.")


def receive(upload: Upload, file: UploadedFile[Any]) -> None:
    """Keep the file under its own name, without any folder that the name may carry."""
    upload.name = PurePosixPath(upload.name.replace("\\", "/")).name[-200:] or "tep"
    upload.save()
    upload.path.parent.mkdir(parents=True, exist_ok=True)
    with upload.path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    if zipfile.is_zipfile(upload.path):
        with zipfile.ZipFile(upload.path) as archive:
            upload.total = sum(not member.is_dir() for member in archive.infolist())
            upload.save(update_fields=["total"])


def start(upload: Upload, state: Upload.State) -> bool:
    """Begin to look (`previewing`) or to import; False where somebody already has."""
    before = [
        State.RECEIVED,
        State.FAILED,
        *([State.PREVIEWED] if state == State.IMPORTING else []),
    ]
    free = Upload.objects.filter(pk=upload.pk, state__in=before)
    late = Upload.objects.filter(pk=upload.pk, state=state, beat_at__lt=timezone.now() - CUT_OFF)
    fresh = {"state": state, "read": 0, "counts": {}, "problem": "", "beat_at": timezone.now()}
    if not (free.update(**fresh) or late.update(**fresh)):
        return False
    upload.refresh_from_db()
    if upload.size <= AT_ONCE:
        work(upload)
    else:
        threading.Thread(target=work_apart, args=(upload,), name=f"upload-{upload.pk}").start()
    return True


def work_apart(upload: Upload) -> None:
    try:
        work(upload)
    finally:
        connection.close()


def work(upload: Upload) -> None:
    """Read all pages of an upload; whatever goes wrong is said in its row."""
    imports = upload.state == State.IMPORTING
    try:
        with Progress(upload) as progress:
            options = Options(
                source=upload.source,
                place=upload.place,
                dry_run=not imports,
                user=upload.user,
                root=upload.path.parent,
            )
            run = import_paths([upload.path], options, progress.tell)
        upload.batch = run.batch
        upload.state = State.DONE if imports else State.PREVIEWED
    except Exception as error:  # a thread has nobody above it who would hear
        log.exception("upload %s", upload.pk)
        upload.state, upload.problem = State.FAILED, f"{type(error).__name__}: {error}"[:500]
    upload.save()


class Progress:
    """Writes the report line by line, and into the row how far it is."""

    def __init__(self, upload: Upload) -> None:
        self.upload, self.counts = upload, Counter[str]()
        self.last = monotonic()

    def __enter__(self) -> Self:
        self.lines = self.upload.report.open("w", encoding="utf-8")
        return self

    def __exit__(self, *_error: object) -> None:
        self.lines.close()
        self.note()

    def tell(self, result: Result) -> None:
        self.lines.write(json.dumps(report_line(result), ensure_ascii=False) + "\n")
        self.counts[str(result.outcome)] += 1
        if monotonic() - self.last > BEAT:
            self.lines.flush()
            self.note()

    def note(self) -> None:
        self.upload.counts, self.upload.read = dict(self.counts), self.counts.total()
        self.upload.save(update_fields=["counts", "read", "beat_at"])
        self.last = monotonic()


def lines(upload: Upload) -> Iterator[dict[str, Any]]:
    """The report as far as it is written."""
    if upload.report.exists():
        with upload.report.open(encoding="utf-8") as report:
            for line in report:
                if line.endswith("\n"):
                    yield json.loads(line)


def discard(upload: Upload) -> None:
    """Forget an upload; what it imported stays."""
    shutil.rmtree(upload.folder, ignore_errors=True)
    upload.delete()
