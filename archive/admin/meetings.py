from __future__ import annotations

from django.contrib import admin

from archive.admin.facts import FactAdmin
from archive.admin.merging import MergeableAdmin
from archive.admin.saving import EditingAdmin
from archive.models import Meeting, MeetingReport, Participation


@admin.register(Meeting)
class MeetingAdmin(MergeableAdmin, EditingAdmin):
    list_display = ("name", "kind", "place", "held_on", "ordinal", "congress", "term")
    list_filter = ("kind", "term")
    search_fields = ("name", "place__name", "place__folded")
    search_help_text = "Tên cuộc họp hoặc tên địa phương"
    date_hierarchy = "held_on"
    readonly_fields = ("merged_into",)
    autocomplete_fields = ("place",)
    fields = (
        "name", "kind", "place", ("ordinal", "congress", "term"), ("held_on", "day_part"),
        "merged_into",
    )  # fmt: skip


@admin.register(MeetingReport)
class MeetingReportAdmin(FactAdmin):
    list_display = ("name", "meeting", "article", "state", "confidence")
    search_fields = ("name", "article__folded_title")
    autocomplete_fields = ("article", "meeting")
    fields = ("source_text", "article", "meeting", "name", "state", "rule", "confidence")


@admin.register(Participation)
class ParticipationAdmin(FactAdmin):
    list_display = ("mention", "role", "meeting", "article", "state", "confidence")
    list_filter = ("state", "role")
    search_fields = ("mention__name", "mention__official__folded", "meeting__name")
    autocomplete_fields = ("article", "mention", "meeting")
    fields = (
        "source_text", "article", "mention", "meeting", "role", "state", "rule", "confidence",
    )  # fmt: skip
