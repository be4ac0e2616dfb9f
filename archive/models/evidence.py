"""Evidence: the words that a fact was read from, as a span of one version's text."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from archive.models.constraints import index_of_set

FACTS = ("meeting_report", "mention", "position_report", "participation", "observation")


def exactly_one(names: tuple[str, ...]) -> Q:
    """A condition: of these foreign keys one is set and the others are null."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


class Evidence(models.Model):
    """Half-open range of Unicode code points in a version's body, title or one caption.

    `field` names the field of the fact that the words speak of, empty for the fact as a whole;
    `quote` keeps the words, so that a wrong span shows.
    """

    class Where(models.TextChoices):
        BODY = "body", "nội dung"
        TITLE = "title", "tiêu đề"
        CAPTIONS = "captions", "chú thích ảnh"

    version = models.ForeignKey(
        "archive.ArticleVersion",
        models.CASCADE,
        related_name="evidence",
        verbose_name="phiên bản",
    )
    where = models.CharField("ở", max_length=10, choices=Where.choices, default=Where.BODY)
    index = models.PositiveSmallIntegerField("thứ tự chú thích", default=0)
    start = models.PositiveIntegerField("từ")
    end = models.PositiveIntegerField("đến")
    field = models.CharField("trường", max_length=30, blank=True)
    quote = models.TextField("nguyên văn")
    meeting_report = models.ForeignKey(
        "archive.MeetingReport",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        db_index=False,
    )
    mention = models.ForeignKey(
        "archive.Mention",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        db_index=False,
    )
    position_report = models.ForeignKey(
        "archive.PositionReport",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        db_index=False,
    )
    participation = models.ForeignKey(
        "archive.Participation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        db_index=False,
    )
    observation = models.ForeignKey(
        "archive.Observation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        db_index=False,
    )

    class Meta:
        verbose_name = "bằng chứng"
        verbose_name_plural = "bằng chứng"
        ordering = ("version", "where", "index", "start")
        indexes = tuple(index_of_set(name, f"evidence_{name}") for name in FACTS)
        constraints = (
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="evidence_not_empty"),
            models.CheckConstraint(condition=exactly_one(FACTS), name="evidence_of_one_fact"),
            models.CheckConstraint(
                condition=Q(where="captions") | Q(index=0), name="evidence_index_of_caption"
            ),
        )

    def __str__(self) -> str:
        return self.quote
