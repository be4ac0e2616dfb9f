"""Import runs and their outcomes: a log, not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from archive.models import Evidence, ImportBatch, ImportItem
from archive.vietnamese.dates import vi_day

if TYPE_CHECKING:
    from django.http import HttpRequest


def without_icons(field: Any) -> Any:
    """A choice of another row without the signs that lead away from the form."""
    for name in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
        if hasattr(getattr(field, "widget", None), name):
            setattr(field.widget, name, False)
    return field


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
    list_display = ("pk", "description", "started_at", "finished_at", "user", "undo")
    search_fields = ("description",)
    date_hierarchy = "started_at"

    @admin.display(description="Hoàn tác")
    def undo(self, batch: ImportBatch) -> str:
        if batch.undone_at:
            return f"đã hoàn tác {vi_day(batch.undone_at.date())}"
        address = reverse("undo-batch", args=[batch.pk])
        return format_html('<a href="{}">Xem trước và hoàn tác</a>', address)


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
