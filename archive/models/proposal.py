"""Proposals: where a machine disagrees with a person, the person is asked and nothing is changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> ProposalQuerySet:
        return self.filter(state=Proposal.State.WAITING)


class Proposal(models.Model):
    """A machine's value for one field that a person has set. `old` and `new` are frozen values.

    `digest` stands for the new value: the same value is proposed once, so what an editor declined
    does not return. The field `state` with the value `rejected` says that a machine no longer
    finds the fact. `spans` are `[where, index, start, end, quote]` in `version`.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "đang chờ"
        ACCEPTED = "accepted", "đã nhận"
        DECLINED = "declined", "đã giữ của người"
        OUTDATED = "outdated", "máy không còn nêu"

    article = models.ForeignKey(
        "archive.Article", models.CASCADE, related_name="proposals", verbose_name="bài"
    )
    version = models.ForeignKey(
        "archive.ArticleVersion", models.CASCADE, related_name="proposals", verbose_name="phiên bản"
    )
    record = models.CharField("loại", max_length=20)
    record_id = models.PositiveBigIntegerField("số")
    label = models.CharField("của", max_length=500)
    field = models.CharField("trường", max_length=40)
    old = models.JSONField("của người", null=True)
    new = models.JSONField("của máy", null=True)
    digest = models.CharField(max_length=64, editable=False)
    spans = models.JSONField("câu trong bài", default=list)
    rule = models.CharField("quy tắc", max_length=60, blank=True)
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.WAITING
    )
    created_at = models.DateTimeField("nêu lúc", auto_now_add=True)
    decided_at = models.DateTimeField("quyết lúc", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người quyết",
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "đề nghị của máy"
        verbose_name_plural = "đề nghị của máy"
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["article", "state"], name="proposal_article"),
            models.Index(fields=["state", "rule"], name="proposal_rule"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["record", "record_id", "field", "digest"], name="proposal_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "outdated"), decided_at=None)
                | Q(state__in=("accepted", "declined"), decided_at__isnull=False),
                name="proposal_decided_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.label}: {self.field}"
