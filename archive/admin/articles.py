"""Articles: the text on top, the fields and the facts under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db import models
from django.utils.html import format_html, format_html_join

from archive.admin.batches import LogAdmin
from archive.admin.facts import index_after_commit, save_facts
from archive.models import (
    Article,
    ArticleVersion,
    Capture,
    MeetingReport,
    Mention,
    Observation,
)
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.forms import BaseInlineFormSet, ModelForm
    from django.http import HttpRequest
    from django.utils.safestring import SafeString


class FactInline(admin.TabularInline[Any, Article]):
    """Base: facts of the article, saved as a person's word."""

    extra = 0
    show_change_link = True
    formfield_overrides: ClassVar[Any] = {models.DecimalField: {"localize": True}}


class ObservationInline(FactInline):
    model = Observation
    fields = (
        "name", "value", "value_high", "unit", "period", "kind", "plan_percent", "growth_percent",
        "compared_with", "indicator", "state",
    )  # fmt: skip
    autocomplete_fields = ("indicator",)


class MentionInline(FactInline):
    model = Mention
    fields = ("name", "official", "state")
    autocomplete_fields = ("official",)


class MeetingReportInline(FactInline):
    model = MeetingReport
    fields = ("name", "meeting", "state")
    autocomplete_fields = ("meeting",)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    list_display = ("title", "place", "sort_date", "date_kind", "source", "visibility")
    list_filter = ("visibility", "date_kind", "source", "place__level")
    search_fields = ("title", "folded_title", "url")
    search_help_text = "Tiêu đề (có dấu hoặc không dấu) hoặc địa chỉ gốc"
    date_hierarchy = "sort_date"
    autocomplete_fields = ("place", "source", "duplicate_of")
    readonly_fields = ("text", "sort_date", "date_kind", "unit", "captured_on", "url")
    inlines = (MeetingReportInline, MentionInline, ObservationInline)
    fieldsets = (
        (None, {"fields": ("text",)}),
        ("Bài", {"fields": ("title", "summary", "source", "url", "place", "unit")}),
        (
            "Ba ngày",
            {
                "fields": (
                    "event_on",
                    ("published_at", "published_has_time"),
                    "captured_on",
                    ("sort_date", "date_kind"),
                )
            },
        ),
        ("Hiển thị", {"fields": ("visibility", "visibility_reason", "duplicate_of")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).select_related("place", "source", "unit")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in by import, with the page that proves them."""
        return False

    @admin.display(description="Nguyên văn")
    def text(self, article: Article) -> SafeString:
        version = article.current
        paragraphs = format_html_join("", "<p>{}</p>", ((p,) for p in version.body.split("\n\n")))
        captions = format_html_join(
            "", "<p><small>Ảnh: {}</small></p>", ((c,) for c in version.captions)
        )
        return format_html('<div class="source-text">{}{}</div>', paragraphs, captions)

    def save_model(
        self, request: HttpRequest, obj: Article, form: ModelForm[Article], change: Any
    ) -> None:
        obj.human_fields = sorted({*obj.human_fields, *form.changed_data})
        obj.folded_title = fold(obj.title)
        obj.set_sort_date()
        obj.unit = obj.place.unit_on(obj.sort_date) if obj.place else None
        super().save_model(request, obj, form, change)
        index_after_commit([obj.pk])

    def save_formset(
        self,
        request: HttpRequest,
        form: Any,
        formset: BaseInlineFormSet[Any, Any, Any],
        change: Any,
    ) -> None:
        save_facts(formset, form.instance.pk)


@admin.register(ArticleVersion)
class ArticleVersionAdmin(LogAdmin):
    """Versions are read, never changed: evidence points into them."""

    list_display = ("title", "number", "layout", "created_at")
    list_filter = ("layout",)
    search_fields = ("title",)


@admin.register(Capture)
class CaptureAdmin(LogAdmin):
    """The original bytes: read, never changed."""

    list_display = ("sha256", "article", "media", "size", "captured_on", "created_at")
    list_filter = ("media",)
    search_fields = ("sha256", "url", "article__title", "article__folded_title")
