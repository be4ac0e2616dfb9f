"""What every extracted fact has: a state, the rule that read it, and what the machine read."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

Constraints = tuple[models.BaseConstraint, ...]


class State(models.TextChoices):
    """Only `extracted` may be changed by a machine; the others are a person's word."""

    EXTRACTED = "extracted", _("máy đọc")
    CONFIRMED = "confirmed", _("đã xác nhận")
    EDITED = "edited", _("đã sửa")
    REJECTED = "rejected", _("đã bác")
    ADDED = "added", _("người thêm")


FactRow = TypeVar("FactRow", bound="Fact")


class FactQuerySet(models.QuerySet[FactRow]):
    def valid(self) -> FactQuerySet[FactRow]:
        """All but the rejected."""
        return self.exclude(state=State.REJECTED)

    def by_machine(self) -> FactQuerySet[FactRow]:
        """Those that a new extraction may replace."""
        return self.filter(state=State.EXTRACTED)


class Fact(models.Model):
    """Base of the fact tables.

    `machine_key` is a digest of what the machine read (kind of fact, values, words of evidence): by
    it a new extraction finds the fact that a person has judged; a rejected one does not come back.
    `machine_values` keeps, from the moment a person judges, what the machine had read until then:
    only a reading that differs from it is news to that person.
    """

    article = models.ForeignKey(
        "archive.Article", models.CASCADE, related_name="%(class)ss", verbose_name="bài"
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.EXTRACTED
    )
    rule = models.CharField("quy tắc", max_length=60, blank=True, editable=False)
    confidence = models.DecimalField(
        "độ tin", max_digits=3, decimal_places=2, null=True, blank=True, editable=False
    )
    warnings = models.JSONField("cảnh báo", default=list, blank=True, editable=False)
    machine_values = models.JSONField("máy đã đọc", default=dict, blank=True, editable=False)
    machine_key = models.CharField(max_length=64, blank=True, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar[Constraints] = (
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="%(class)s_state_known"
            ),
            models.CheckConstraint(
                condition=Q(confidence=None) | (Q(confidence__gte=0) & Q(confidence__lte=1)),
                name="%(class)s_confidence_is_share",
            ),
            models.UniqueConstraint(
                fields=["article", "machine_key"],
                condition=~Q(machine_key=""),
                name="%(class)s_read_once",
            ),
        )
