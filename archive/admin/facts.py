"""What the admin of every kind of fact shares: evidence beside the fields, and states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db import transaction
from django.utils.html import format_html, format_html_join

from archive.admin.decimals import DECIMALS
from archive.models import Evidence, Fact, State
from archive.search import index

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.forms import ModelForm
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


def index_after_commit(article_ids: list[int]) -> None:
    """The search shows an editor's change as soon as the change is saved."""
    transaction.on_commit(lambda: index.index_articles(article_ids))


class FactAdmin(admin.ModelAdmin[Any]):
    """Base. What a person saves is a person's word: `edited`, or `added` for a new fact."""

    formfield_overrides: ClassVar[Any] = DECIMALS
    actions = ("confirm", "reject")
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

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: Any) -> None:
        mark_judged(obj, form.changed_data, is_new=not change)
        super().save_model(request, obj, form, change)
        index_after_commit([obj.article_id])

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """What the page of deletion lists: the facts alone, for what hangs on them stays."""
        names = [str(fact) for fact in objs]
        return names, {str(self.opts.verbose_name_plural): len(names)}, set(), []

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """A fact that a machine read is rejected, not deleted, or the next run brings it back."""
        article = obj.article_id
        if obj.machine_key:
            obj.state = State.REJECTED
            obj.save()
        else:
            super().delete_model(request, obj)
        index_after_commit([article])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for fact in queryset:
            self.delete_model(request, fact)

    @admin.action(description="Xác nhận các dữ kiện đã chọn")
    def confirm(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        set_state(queryset, State.CONFIRMED)
        self.message_user(request, "Đã xác nhận.")

    @admin.action(description="Bác các dữ kiện đã chọn")
    def reject(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        set_state(queryset, State.REJECTED)
        self.message_user(request, "Đã bác; lần máy đọc sau không đưa lại.")


def mark_judged(fact: Fact, changed: list[str], *, is_new: bool) -> None:
    """A new fact was added by a person; a changed value was edited, unless its state was chosen."""
    if is_new and not fact.machine_key:
        fact.state = State.ADDED
    elif changed and "state" not in changed and fact.state != State.ADDED:
        fact.state = State.EDITED


def save_facts(formset: Any, article_id: int) -> None:
    """Save the facts of an inline form as a person's word; one that a machine read is rejected."""
    for fact in formset.save(commit=False):
        changed: list[str] = next((f.changed_data for f in formset.forms if f.instance is fact), [])
        mark_judged(fact, changed, is_new=fact.pk is None)
        fact.article_id = article_id
        fact.save()
    for fact in formset.deleted_objects:
        if fact.machine_key:
            fact.state = State.REJECTED
            fact.save()
        else:
            fact.delete()
    formset.save_m2m()
    index_after_commit([article_id])


def set_state(queryset: QuerySet[Any], state: State) -> None:
    articles = list(queryset.values_list("article_id", flat=True).distinct())
    queryset.update(state=state)
    index_after_commit(articles)
