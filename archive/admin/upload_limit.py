"""The limit on what a browser may send, held before anything of it is written to disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

SLACK = 1024 * 1024  # bytes that the other fields of a form may take


class LimitedUploads(FileUploadHandler):
    """Keeps nothing of a request that is larger than an upload may be: it is read past, not stored."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any) -> None:  # noqa: N803
        self.too_large = content_length > settings.UPLOAD_LARGEST + SLACK

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        if self.too_large:
            raise SkipFile
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
