"""Two records that are one, or one that is two: what was moved, so that it can be put back, and what was settled."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Merge(models.Model):
    """One merge or split. `steps` says row by row what was moved (`merging.journal`).

    `other_id` is the record that was merged into `record_id`, or that was split from it.
    """

    class Act(models.TextChoices):
        MERGE = "merge", "gộp"
        SPLIT = "split", "tách"

    class Record(models.TextChoices):
        OFFICIAL = "official", "cán bộ"
        MEETING = "meeting", "cuộc họp"
        SOURCE = "source", "nguồn"
        INDICATOR = "indicator", "chỉ tiêu"

    act = models.CharField("việc", max_length=5, choices=Act.choices)
    record = models.CharField("loại", max_length=20, choices=Record.choices)
    record_id = models.PositiveBigIntegerField("số")
    other_id = models.PositiveBigIntegerField("số của bản ghi kia")
    label = models.CharField("bản ghi giữ lại", max_length=500)
    other_label = models.CharField("bản ghi kia", max_length=500)
    steps = models.JSONField("đã chuyển", default=list, editable=False)
    why = models.CharField("lý do", max_length=500)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="tài khoản",
    )
    who = models.CharField("ai", max_length=150)
    at = models.DateTimeField("lúc", auto_now_add=True)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)
    undone_by = models.CharField("người hoàn tác", max_length=150, blank=True)

    class Meta:
        verbose_name = "lần gộp, tách"
        verbose_name_plural = "gộp và tách"
        ordering = ("-pk",)
        indexes = (models.Index(fields=["record", "record_id"], name="merge_record"),)
        constraints = (
            models.CheckConstraint(condition=~Q(record_id=F("other_id")), name="merge_of_two"),
        )

    def __str__(self) -> str:
        arrow = "←" if self.act == self.Act.MERGE else "→"
        return f"{self.label} {arrow} {self.other_label}"


class Distinction(models.Model):
    """A person's word that two records are not the same: the pair is not proposed again."""

    record = models.CharField("loại", max_length=20, choices=Merge.Record.choices)
    first_id = models.PositiveBigIntegerField("số thứ nhất")
    second_id = models.PositiveBigIntegerField("số thứ hai")
    label = models.CharField("hai bản ghi", max_length=500)
    why = models.CharField("lý do", max_length=500, blank=True)
    who = models.CharField("ai", max_length=150)
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "cặp khác nhau"
        verbose_name_plural = "cặp khác nhau"
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["record", "first_id", "second_id"], name="distinction_once"
            ),
            models.CheckConstraint(
                condition=Q(first_id__lt=F("second_id")), name="distinction_in_order"
            ),
        )

    def __str__(self) -> str:
        return self.label
