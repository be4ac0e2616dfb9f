"""What the archive keeps of changes, proposals and the queue: read here, changed at the desk."""

from __future__ import annotations

from django.contrib import admin

from archive.admin.batches import LogAdmin
from archive.models import Attention, Change, Proposal, Review


@admin.register(Change)
class ChangeAdmin(LogAdmin):
    list_display = ("at", "who", "action", "label", "article", "why")
    list_filter = ("action", "record")
    list_select_related = ("article",)
    search_fields = ("label", "who", "why", "article__folded_title")
    date_hierarchy = "at"


@admin.register(Proposal)
class ProposalAdmin(LogAdmin):
    list_display = ("label", "field", "old", "new", "rule", "state", "article")
    list_filter = ("state", "field")
    list_select_related = ("article",)
    search_fields = ("label", "rule", "article__folded_title")


@admin.register(Review)
class ReviewAdmin(LogAdmin):
    list_display = ("article", "facts", "judged", "urgency", "assignee")
    list_select_related = ("article", "assignee")
    search_fields = ("article__folded_title",)


@admin.register(Attention)
class AttentionAdmin(LogAdmin):
    list_display = ("article", "reason", "count", "detail")
    list_filter = ("reason",)
    list_select_related = ("article",)
    search_fields = ("article__folded_title", "detail")
