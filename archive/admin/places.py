from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.models import Dateline, Place, PlaceUnit, Succession
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from django.forms import ModelForm
    from django.http import HttpRequest


class PlaceUnitInline(admin.TabularInline[PlaceUnit, Place]):
    model = PlaceUnit
    fk_name = "place"
    extra = 0
    autocomplete_fields = ("parent",)


class BecameInline(admin.TabularInline[Succession, Place]):
    model = Succession
    fk_name = "before"
    extra = 0
    autocomplete_fields = ("after",)
    verbose_name_plural = "trở thành"


class CameFromInline(admin.TabularInline[Succession, Place]):
    model = Succession
    fk_name = "after"
    extra = 0
    autocomplete_fields = ("before",)
    verbose_name_plural = "đến từ"


@admin.register(Place)
class PlaceAdmin(admin.ModelAdmin[Place]):
    list_display = ("name", "level", "parent", "slug")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("name", "folded", "slug")
    search_help_text = "Tên, có dấu hoặc không dấu"
    autocomplete_fields = ("parent",)
    inlines = (PlaceUnitInline, CameFromInline, BecameInline)

    def get_readonly_fields(self, request: HttpRequest, obj: Place | None = None) -> Any:
        """The address is what the gazetteer and other archives know a place by: it never changes."""
        return ("slug",) if obj else ()

    def save_model(
        self, request: HttpRequest, obj: Place, form: ModelForm[Place], change: Any
    ) -> None:
        obj.folded = fold(obj.name)
        super().save_model(request, obj, form, change)


@admin.register(PlaceUnit)
class PlaceUnitAdmin(admin.ModelAdmin[PlaceUnit]):
    list_display = ("place", "kind", "name", "valid_from", "valid_to", "resolution")
    list_filter = ("kind",)
    list_select_related = ("place",)
    search_fields = ("name", "place__folded", "code")
    autocomplete_fields = ("place", "parent")


@admin.register(Succession)
class SuccessionAdmin(admin.ModelAdmin[Succession]):
    list_display = ("before", "after", "on", "kind", "ended", "resolution")
    list_filter = ("kind", "ended")
    list_select_related = ("before", "after")
    search_fields = ("before__folded", "after__folded", "resolution")
    autocomplete_fields = ("before", "after")


@admin.register(Dateline)
class DatelineAdmin(admin.ModelAdmin[Dateline]):
    list_display = ("code", "place")
    list_select_related = ("place",)
    search_fields = ("code", "place__name", "place__folded")
    autocomplete_fields = ("place",)
