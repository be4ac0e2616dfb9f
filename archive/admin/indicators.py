from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.admin.facts import FactAdmin
from archive.models import Indicator, Observation
from archive.vietnamese.fold import fold, slugify_vi

if TYPE_CHECKING:
    from django.forms import ModelForm
    from django.http import HttpRequest


@admin.register(Indicator)
class IndicatorAdmin(admin.ModelAdmin[Indicator]):
    list_display = ("name", "category", "key")
    list_filter = ("category",)
    search_fields = ("name", "folded", "key")
    search_help_text = "Tên chỉ tiêu, có dấu hoặc không dấu"
    autocomplete_fields = ("merged_into",)
    fields = ("name", "category", "definition", "merged_into")

    def save_model(
        self, request: HttpRequest, obj: Indicator, form: ModelForm[Indicator], change: Any
    ) -> None:
        obj.folded = fold(obj.name)
        obj.slug = obj.slug or slugify_vi(obj.name)[:160]
        super().save_model(request, obj, form, change)


@admin.register(Observation)
class ObservationAdmin(FactAdmin):
    list_display = ("name", "value", "unit", "period", "kind", "place", "state", "confidence")
    list_filter = ("state", "kind", "rule")
    search_fields = ("name", "indicator__folded", "article__folded_title")
    search_help_text = "Tên trong bài, hoặc tên chỉ tiêu hay tiêu đề bài không dấu"
    autocomplete_fields = ("article", "indicator", "place", "parent")
    fields = (
        "source_text", "article", "indicator", "name", ("value", "value_high", "unit"),
        ("period", "kind"), ("plan_percent", "growth_percent", "compared_with"), "parent", "place",
        "state", "rule", "confidence", "warnings",
    )  # fmt: skip
