"""Words that editors teach the archive: synonyms for the search, further names of indicators."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from archive.vietnamese.fold import fold


class SynonymGroup(models.Model):
    """Ways to write one thing, one a line; a search for any of them finds all."""

    forms = models.TextField(
        "các cách viết",
        help_text="Mỗi dòng một cách viết, ít nhất hai dòng. Ví dụ: CNTT, dòng sau: công nghệ thông tin",
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        verbose_name = "nhóm từ đồng nghĩa"
        verbose_name_plural = "từ đồng nghĩa khi tìm"

    def __str__(self) -> str:
        return " = ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.forms.splitlines() if line.strip()]

    def clean(self) -> None:
        if len(self.lines) < 2:
            raise ValidationError({"forms": "Cần ít nhất hai cách viết, mỗi dòng một cách."})


class IndicatorAlias(models.Model):
    """Another name under which articles report a series; `folded` is how names are compared."""

    indicator = models.ForeignKey(
        "archive.Indicator", models.CASCADE, related_name="aliases", verbose_name="chỉ tiêu"
    )
    name = models.CharField(
        "tên khác", max_length=250, help_text="Đúng như bài viết. Ví dụ: Thu NSNN trên địa bàn"
    )
    folded = models.CharField(max_length=250, unique=True, editable=False)

    class Meta:
        verbose_name = "tên khác của chỉ tiêu"
        verbose_name_plural = "tên khác của chỉ tiêu"
        constraints = (models.CheckConstraint(condition=~Q(folded=""), name="alias_has_letters"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        self.folded = fold(self.name)
        taken = IndicatorAlias.objects.filter(folded=self.folded).exclude(pk=self.pk).first()
        if taken:
            raise ValidationError({"name": f"Tên này đã thuộc chỉ tiêu “{taken.indicator}”."})
