"""What visitors sought in vain: a list that says what to collect next."""

from __future__ import annotations

from urllib.parse import quote_plus

from django.contrib import admin
from django.utils.html import format_html

from archive.admin.batches import LogAdmin
from archive.models import MissedQuery


@admin.register(MissedQuery)
class MissedQueryAdmin(LogAdmin):
    list_display = ("text", "count", "first_on", "last_on", "again")
    search_fields = ("text",)
    date_hierarchy = "last_on"

    @admin.display(description="thử lại")
    def again(self, row: MissedQuery) -> str:
        """A link that asks it once more."""
        return format_html('<a href="/tim/?q={}">Tìm</a>', quote_plus(row.text))
