"""Articles: the text on top, the fields and the facts under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from archive.admin.batches import LogAdmin
from archive.admin.saving import EditingAdmin, SeenInline, by_of, save_formset
from archive.models import (
    Article,
    ArticleVersion,
    Capture,
    MeetingReport,
    Mention,
    Observation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet
    from django.forms import BaseInlineFormSet
    from django.http import HttpRequest


class FactInline(SeenInline, admin.TabularInline[Any, Article]):
    """Base: facts of the article, saved as a person's word."""


class ObservationInline(SeenInline, admin.StackedInline[Observation, Article]):
    """Eleven fields would make a table wider than any screen, so each figure stands in rows."""

    model = Observation
    fields = (
        ("name", "indicator"),
        ("value", "value_high", "unit"),
        ("period", "kind", "state"),
        ("plan_percent", "growth_percent", "compared_with"),
    )
    autocomplete_fields = ("indicator",)


class MentionInline(FactInline):
    model = Mention
    fields = ("name", "official", "state")
    autocomplete_fields = ("official",)


class MeetingReportInline(FactInline):
    model = MeetingReport
    fields = ("name", "meeting", "state")
    autocomplete_fields = ("meeting",)


def marked_body(body: str, spans: Iterable[tuple[int, int]]) -> SafeString:
    """The paragraphs of a text with the words of its evidence marked; overlapping spans are one."""
    pieces: list[SafeString] = []
    position = 0
    for start, end in sorted(spans):
        if start < position:
            continue
        pieces += [escape(body[position:start]), format_html("<mark>{}</mark>", body[start:end])]
        position = end
    pieces.append(escape(body[position:]))
    paragraphs = format_html_join("", "{}", ((piece,) for piece in pieces)).split("\n\n")
    return mark_safe("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))  # noqa: S308  (escaped above)


@admin.register(Article)
class ArticleAdmin(EditingAdmin):
    list_display = ("title", "desk", "place", "sort_date", "date_kind", "source", "visibility")
    list_filter = ("visibility", "date_kind", "source", "place__level")
    search_fields = ("title", "folded_title", "url")
    search_help_text = "Tiêu đề (có dấu hoặc không dấu) hoặc địa chỉ gốc"
    date_hierarchy = "sort_date"
    autocomplete_fields = ("place", "source", "duplicate_of")
    readonly_fields = ("desk", "text", "sort_date", "date_kind", "unit", "captured_on", "url")
    inlines = (MeetingReportInline, MentionInline, ObservationInline)
    fieldsets = (
        (None, {"fields": ("desk", "text")}),
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

    class Media:
        css: ClassVar[Any] = {"all": ("css/admin.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).select_related("place", "source", "unit")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in by import, with the page that proves them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An article that must go is hidden, with a reason; its captures stay."""
        return False

    @admin.display(description="Nguyên văn")
    def text(self, article: Article) -> SafeString:
        version = article.current
        spans = version.evidence.filter(where="body").values_list("start", "end")
        body = marked_body(version.body, spans)
        captions = format_html_join(
            "", "<p><small>Ảnh: {}</small></p>", ((c,) for c in version.captions)
        )
        return format_html('<div class="source-text">{}{}</div>', body, captions)

    def save_formset(
        self,
        request: HttpRequest,
        form: Any,
        formset: BaseInlineFormSet[Any, Any, Any],
        change: Any,
    ) -> None:
        save_formset(formset, by_of(request, form))

    @admin.display(description="Duyệt")
    def desk(self, article: Article) -> SafeString:
        return format_html('<a href="{}">Mở bàn duyệt</a>', reverse("desk", args=[article.pk]))


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
