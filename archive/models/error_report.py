"""What visitors say is wrong or missing. No account and no address of theirs is kept."""

from __future__ import annotations

from django.core.validators import MaxLengthValidator, MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.evidence import exactly_one

SHORTEST, LONGEST = 10, 2000  # code points of a message


class ErrorReport(models.Model):
    """A message on an article, or on one fact of it, or on what a place is missing.

    `quote` is what the page said of the fact when the visitor saw it: a later extraction may replace
    the fact. `sender` is a digest that changes every day and only serves to slow down who sends much.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("chưa xem")
        ACCEPTED = "accepted", _("đã sửa theo")
        DECLINED = "declined", _("không sửa")

    article = models.ForeignKey(
        "archive.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="error_reports",
        verbose_name="bài",
    )
    place = models.ForeignKey(
        "archive.Place",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="error_reports",
        verbose_name="địa phương",
    )
    meeting_report = models.ForeignKey(
        "archive.MeetingReport",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="error_reports",
        verbose_name="bài về cuộc họp",
    )
    mention = models.ForeignKey(
        "archive.Mention",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="error_reports",
        verbose_name="người trong bài",
    )
    observation = models.ForeignKey(
        "archive.Observation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="error_reports",
        verbose_name="số liệu",
    )
    quote = models.CharField("chỗ bị báo", max_length=600, blank=True)
    text = models.TextField(
        "lời nhắn",
        validators=[MinLengthValidator(SHORTEST), MaxLengthValidator(LONGEST)],
    )
    status = models.CharField(
        "trạng thái", max_length=10, choices=Status.choices, default=Status.OPEN
    )
    sender = models.CharField(max_length=64, db_index=True, editable=False)
    created_at = models.DateTimeField("gửi lúc", auto_now_add=True)

    class Meta:
        verbose_name = "báo lỗi"
        verbose_name_plural = "báo lỗi"
        ordering = ("-created_at", "-pk")
        indexes = (models.Index(fields=["status", "-created_at"], name="error_report_queue"),)
        constraints = (
            models.CheckConstraint(
                condition=exactly_one(("article", "place")), name="error_report_of_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(place=None) | Q(meeting_report=None, mention=None, observation=None),
                name="error_report_fact_of_article",
            ),
        )

    def __str__(self) -> str:
        return f"{self.article or self.place}: {self.text[:60]}"
