"""Plain forms that save as the desk does: with history, and never over what others saved meanwhile."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from archive.admin.entry import OVERRIDES, PeriodField
from archive.editing.adding import add
from archive.editing.judging import correct, reject, remove
from archive.history.changes import By
from archive.history.subjects import SUBJECTS, record_of
from archive.history.values import field_name, frozen_as, frozen_fields, same, shown

if TYPE_CHECKING:
    from django.db.models import Model
    from django.http import HttpRequest

PERIODS = {"period", "compared_with"}
WHY = "Không bắt buộc; vào lịch sử. Ví dụ: bài ghi 905 tỷ 653 triệu"


class SeenForm(forms.ModelForm[Any]):
    """Remembers in `seen` what the editor had before their eyes.

    A field that the editor left alone keeps what others saved meanwhile; one that both changed is
    refused once, with the difference.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.followed = [name for name in self.fields if name in tracked(self._meta.model)]
        if self.instance.pk:
            self.now = frozen_fields(self.instance, self.followed)
            self.initial["seen"] = json.dumps(self.now, ensure_ascii=False)

    def has_changed(self) -> bool:
        return any(name != "seen" for name in self.changed_data)

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean() or {})
        if self.instance.pk and cleaned.get("seen"):
            told = [words for name in self.followed if (words := self.clash(name, cleaned))]
            if told:
                self.saw_again()
                raise ValidationError(
                    ["Chưa lưu: trong lúc bạn mở trang này người khác đã sửa.", *told]
                )
        return cleaned

    def clash(self, name: str, cleaned: dict[str, Any]) -> str:
        """The difference in words where both changed a field; else the field keeps what is there."""
        seen = json.loads(cleaned["seen"])
        now = self.now[name]
        if name not in cleaned or name not in seen or same(seen[name], now):
            return ""
        mine = frozen_as(type(self.instance), name, cleaned[name])
        if same(mine, seen[name]) or same(mine, now):
            cleaned[name] = getattr(self.instance, name)
            return ""
        record = record_of(self.instance)
        return (
            f"{field_name(record, name).capitalize()}: lúc bạn mở là "
            f"“{shown(record, name, seen[name])}”, nay là “{shown(record, name, now)}”, của bạn là "
            f"“{shown(record, name, mine)}”. Lưu lần nữa nếu vẫn muốn của bạn."
        )

    def saw_again(self) -> None:
        data: Any = self.data
        self.data = data.copy()
        self.data[self.add_prefix("seen")] = self.initial["seen"]  # type: ignore[index]


class ReasonForm(SeenForm):
    """The form of a page of its own, which also asks why."""

    why = forms.CharField(label="Lý do", required=False, max_length=500, help_text=WHY)

    def has_changed(self) -> bool:
        return any(name not in {"seen", "why"} for name in self.changed_data)


class VietnameseEntry:
    """For admins and inlines: numbers, days and periods as Vietnamese writes them."""

    formfield_overrides: ClassVar[Any] = OVERRIDES

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in PERIODS:
            return PeriodField(label=db_field.verbose_name.capitalize())
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]


class EditingAdmin(VietnameseEntry, admin.ModelAdmin[Any]):
    """Base of what has a history: saves through `editing`, asks why, tells who saves second."""

    form = ReasonForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        shown_fields = super().get_fieldsets(request, obj)
        kept: list[tuple[Any, Any]] = [(title, {**options}) for title, options in shown_fields]
        for _, options in kept:
            options["fields"] = [f for f in options["fields"] if f not in {"why", "seen"}]
        return [*kept, ("Vì sao sửa", {"fields": ("why", "seen")})]

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """The row; while it is checked and saved nobody else's, so that the second of two is told."""
        if request.method == "POST":
            held = self.model._default_manager.select_for_update(of=("self",), no_key=True)
            held.filter(pk=object_id).first()
        return super().get_object(request, object_id, from_field)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        save(obj, form, by_of(request, form))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        drop(obj, by_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        by = by_of(request)
        for row in queryset:
            drop(row, by)


class SeenInline(VietnameseEntry):
    """For inlines of rows with a history; mixed in before Django's own class."""

    form: Any = SeenForm
    extra = 0
    show_change_link = True

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        shown_fields = super().get_fieldsets(request, obj)  # type: ignore[misc]
        kept = [(title, {**options}) for title, options in shown_fields]
        last = kept[-1][1]
        last["fields"] = [*(f for f in last["fields"] if f != "seen"), "seen"]
        return kept


def tracked(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that have a history."""
    return next((s.fields for s in SUBJECTS.values() if s.model is model), ())


def by_of(request: HttpRequest, form: Any = None) -> By:
    user: Any = request.user
    return By(user, form.cleaned_data.get("why", "") if form else "")


def save(row: Any, form: Any, by: By) -> None:
    """A new row is added, a known one corrected; what does not differ leaves no line."""
    names = [name for name in form.changed_data if name in tracked(type(row))]
    if row.pk is None:
        add(row, None, by)
        return
    stored = type(row).objects.get(pk=row.pk)
    values = {name: form.cleaned_data[name] for name in names}
    if correct(stored, values, by):
        row.refresh_from_db()


def drop(row: Any, by: By) -> None:
    """A fact that a machine read is rejected, not deleted, or the next run brings it back."""
    if getattr(row, "machine_key", ""):
        reject(row, by)
    else:
        remove(row, by)


def save_formset(formset: Any, by: By, article_id: int | None = None) -> None:
    """Save the rows of an inline form as a person's word; new facts belong to the article."""
    formset.save(commit=False)
    changed = [row for row, _ in formset.changed_objects]
    for row in (*changed, *formset.new_objects):
        if article_id:
            row.article_id = article_id
        save(row, next(form for form in formset.forms if form.instance is row), by)
    for row in formset.deleted_objects:
        drop(row, by)
    formset.save_m2m()
