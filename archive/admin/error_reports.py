"""What visitors have reported, open ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.utils.html import format_html

from archive.models import ErrorReport

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(ErrorReport)
class ErrorReportAdmin(admin.ModelAdmin[ErrorReport]):
    list_display = ("text", "quote", "where", "status", "created_at")
    list_filter = ("status",)
    search_fields = ("text", "quote")
    list_select_related = ("article", "place")
    readonly_fields = ("where", "quote", "text", "created_at")
    fields = ("where", "quote", "text", "created_at", "status")
    actions = ("accept", "decline")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="Ở")
    def where(self, report: ErrorReport) -> str:
        """The page that the visitor speaks of."""
        shown = report.article or report.place
        return format_html('<a href="{}">{}</a>', shown.get_absolute_url(), shown) if shown else ""

    @admin.action(description="Đánh dấu đã sửa theo", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        queryset.update(status=ErrorReport.Status.ACCEPTED)

    @admin.action(description="Đánh dấu không sửa", permissions=["change"])
    def decline(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        queryset.update(status=ErrorReport.Status.DECLINED)
