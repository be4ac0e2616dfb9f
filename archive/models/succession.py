"""What became of places: who took over whose land, on which day, by which resolution."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.models.place import Place
from archive.ordering import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable


class Succession(models.Model):
    """On a day the land of `before`, or a part of it, came to `after`.

    A change of kind or name alone is none: the place goes on. `ended` says that `before` was gone
    from that day; without it `before` went on beside `after`.
    """

    class Kind(models.TextChoices):
        MERGE = "merge", _("sáp nhập")
        SPLIT = "split", _("chia tách")
        CREATE = "create", _("thành lập")
        ABOLISH = "abolish", _("kết thúc cấp huyện")

    before = models.ForeignKey(
        Place, models.CASCADE, related_name="became", verbose_name="đơn vị cũ"
    )
    after = models.ForeignKey(
        Place, models.CASCADE, related_name="came_from", verbose_name="đơn vị mới"
    )
    on = models.DateField("từ ngày")
    kind = models.CharField("cách đổi", max_length=10, choices=Kind.choices)
    ended = models.BooleanField("đơn vị cũ không còn", default=True)
    resolution = models.CharField("nghị quyết", max_length=120, blank=True)

    class Meta:
        verbose_name = "kế thừa"
        verbose_name_plural = "kế thừa"
        ordering = ("on", "before__folded", "after__folded")
        constraints = (
            models.UniqueConstraint(fields=["before", "after", "on"], name="succession_unique"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="succession_moves"),
        )

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


def predecessors(place: Place) -> list[Place]:
    """Places that ended in this one or in one of its predecessors, nearest first, with units.

    Who went on beside it is none: Hậu Giang came from Cần Thơ, but Cần Thơ is not former Hậu Giang.
    One query a generation, and one for the rows.
    """
    found: dict[int, date] = {}
    edge = {place.pk: date.max}
    while edge:
        steps = Succession.objects.filter(after__in=edge, ended=True)
        steps = steps.order_by(by_name("before__name"))
        edge = {
            before: on
            for after, before, on in steps.values_list("after_id", "before_id", "on")
            if before not in found and before != place.pk and on < edge[after]
        }
        found |= edge
    return ordered(found)


def ordered(ids: Iterable[int]) -> list[Place]:
    """The places of these ids, in their order."""
    ids = list(ids)
    rows = Place.objects.select_related("parent").prefetch_related("units", "units__parent")
    known = rows.in_bulk(ids)
    return [known[pk] for pk in ids]
