from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.models import Dateline, Place, PlaceUnit
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from django.forms import ModelForm
    from django.http import HttpRequest


class PlaceUnitInline(admin.TabularInline[PlaceUnit, Place]):
    model = PlaceUnit
    extra = 0


@admin.register(Place)
class PlaceAdmin(admin.ModelAdmin[Place]):
    list_display = ("name", "level", "parent", "slug")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("name", "folded", "slug")
    search_help_text = "Tên, có dấu hoặc không dấu"
    autocomplete_fields = ("parent",)
    inlines = (PlaceUnitInline,)

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
    autocomplete_fields = ("place",)


@admin.register(Dateline)
class DatelineAdmin(admin.ModelAdmin[Dateline]):
    list_display = ("code", "place")
    list_select_related = ("place",)
    search_fields = ("code", "place__name", "place__folded")
    autocomplete_fields = ("place",)
