"""What the admin of every kind of fact shares: evidence beside the fields, and states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.utils.html import format_html, format_html_join

from archive.admin.saving import EditingAdmin, by_of
from archive.editing.judging import confirm, reject
from archive.models import Evidence, Fact

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

CONTEXT = 160  # code points shown on each side of the words of evidence


def passage(evidence: Evidence) -> SafeString:
    """The words of evidence with what stands around them, marked."""
    version = evidence.version
    texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
    text = texts[evidence.where][evidence.index]
    before = text[max(0, evidence.start - CONTEXT) : evidence.start]
    after = text[evidence.end : evidence.end + CONTEXT]
    return format_html(
        "<blockquote>…{}<mark>{}</mark>{}…</blockquote>", before, evidence.quote, after
    )


class FactAdmin(EditingAdmin):
    """Base. What a person saves is a person's word: `edited`, or `added` for a new fact."""

    actions = ("confirm_chosen", "reject_chosen")
    autocomplete_fields: ClassVar[Any] = ("article",)
    list_filter: ClassVar[Any] = ("state", "rule")
    readonly_fields: ClassVar[Any] = ("source_text", "rule", "confidence", "warnings")
    list_per_page = 50

    class Media:
        css: ClassVar[Any] = {"all": ("css/admin.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("article")

    @admin.display(description="Câu trong bài")
    def source_text(self, fact: Fact) -> str:
        rows = Evidence.objects.filter(**{self.evidence_key: fact.pk}).select_related("version")
        if not rows:
            return "Chưa gắn với câu nào."
        return format_html_join("", "{}", ((passage(row),) for row in rows))

    @property
    def evidence_key(self) -> str:
        """`meeting_report` for MeetingReport: the column of `Evidence` that points here."""
        return "".join(
            f"_{c.lower()}" if c.isupper() and i else c.lower()
            for i, c in enumerate(self.model.__name__)
        )

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """What the page of deletion lists: the facts alone, for what hangs on them stays."""
        names = [str(fact) for fact in objs]
        return names, {str(self.opts.verbose_name_plural): len(names)}, set(), []

    @admin.action(description="Xác nhận các dữ kiện đã chọn", permissions=["change"])
    def confirm_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for fact in queryset:
            confirm(fact, by_of(request))
        self.message_user(request, "Đã xác nhận.")

    @admin.action(description="Bác các dữ kiện đã chọn", permissions=["change"])
    def reject_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for fact in queryset:
            reject(fact, by_of(request))
        self.message_user(request, "Đã bác; lần máy đọc sau không đưa lại.")
