"""Sources: the portals, their addresses, and the codes that their datelines carry."""

from __future__ import annotations

import re

from django.db import models
from django.db.models import F, Q

from archive.models.address import localised

SCHEME = re.compile(r"^[a-z]+://")


class Source(models.Model):
    """A portal. Articles of a sample source are retold: never indexed by others, never exported.

    An address that nobody knows makes a proposed source with a guess at its place; an editor confirms,
    corrects or declines it. A declined one stays, so that it is not proposed again, and tells no place.
    """

    class Level(models.TextChoices):
        CENTRAL = "central", "trung ương"
        PROVINCE = "province", "tỉnh"
        DISTRICT = "district", "huyện"
        COMMUNE = "commune", "xã"
        NEWSPAPER = "newspaper", "báo"
        OTHER = "other", "khác"

    class State(models.TextChoices):
        PROPOSED = "proposed", "đề xuất"
        CONFIRMED = "confirmed", "đã nhận"
        DECLINED = "declined", "đã từ chối"

    class Confidence(models.TextChoices):
        HIGH = "high", "cao"
        MEDIUM = "medium", "vừa"
        LOW = "low", "thấp"

    slug = models.SlugField("mã", max_length=80, unique=True)
    name = models.CharField("tên", max_length=200)
    level = models.CharField("cấp", max_length=20, choices=Level.choices, blank=True)
    place = models.ForeignKey(
        "archive.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name="địa phương",
    )
    confidence = models.CharField(
        "độ chắc của địa phương", max_length=10, choices=Confidence.choices, blank=True
    )
    layout = models.CharField(
        "bố cục trang",
        max_length=40,
        blank=True,
        help_text="Dùng khi trang không tự cho thấy nó thuộc phần mềm nào.",
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.CONFIRMED
    )
    is_sample = models.BooleanField("bài mẫu", default=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name="đã gộp vào",
    )

    class Meta:
        verbose_name = "nguồn"
        verbose_name_plural = "nguồn"
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="source_not_into_itself"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return localised(f"/nguon/{self.slug}/")

    @property
    def standing(self) -> Source:
        """The source that this one was merged into, else itself."""
        source = self
        while source.merged_into:
            source = source.merged_into
        return source


class SourceAddress(models.Model):
    """Where a source lives; the longest path prefix on a host wins."""

    source = models.ForeignKey(
        Source, models.CASCADE, related_name="addresses", verbose_name="nguồn"
    )
    host = models.CharField("máy chủ", max_length=120)
    path_prefix = models.CharField("phần đầu đường dẫn", max_length=120, blank=True)

    class Meta:
        verbose_name = "địa chỉ của nguồn"
        verbose_name_plural = "địa chỉ của nguồn"
        constraints = (
            models.UniqueConstraint(fields=["host", "path_prefix"], name="source_address_unique"),
        )

    def __str__(self) -> str:
        return f"{self.host}{self.path_prefix}"

    def clean(self) -> None:
        """Whatever of an address is pasted, the host is kept as the registry compares it."""
        self.host = SCHEME.sub("", self.host.strip().casefold()).split("/")[0].removeprefix("www.")


class Dateline(models.Model):
    """The code in front of an article's first sentence, `(NTL)`, and the place it stands for."""

    code = models.CharField("mã đầu tin", max_length=20, unique=True)
    place = models.ForeignKey(
        "archive.Place", models.CASCADE, related_name="datelines", verbose_name="địa phương"
    )

    class Meta:
        verbose_name = "mã đầu tin"
        verbose_name_plural = "mã đầu tin"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code
