from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from archive.admin.facts import FactAdmin, index_after_commit, save_facts
from archive.importing.people import free_slug
from archive.models import Mention, Official, Participation, Position, PositionReport
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from django.forms import ModelForm
    from django.http import HttpRequest


class PositionInline(admin.TabularInline[Position, Official]):
    model = Position
    extra = 0
    fields = ("title", "place", "started_on", "ended_on")
    autocomplete_fields = ("place",)


@admin.register(Official)
class OfficialAdmin(admin.ModelAdmin[Official]):
    list_display = ("name", "province", "merged_into")
    list_filter = ("province",)
    search_fields = ("name", "folded")
    search_help_text = "Họ tên, có dấu hoặc không dấu"
    autocomplete_fields = ("province", "merged_into")
    fields = ("name", "province", "merged_into")
    inlines = (PositionInline,)

    def save_model(
        self, request: HttpRequest, obj: Official, form: ModelForm[Official], change: Any
    ) -> None:
        obj.folded = fold(obj.name)
        obj.slug = obj.slug or free_slug(obj.name)
        super().save_model(request, obj, form, change)
        index_after_commit(list(obj.mentions.values_list("article_id", flat=True)))


@admin.register(Position)
class PositionAdmin(admin.ModelAdmin[Position]):
    list_display = ("title", "official", "place", "started_on", "ended_on")
    search_fields = ("title", "official__name", "official__folded")
    autocomplete_fields = ("official", "place")


class PositionReportInline(admin.TabularInline[PositionReport, Mention]):
    model = PositionReport
    extra = 0
    fields = ("position", "on", "state")
    autocomplete_fields = ("position",)
    show_change_link = True


class ParticipationInline(admin.TabularInline[Participation, Mention]):
    model = Participation
    extra = 0
    fields = ("role", "meeting", "state")
    autocomplete_fields = ("meeting",)
    show_change_link = True


@admin.register(Mention)
class MentionAdmin(FactAdmin):
    list_display = ("name", "official", "article", "state", "confidence")
    search_fields = ("name", "official__folded", "article__folded_title")
    autocomplete_fields = ("article", "official")
    fields = ("source_text", "article", "official", "name", "state", "rule", "confidence")
    inlines = (PositionReportInline, ParticipationInline)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        save_facts(formset, form.instance.article_id)


@admin.register(PositionReport)
class PositionReportAdmin(FactAdmin):
    list_display = ("position", "mention", "on", "article", "state", "confidence")
    search_fields = ("position__title", "mention__name", "mention__official__folded")
    autocomplete_fields = ("article", "position", "mention")
    fields = (
        "source_text", "article", "mention", "position", "on", "state", "rule", "confidence",
    )  # fmt: skip
