from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.admin.facts import FactAdmin
from archive.admin.merging import MergeableAdmin
from archive.admin.saving import EditingAdmin, SeenInline, by_of, save_formset
from archive.importing.people import free_slug
from archive.models import Mention, Official, Participation, Position, PositionReport

if TYPE_CHECKING:
    from django.http import HttpRequest


class PositionInline(SeenInline, admin.TabularInline[Position, Official]):
    model = Position
    fields = ("title", "place", "started_on", "ended_on")
    autocomplete_fields = ("place",)


@admin.register(Official)
class OfficialAdmin(MergeableAdmin, EditingAdmin):
    list_display = ("name", "province", "merged_into")
    list_filter = ("province",)
    search_fields = ("name", "folded")
    search_help_text = "Họ tên, có dấu hoặc không dấu"
    autocomplete_fields = ("province",)
    fields = ("name", "province", "merged_into")
    readonly_fields = ("merged_into",)
    inlines = (PositionInline,)

    def save_model(self, request: HttpRequest, obj: Official, form: Any, change: Any) -> None:
        obj.slug = obj.slug or free_slug(obj.name)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        save_formset(formset, by_of(request, form))


@admin.register(Position)
class PositionAdmin(EditingAdmin):
    list_display = ("title", "official", "place", "started_on", "ended_on")
    search_fields = ("title", "official__name", "official__folded")
    autocomplete_fields = ("official", "place")


class PositionReportInline(SeenInline, admin.TabularInline[PositionReport, Mention]):
    model = PositionReport
    fields = ("position", "on", "state")
    autocomplete_fields = ("position",)


class ParticipationInline(SeenInline, admin.TabularInline[Participation, Mention]):
    model = Participation
    fields = ("role", "meeting", "state")
    autocomplete_fields = ("meeting",)


@admin.register(Mention)
class MentionAdmin(FactAdmin):
    list_display = ("name", "official", "article", "state", "confidence")
    search_fields = ("name", "official__folded", "article__folded_title")
    autocomplete_fields = ("article", "official")
    fields = ("source_text", "article", "official", "name", "state", "rule", "confidence")
    inlines = (PositionReportInline, ParticipationInline)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        save_formset(formset, by_of(request, form), form.instance.article_id)


@admin.register(PositionReport)
class PositionReportAdmin(FactAdmin):
    list_display = ("position", "mention", "on", "article", "state", "confidence")
    search_fields = ("position__title", "mention__name", "mention__official__folded")
    autocomplete_fields = ("article", "position", "mention")
    fields = (
        "source_text", "article", "mention", "position", "on", "state", "rule", "confidence",
    )  # fmt: skip
