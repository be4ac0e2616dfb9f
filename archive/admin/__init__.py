"""Correcting what the machine read, with the words it read beside the field."""

from django.contrib import admin

from archive.admin import (
    accounts,
    articles,
    batches,
    error_reports,
    history,
    indicators,
    meetings,
    merging,
    missed_queries,
    officials,
    places,
    redirects,
    sources,
    takedowns,
    uploads,
)

admin.site.site_header = "Kho tin Cấp ủy, bàn biên tập"
admin.site.site_title = "Bàn biên tập"
admin.site.enable_nav_sidebar = False  # the text needs the room
admin.site.index_title = "Sửa những gì máy đã đọc"

__all__ = [
    "accounts",
    "articles",
    "batches",
    "error_reports",
    "history",
    "indicators",
    "meetings",
    "merging",
    "missed_queries",
    "officials",
    "places",
    "redirects",
    "sources",
    "takedowns",
    "uploads",
]
