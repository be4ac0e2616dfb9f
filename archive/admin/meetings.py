from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.admin.facts import FactAdmin, index_after_commit
from archive.models import Meeting, MeetingReport, Participation

if TYPE_CHECKING:
    from django.forms import ModelForm
    from django.http import HttpRequest


@admin.register(Meeting)
class MeetingAdmin(admin.ModelAdmin[Meeting]):
    list_display = ("name", "kind", "place", "held_on", "ordinal", "congress", "term")
    list_filter = ("kind", "term")
    search_fields = ("name", "place__name", "place__folded")
    search_help_text = "Tên cuộc họp hoặc tên địa phương"
    date_hierarchy = "held_on"
    autocomplete_fields = ("place", "merged_into")
    fields = (
        "name", "kind", "place", ("ordinal", "congress", "term"), ("held_on", "day_part"),
        "merged_into",
    )  # fmt: skip

    def save_model(
        self, request: HttpRequest, obj: Meeting, form: ModelForm[Meeting], change: Any
    ) -> None:
        obj.human_fields = sorted({*obj.human_fields, *form.changed_data})
        super().save_model(request, obj, form, change)
        index_after_commit(list(obj.reports.values_list("article_id", flat=True)))


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
