"""What an editor should look at first, and how far each article has been looked at."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Review(models.Model):
    """How many facts of an article there are, how many a person has judged, and who looks at it."""

    article = models.OneToOneField(
        "archive.Article",
        models.CASCADE,
        primary_key=True,
        related_name="review",
        verbose_name="bài",
    )
    facts = models.PositiveIntegerField("dữ kiện", default=0)
    judged = models.PositiveIntegerField("đã có người xem", default=0)
    urgency = models.PositiveIntegerField("mức cần xem", default=0)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name="giao cho",
    )

    class Meta:
        verbose_name = "tình trạng duyệt"
        verbose_name_plural = "tình trạng duyệt"
        indexes = (models.Index(fields=["-urgency", "article"], name="review_queue"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(judged__lte=F("facts")), name="review_judged_are_facts"
            ),
        )

    def __str__(self) -> str:
        return f"{self.judged}/{self.facts}"


class Attention(models.Model):
    """One reason to look at an article. Derived from the rows; `attention.refresh` writes it anew."""

    article = models.ForeignKey(
        "archive.Article", models.CASCADE, related_name="attention", verbose_name="bài"
    )
    reason = models.CharField("lý do", max_length=20, db_index=True)
    count = models.PositiveIntegerField("số chỗ", default=1)
    detail = models.CharField("chi tiết", max_length=300, blank=True)

    class Meta:
        verbose_name = "việc cần xem"
        verbose_name_plural = "việc cần xem"
        constraints = (
            models.UniqueConstraint(fields=["article", "reason"], name="attention_once"),
        )

    def __str__(self) -> str:
        return self.detail or self.reason


class Postponed(models.Model):
    """Articles that an import has changed at once, and whose place in queue and sums is still to be made.

    `articles` is `[id]`. Without a foreign key: a deleted article leaves sums.
    """

    articles = models.JSONField()

    def __str__(self) -> str:
        return str(self.articles)
