"""Indicators: the series (`Indicator`) and each reported figure (`Observation`)."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.models.address import localised
from archive.models.constraints import index_of_set
from archive.models.fact import Constraints, Fact

PERIOD = RegexValidator(
    r"^\d{4}(-H[12]|-Q[1-4]|-([1-9]|1[0-2])M|-(0[1-9]|1[0-2])(-\d{2})?|/\d{4})?$",
    "Viết kỳ như 2022, 2022-H1, 2020-9M, 2022-Q1, 2022-07, 2020/2025 hoặc 2024-06-30.",
)


class Indicator(models.Model):
    """A series, the same in all places. `key` is the catalogue's, empty where it has none."""

    slug = models.SlugField("địa chỉ", max_length=160, unique=True)
    key = models.CharField("khóa danh mục", max_length=60, blank=True, db_index=True)
    name = models.CharField("tên", max_length=250)
    folded = models.CharField("tên không dấu", max_length=250, db_index=True, editable=False)
    category = models.CharField("lĩnh vực", max_length=60, blank=True)
    definition = models.TextField("giải thích", blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="đã gộp vào",
    )

    class Meta:
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"
        constraints = (
            models.UniqueConstraint(
                fields=["key"], condition=~Q(key=""), name="indicator_key_unique"
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="indicator_not_into_itself"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return localised(f"/so-lieu/{self.slug}/")


class Observation(Fact):
    """One figure as one article reports it, in the unit as written."""

    class Kind(models.TextChoices):
        RESULT = "result", _("kết quả")
        ESTIMATE = "estimate", _("ước")
        TARGET = "target", _("chỉ tiêu phấn đấu")
        PLAN = "plan", _("kế hoạch")

    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        related_name="observations",
        verbose_name="chỉ tiêu",
        db_index=False,  # `observation_rivals` begins with it
    )
    place = models.ForeignKey(
        "archive.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="observations",
        verbose_name="địa phương",
        db_index=False,  # `observation_place` begins with it
    )
    name = models.CharField("tên trong bài", max_length=250)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    value = models.DecimalField("giá trị", max_digits=24, decimal_places=6, null=True, blank=True)
    value_high = models.DecimalField("đến", max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField("đơn vị", max_length=60, blank=True)
    period = models.CharField("kỳ", max_length=12, blank=True, validators=[PERIOD])
    kind = models.CharField("loại", max_length=10, choices=Kind.choices, default=Kind.RESULT)
    plan_percent = models.DecimalField(
        "% kế hoạch", max_digits=12, decimal_places=4, null=True, blank=True
    )
    growth_percent = models.DecimalField(
        "% tăng giảm", max_digits=12, decimal_places=4, null=True, blank=True
    )
    compared_with = models.CharField("so với kỳ", max_length=12, blank=True, validators=[PERIOD])
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="là một phần của",
        db_index=False,  # `observation_parent` holds those that have one
    )

    class Meta(Fact.Meta):
        verbose_name = "số liệu"
        verbose_name_plural = "số liệu"
        ordering = ("article", "order")
        indexes = (
            models.Index(
                fields=["indicator", "place", "period", "value"], name="observation_rivals"
            ),
            models.Index(fields=["place", "period"], name="observation_place"),
            index_of_set("parent", "observation_parent"),
        )
        constraints: ClassVar[Constraints] = (
            *Fact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(value__isnull=False)
                | Q(plan_percent__isnull=False)
                | Q(growth_percent__isnull=False),
                name="observation_says_something",
            ),
            models.CheckConstraint(
                condition=Q(value_high=None) | Q(value_high__gte=F("value")),
                name="observation_range_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")), name="observation_not_its_own_part"
            ),
        )

    def __str__(self) -> str:
        return self.name
