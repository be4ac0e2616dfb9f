"""Places: an identity that lasts (`Place`) and what it was from day to day (`PlaceUnit`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.models.address import localised
from archive.models.constraints import unique_or_null

if TYPE_CHECKING:
    from datetime import date


class Place(models.Model):
    """`slug` is the address (`hai-duong/kinh-mon`) and stays through every change of kind."""

    class Level(models.TextChoices):
        PROVINCE = "province", _("cấp tỉnh")
        DISTRICT = "district", _("cấp huyện")
        COMMUNE = "commune", _("cấp xã")

    slug = models.CharField("địa chỉ", max_length=120, unique=True)
    name = models.CharField("tên", max_length=80)
    folded = models.CharField("tên không dấu", max_length=80, db_index=True, editable=False)
    level = models.CharField("cấp", max_length=10, choices=Level.choices)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="thuộc tỉnh",
    )

    class Meta:
        verbose_name = "địa phương"
        verbose_name_plural = "địa phương"
        constraints = (
            models.CheckConstraint(
                condition=Q(level="province", parent=None) | ~Q(level="province"),
                name="place_province_has_no_parent",
            ),
            models.CheckConstraint(
                condition=Q(level="province") | Q(parent__isnull=False),
                name="place_below_province_has_parent",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return localised(f"/dia-phuong/{self.slug}/")

    @property
    def last_unit(self) -> PlaceUnit | None:
        return self.unit_on(None)

    def unit_on(self, day: date | None) -> PlaceUnit | None:
        """The unit on that day, else the last one there was; uses prefetched `units`."""
        units = sorted(self.units.all(), key=lambda unit: str(unit.valid_from or ""))
        current = [unit for unit in units if day is not None and unit.holds_on(day)]
        chosen = current or units
        return chosen[-1] if chosen else None


class PlaceUnit(models.Model):
    """A place between two days, both included. An open end is null.

    `parent` is the province that it lay in then: thị xã Sơn Tây lay in Hà Tây until 2008.
    """

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="units", verbose_name="địa phương"
    )
    name = models.CharField("tên", max_length=80)
    kind = models.CharField("loại", max_length=20)
    parent = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="units_below",
        verbose_name="thuộc tỉnh",
    )
    code = models.CharField("mã", max_length=10, blank=True)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    resolution = models.CharField("nghị quyết", max_length=120, blank=True)

    class Meta:
        verbose_name = "đơn vị theo thời gian"
        verbose_name_plural = "đơn vị theo thời gian"
        ordering = ("place", "valid_from")
        constraints = (
            *unique_or_null(("place",), "valid_from", "unit_start_unique"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="unit_dates_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )
