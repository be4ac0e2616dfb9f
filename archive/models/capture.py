"""Captures: the bytes of a page as they were on a day, kept once under their SHA-256."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from archive.models.article import Article
from archive.models.constraints import unique_or_null


class CaptureQuerySet(models.QuerySet["Capture"]):
    def public(self) -> CaptureQuerySet:
        """The bytes that may leave the house: of published articles in which nothing is hidden."""
        return self.filter(article__in=Article.objects.published(), article__partly_hidden=False)


class Capture(models.Model):
    """One sighting of a page. The bytes lie in the default storage under `path`.

    `given` is what came with the bytes and is not in them: `title`, `charset`, `place` (a slug chosen by
    the person who imported). `captured_on` is the day that the page or its container shows, null where none does.
    """

    article = models.ForeignKey(
        "archive.Article",
        models.CASCADE,
        related_name="captures",
        verbose_name="bài",
        db_index=False,  # `capture_unique` begins with it
    )
    sha256 = models.CharField(
        "SHA-256", max_length=64, db_index=True, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    size = models.PositiveBigIntegerField("số byte")
    media = models.CharField("dạng", max_length=10)
    url = models.CharField("địa chỉ gốc", max_length=2000, blank=True, db_index=True)
    given = models.JSONField("kèm theo", default=dict, blank=True, editable=False)
    captured_at = models.DateTimeField("lúc chụp", null=True, blank=True)
    captured_on = models.DateField("ngày chụp", null=True, blank=True)
    batch = models.ForeignKey(
        "archive.ImportBatch",
        models.SET_NULL,
        null=True,
        related_name="captures",
        verbose_name="đợt nhập",
    )
    created_at = models.DateTimeField("nhập lúc", auto_now_add=True)

    objects = CaptureQuerySet.as_manager()

    class Meta:
        verbose_name = "bản chụp"
        verbose_name_plural = "bản chụp"
        ordering = ("article", "captured_on", "pk")
        constraints = (
            *unique_or_null(("article", "sha256"), "captured_at", "capture_unique"),
            models.CheckConstraint(condition=Q(size__gt=0), name="capture_not_empty"),
        )

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.captured_on or 'không rõ ngày'})"

    @property
    def path(self) -> str:
        """Where the storage keeps the bytes, gzipped."""
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}.gz"
