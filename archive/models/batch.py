"""Import runs and what became of each input."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ImportBatch(models.Model):
    """One run of an import. Undoing a batch takes back the articles and versions it made.

    `key` stands for what was imported and how, so that a run that was cut off can go on; empty where it
    cannot.
    """

    started_at = models.DateTimeField("bắt đầu", auto_now_add=True)
    finished_at = models.DateTimeField("kết thúc", null=True, blank=True)
    undone_at = models.DateTimeField("đã hoàn tác", null=True, blank=True)
    description = models.CharField("nội dung", max_length=500)
    key = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name="người nhập"
    )

    class Meta:
        verbose_name = "đợt nhập"
        verbose_name_plural = "đợt nhập"
        ordering = ("-started_at",)

    def __str__(self) -> str:
        return f"Đợt {self.pk}: {self.description}"


class ImportItem(models.Model):
    """One input of a batch and its outcome; `reason` is empty only where the page went in."""

    class Outcome(models.TextChoices):
        NEW = "new", "mới"
        UPDATED = "updated", "cập nhật"
        UNCHANGED = "unchanged", "không đổi"
        DUPLICATE = "duplicate", "trùng"
        SKIPPED = "skipped", "bỏ qua"
        REJECTED = "rejected", "từ chối"

    batch = models.ForeignKey(
        ImportBatch, models.CASCADE, related_name="items", verbose_name="đợt nhập"
    )
    name = models.CharField("tệp hoặc địa chỉ", max_length=1000)
    outcome = models.CharField("kết quả", max_length=10, choices=Outcome.choices)
    reason = models.CharField("lý do", max_length=500, blank=True)
    article = models.ForeignKey(
        "archive.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_items",
        verbose_name="bài",
    )

    class Meta:
        verbose_name = "trang đã nhập"
        verbose_name_plural = "trang đã nhập"

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome}"
