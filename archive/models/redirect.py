"""Old addresses of merged or renamed records."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class Redirect(models.Model):
    """A public path that moved; never points at itself."""

    old_path = models.CharField("địa chỉ cũ", max_length=300, unique=True)
    new_path = models.CharField("địa chỉ mới", max_length=300)
    reason = models.CharField("lý do", max_length=300, blank=True)
    created_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "chuyển hướng"
        verbose_name_plural = "chuyển hướng"
        constraints = (
            models.CheckConstraint(condition=~Q(old_path=F("new_path")), name="redirect_moves"),
        )

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"
