"""Takedowns: what must not be shown, why, and the words that stood there before."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxLengthValidator, MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class TakedownQuerySet(models.QuerySet["Takedown"]):
    def active(self) -> TakedownQuerySet:
        return self.filter(lifted_at=None)


class Takedown(models.Model):
    """An order to hide. It holds for what is imported later too, until it is lifted.

    `ground` is what visitors are told in place of an article; `reason` stays at the desk. `identity` is
    that of the article: should its row be deleted and the page be imported again, the order still holds.
    """

    class Scope(models.TextChoices):
        ARTICLE = "article", "cả bài"
        WORDS = "words", "một tên hoặc một chú thích ảnh, trong bài này"
        EVERYWHERE = "everywhere", "một tên, ở mọi bài"

    class Ground(models.TextChoices):
        PRIVACY = "privacy", _("đời tư của một người")
        LAW = "law", _("yêu cầu của cơ quan có thẩm quyền")
        RIGHTS = "rights", _("quyền tác giả")
        SOURCE = "source", _("nơi đăng đã gỡ")
        WRONG = "wrong", _("nội dung sai, gây hại")
        OTHER = "other", _("lý do khác")

    scope = models.CharField("ẩn", max_length=10, choices=Scope.choices)
    article = models.ForeignKey(
        "archive.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="takedowns",
        verbose_name="bài",
    )
    identity = models.CharField(max_length=2200, blank=True, db_index=True, editable=False)
    words = models.CharField("chữ cần ẩn", max_length=1000, blank=True)
    ground = models.CharField("căn cứ", max_length=10, choices=Ground.choices)
    reason = models.CharField("lý do", max_length=500)
    request = models.ForeignKey(
        "archive.RemovalRequest",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="takedowns",
        verbose_name="theo yêu cầu",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="tài khoản",
    )
    who = models.CharField("người ẩn", max_length=150)
    created_at = models.DateTimeField("lúc", auto_now_add=True)
    lifted_at = models.DateTimeField("bỏ ẩn lúc", null=True, blank=True)
    lifted_by = models.CharField("người bỏ ẩn", max_length=150, blank=True)
    lifted_why = models.CharField("lý do bỏ ẩn", max_length=500, blank=True)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        verbose_name = "lệnh ẩn"
        verbose_name_plural = "lệnh ẩn"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=(Q(scope="article", words="") & ~Q(identity=""))
                | (Q(scope="words") & ~Q(words="") & ~Q(identity=""))
                | (Q(scope="everywhere", identity="") & ~Q(words="")),
                name="takedown_says_what",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="takedown_says_why"),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by="")
                | (Q(lifted_at__isnull=False) & ~Q(lifted_by="")),
                name="takedown_lifted_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return self.words or str(self.article)


class Original(models.Model):
    """What a column held before it was covered, and what it shows instead.

    While the column holds `shown`, the original is what counts; anything else was written since.
    """

    record = models.CharField("bảng", max_length=20)
    record_id = models.PositiveBigIntegerField("số")
    field = models.CharField("cột", max_length=20)
    original = models.JSONField("nguyên bản", editable=False)
    shown = models.JSONField("đang hiện", editable=False)
    article = models.ForeignKey(
        "archive.Article", models.CASCADE, related_name="originals", verbose_name="bài"
    )

    class Meta:
        verbose_name = "chỗ đang ẩn"
        verbose_name_plural = "chỗ đang ẩn"
        constraints = (
            models.UniqueConstraint(
                fields=["record", "record_id", "field"], name="original_kept_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.record} {self.record_id}: {self.field}"


class RemovalRequest(models.Model):
    """A visitor's wish that something be hidden. `contact` is optional and never shown publicly."""

    class Status(models.TextChoices):
        OPEN = "open", "chưa xem"
        GRANTED = "granted", "đã ẩn"
        REFUSED = "refused", "không ẩn"

    address = models.CharField("địa chỉ trang", max_length=500)
    text = models.TextField(
        "điều cần ẩn và vì sao", validators=[MinLengthValidator(10), MaxLengthValidator(4000)]
    )
    contact = models.CharField("cách liên hệ", max_length=200, blank=True)
    status = models.CharField(
        "trạng thái", max_length=10, choices=Status.choices, default=Status.OPEN
    )
    answer = models.CharField("đã trả lời", max_length=500, blank=True)
    sender = models.CharField(max_length=64, db_index=True, editable=False)
    created_at = models.DateTimeField("gửi lúc", auto_now_add=True)

    class Meta:
        verbose_name = "yêu cầu gỡ"
        verbose_name_plural = "yêu cầu gỡ"
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return f"{self.address}: {self.text[:60]}"
