"""Uploads: a file from the browser on its way to a batch, first looked at, then imported."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models


class Upload(models.Model):
    """`read` counts pages as they are done; `total` is null where the file does not say how many it has.

    The file and both reports (one JSON line a page) lie in a folder of their own until it is discarded.
    `beat_at` moves while somebody works on it: one that stands still for long was cut off.
    """

    class State(models.TextChoices):
        RECEIVED = "received", "đã nhận"
        PREVIEWING = "previewing", "đang xem trước"
        PREVIEWED = "previewed", "chờ quyết"
        IMPORTING = "importing", "đang nhập"
        DONE = "done", "đã nhập"
        FAILED = "failed", "bị lỗi"

    RUNNING = (State.PREVIEWING, State.IMPORTING)

    name = models.CharField("tệp", max_length=200)
    size = models.PositiveBigIntegerField("số byte")
    source = models.ForeignKey(
        "archive.Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="nguồn",
    )
    place = models.ForeignKey(
        "archive.Place",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="địa phương",
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.RECEIVED
    )
    read = models.PositiveIntegerField("đã đọc", default=0)
    total = models.PositiveIntegerField("tất cả", null=True, blank=True)
    counts = models.JSONField("kết quả", default=dict, blank=True)
    problem = models.CharField("lỗi", max_length=500, blank=True)
    batch = models.ForeignKey(
        "archive.ImportBatch",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="uploads",
        verbose_name="đợt nhập",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="tài khoản",
    )
    who = models.CharField("ai", max_length=150)
    created_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    beat_at = models.DateTimeField("cập nhật lúc", auto_now=True)

    class Meta:
        verbose_name = "tệp tải lên"
        verbose_name_plural = "nhập từ trình duyệt"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name

    @property
    def folder(self) -> Path:
        return Path(settings.ARCHIVE_HOME) / "uploads" / str(self.pk)

    @property
    def path(self) -> Path:
        return self.folder / "pages" / self.name

    @property
    def report(self) -> Path:
        """What became, or would become, of each page."""
        imported = self.state in {self.State.IMPORTING, self.State.DONE}
        return self.folder / ("report.jsonl" if imported else "preview.jsonl")
