from __future__ import annotations

from django.contrib import admin

from archive.models import Redirect


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin[Redirect]):
    list_display = ("old_path", "new_path", "reason", "created_at")
    search_fields = ("old_path", "new_path")
