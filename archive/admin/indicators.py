from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.admin.facts import FactAdmin
from archive.admin.merging import MergeableAdmin
from archive.editing.naming import adopt
from archive.models import Indicator, IndicatorAlias, Observation, SynonymGroup
from archive.vietnamese.fold import fold, slugify_vi

if TYPE_CHECKING:
    from django.forms import ModelForm
    from django.http import HttpRequest


class AliasInline(admin.TabularInline[IndicatorAlias, Indicator]):
    model = IndicatorAlias
    extra = 1
    fields = ("name",)


@admin.register(Indicator)
class IndicatorAdmin(MergeableAdmin):
    list_display = ("name", "category", "key")
    list_filter = ("category",)
    search_fields = ("name", "folded", "key")
    search_help_text = "Tên chỉ tiêu, có dấu hoặc không dấu"
    fields = ("name", "category", "definition", "merged_into")
    inlines = (AliasInline,)
    readonly_fields = ("merged_into",)

    def save_model(
        self, request: HttpRequest, obj: Indicator, form: ModelForm[Indicator], change: Any
    ) -> None:
        obj.folded = fold(obj.name)
        obj.slug = obj.slug or slugify_vi(obj.name)[:160]
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        """A new name holds at once: figures that were read under it move to the series."""
        super().save_formset(request, form, formset, change)
        moved = sum(adopt(alias) for alias in (*formset.new_objects, *named(formset)))
        if moved:
            self.message_user(request, f"Đã chuyển {moved} số liệu máy đọc sang chỉ tiêu này.")


def named(formset: Any) -> list[IndicatorAlias]:
    """Aliases that were given another name."""
    return [alias for alias, _ in formset.changed_objects]


@admin.register(IndicatorAlias)
class IndicatorAliasAdmin(admin.ModelAdmin[IndicatorAlias]):
    list_display = ("name", "indicator")
    list_select_related = ("indicator",)
    search_fields = ("name", "folded", "indicator__folded")
    autocomplete_fields = ("indicator",)
    fields = ("indicator", "name")

    def save_model(self, request: HttpRequest, obj: IndicatorAlias, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        moved = adopt(obj)
        if moved:
            self.message_user(request, f"Đã chuyển {moved} số liệu máy đọc sang chỉ tiêu này.")


@admin.register(SynonymGroup)
class SynonymGroupAdmin(admin.ModelAdmin[SynonymGroup]):
    list_display = ("__str__", "note")
    search_fields = ("forms", "note")


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
