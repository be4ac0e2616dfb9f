"""History: what was changed, by whom, when and why. Rows are added and never changed."""

from __future__ import annotations

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q


class AppendOnlyError(Exception):
    """Raised where code tries to rewrite history."""


class ChangeQuerySet(models.QuerySet["Change"]):
    def update(self, **_values: Any) -> NoReturn:
        raise AppendOnlyError("a change that was written down stays as it is; write a new one")

    def delete(self) -> NoReturn:
        raise AppendOnlyError("history is never deleted")

    def by_people(self) -> ChangeQuerySet:
        return self.exclude(who="")

    def public(self) -> ChangeQuerySet:
        """What people changed of that which visitors see, newest first."""
        return self.by_people().filter(action__in=Change.SHOWN).order_by("-pk")


class Change(models.Model):
    """One act on one row. `fields` holds `{field: [old, new]}` as `history.values` freezes them.

    Acts of one save share `act`, so that they are undone together. The row is named by `record` and
    `record_id` without a foreign key, because history outlives what it tells of; `label` says what
    it was called. `who` is empty for a machine, and keeps the name of an account that is gone.
    """

    class Action(models.TextChoices):
        ADDED = "added", "thêm"
        CORRECTED = "corrected", "sửa"
        CONFIRMED = "confirmed", "xác nhận"
        REJECTED = "rejected", "bác"
        ACCEPTED = "accepted", "nhận đề nghị của máy"
        DECLINED = "declined", "giữ của người"
        REVERTED = "reverted", "hoàn tác"
        REMOVED = "removed", "bỏ"
        REREAD = "reread", "máy đọc lại"

    SHOWN = (
        Action.ADDED, Action.CORRECTED, Action.REJECTED, Action.ACCEPTED, Action.REVERTED,
        Action.REMOVED,
    )  # fmt: skip

    act = models.UUIDField("lần lưu", default=uuid.uuid4, db_index=True, editable=False)
    at = models.DateTimeField("lúc", auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="tài khoản",
    )
    who = models.CharField("ai", max_length=150, blank=True)
    article = models.ForeignKey(
        "archive.Article",
        models.SET_NULL,
        null=True,
        related_name="changes",
        verbose_name="bài",
    )
    batch = models.ForeignKey(
        "archive.ImportBatch",
        models.SET_NULL,
        null=True,
        related_name="changes",
        verbose_name="đợt nhập",
    )
    record = models.CharField("loại", max_length=20)
    record_id = models.PositiveBigIntegerField("số")
    label = models.CharField("của", max_length=500)
    action = models.CharField("việc", max_length=10, choices=Action.choices)
    fields = models.JSONField("thay đổi", default=dict)
    why = models.CharField("lý do", max_length=500, blank=True)
    reverts = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        related_name="reverted_by",
        verbose_name="hoàn tác của",
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "thay đổi"
        verbose_name_plural = "lịch sử"
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=["article", "-id"], name="change_article"),
            models.Index(fields=["record", "record_id", "-id"], name="change_record"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(action="reread", who__gt=""), name="change_machine_has_no_name"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError("a change that was written down stays as it is; write a new one")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise AppendOnlyError("history is never deleted")
