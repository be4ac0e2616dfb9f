"""What people sought and the archive did not have, without who sought it."""

from __future__ import annotations

from django.db import models


class MissedQuery(models.Model):
    """The words of a query that nothing fulfils, how often it was asked, and on which days."""

    text = models.CharField("từ đã tìm", max_length=200, unique=True)
    count = models.PositiveIntegerField("số lần", default=1)
    first_on = models.DateField("lần đầu", auto_now_add=True)
    last_on = models.DateField("lần gần nhất", auto_now=True, db_index=True)

    class Meta:
        verbose_name = "truy vấn không có kết quả"
        verbose_name_plural = "truy vấn không có kết quả"
        ordering = ("-count", "-last_on")

    def __str__(self) -> str:
        return self.text
