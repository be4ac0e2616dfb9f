"""Import runs and their outcomes: a log, not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.models import Evidence, ImportBatch, ImportItem

if TYPE_CHECKING:
    from django.http import HttpRequest


class LogAdmin(admin.ModelAdmin[Any]):
    """Base of what may only be read."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ImportBatch)
class ImportBatchAdmin(LogAdmin):
    list_display = ("pk", "description", "started_at", "finished_at", "user")
    search_fields = ("description",)
    date_hierarchy = "started_at"


@admin.register(ImportItem)
class ImportItemAdmin(LogAdmin):
    list_display = ("name", "outcome", "reason", "article", "batch")
    list_filter = ("outcome",)
    list_select_related = ("article", "batch")
    search_fields = ("name", "reason")


@admin.register(Evidence)
class EvidenceAdmin(LogAdmin):
    list_display = ("quote", "version", "where", "start", "end", "field")
    list_filter = ("where", "field")
    list_select_related = ("version",)
    search_fields = ("quote", "version__title")
