"""Officials, their posts, and the articles that say so."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from archive.models.address import localised
from archive.models.constraints import unique_or_null
from archive.models.fact import Constraints, Fact


class Official(models.Model):
    """A person within a line of places. `slug` is name plus a number where the name repeats."""

    slug = models.SlugField("địa chỉ", max_length=120, unique=True)
    name = models.CharField("họ tên", max_length=100)
    folded = models.CharField("tên không dấu", max_length=100, db_index=True, editable=False)
    province = models.ForeignKey(
        "archive.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="officials",
        verbose_name="tỉnh",
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="đã gộp vào",
    )
    human_fields = models.JSONField("trường đã sửa tay", default=list, blank=True, editable=False)
    machine_values = models.JSONField("máy đã đọc", default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = "cán bộ"
        verbose_name_plural = "cán bộ"
        indexes = (models.Index(fields=["province", "folded"], name="official_province_name"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="official_not_into_itself"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return localised(f"/can-bo/{self.slug}/")


class Mention(Fact):
    """One person in one article, under the name as written.

    A person whom the article spells in two ways, and whom an editor has merged, has two.
    """

    official = models.ForeignKey(
        Official, models.PROTECT, related_name="mentions", verbose_name="cán bộ"
    )
    name = models.CharField("tên trong bài", max_length=100)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta(Fact.Meta):
        verbose_name = "người trong bài"
        verbose_name_plural = "người trong bài"
        ordering = ("article", "order")

    def __str__(self) -> str:
        return self.name


class Position(models.Model):
    """A post that a person holds or held. Its dates are those of the reports, never guessed."""

    official = models.ForeignKey(
        Official,
        models.CASCADE,
        related_name="positions",
        verbose_name="cán bộ",
        db_index=False,  # `position_unique` begins with it
    )
    title = models.CharField("chức vụ", max_length=300)
    place = models.ForeignKey(
        "archive.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name="địa phương",
    )
    started_on = models.DateField("nhận chức", null=True, blank=True)
    ended_on = models.DateField("thôi chức", null=True, blank=True)

    class Meta:
        verbose_name = "chức vụ"
        verbose_name_plural = "chức vụ"
        constraints = (
            *unique_or_null(("official", "title"), "place", "position_unique"),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ended_on=None) | Q(started_on__lte=F("ended_on")),
                name="position_dates_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.title


class PositionReport(Fact):
    """An article names a person with a post; `on` is the day for which it says so."""

    position = models.ForeignKey(
        Position, models.CASCADE, related_name="reports", verbose_name="chức vụ"
    )
    mention = models.ForeignKey(
        Mention,
        models.CASCADE,
        related_name="position_reports",
        verbose_name="người",
        db_index=False,  # `position_report_once` begins with it
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    on = models.DateField("vào ngày", null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "chức vụ theo bài"
        verbose_name_plural = "chức vụ theo bài"
        ordering = ("mention", "order")
        constraints: ClassVar[Constraints] = (
            *Fact.Meta.constraints,
            models.UniqueConstraint(fields=["mention", "position"], name="position_report_once"),
        )

    def __str__(self) -> str:
        return str(self.position)
