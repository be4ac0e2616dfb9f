from __future__ import annotations

from django.contrib import admin

from archive.models import Source, SourceAddress


class SourceAddressInline(admin.TabularInline[SourceAddress, Source]):
    model = SourceAddress
    extra = 0


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    list_display = ("name", "level", "place", "layout", "is_sample")
    list_filter = ("level", "layout", "is_sample")
    list_select_related = ("place",)
    search_fields = ("name", "slug", "addresses__host")
    autocomplete_fields = ("place",)
    inlines = (SourceAddressInline,)


@admin.register(SourceAddress)
class SourceAddressAdmin(admin.ModelAdmin[SourceAddress]):
    list_display = ("host", "path_prefix", "source")
    list_select_related = ("source",)
    search_fields = ("host", "source__name")
    autocomplete_fields = ("source",)
