"""The desk of pairs: proposals with their reasons, comparing and merging two, splitting one, the log with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse

from archive.admin.batches import LogAdmin
from archive.history.changes import By
from archive.merging import KINDS, MergeError, merge, split, tell_apart, undo
from archive.merging.preview import card, gains_of
from archive.models import Distinction, Merge, Place
from archive.ordering import by_name
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

    from archive.merging.kinds import Kind

PAIRS_A_PAGE = 20
BY_SLUG = {kind.slug: record for record, kind in KINDS.items()}


class WhyForm(forms.Form):
    why = forms.CharField(
        label="Lý do",
        max_length=500,
        help_text="Ví dụ: cùng là Bí thư Thị ủy Kinh Môn năm 2022; một bài gõ nhầm dấu tên.",
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )


class PairFilter(forms.Form):
    """Which pairs to look at: by words of the name, by province."""

    q = forms.CharField(label="Tên hoặc nơi", required=False, max_length=100)
    tinh = forms.ModelChoiceField(
        Place.objects.filter(level="province").order_by(by_name("name")),
        label="Tỉnh, thành phố",
        required=False,
        empty_label="mọi nơi",
    )

    def wanted(self) -> dict[str, Any]:
        if not self.is_valid():
            return {}
        province = self.cleaned_data["tinh"]
        return {
            "text": fold(self.cleaned_data["q"]).strip(),
            "province": province.pk if province else None,
        }


def kind_of(slug: str) -> tuple[str, Kind]:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug], KINDS[BY_SLUG[slug]]


@admin.register(Merge)
class MergeAdmin(LogAdmin):
    """The log of merges and splits; each can be taken back."""

    list_display = ("__str__", "act", "record", "why", "who", "at", "undone_at")
    list_filter = ("act", "record", ("undone_at", admin.EmptyFieldListFilter))
    search_fields = ("label", "other_label", "why", "who")
    change_list_template = "admin/merging/log.html"
    change_form_template = "admin/merging/act.html"

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.add_merge")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {**(extra_context or {}), "kinds": KINDS.values()})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        may = {"may_merge": self.has_merge_permission(request)}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **may})

    def get_urls(self) -> list[URLPattern]:
        pages: list[tuple[str, Callable[..., HttpResponse], str]] = [
            ("gop/<slug:slug>/", self.pairs_view, "merge_pairs"),
            ("gop/<slug:slug>/<int:one>/<int:other>/", self.pair_view, "merge_pair"),
            ("gop/<slug:slug>/<int:one>/<int:other>/khac/", self.apart_view, "merge_apart"),
            ("tach/<slug:slug>/<int:pk>/", self.split_view, "split"),
            ("<int:pk>/hoan-tac/", self.undo_view, "undo_merge"),
        ]
        own = [
            path(route, self.admin_site.admin_view(view), name=name) for route, view, name in pages
        ]
        return [*own, *super().get_urls()]

    def page(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        whole = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "kinds": KINDS.values(),
            "may_merge": self.has_merge_permission(request),
            **context,
        }
        return render(request, f"admin/merging/{template}.html", whole)

    def pairs_view(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Pairs that may be one, the likeliest first, each with reasons for and against."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        record, kind = kind_of(slug)
        wanted = PairFilter(request.GET)
        pages = Paginator(kind.pairs(**wanted.wanted()), PAIRS_A_PAGE)
        shown = pages.get_page(request.GET.get("trang"))
        return self.page(
            request,
            "pairs",
            title=f"Có thể là một: {kind.words}",
            kind=kind,
            form=wanted,
            page=shown,
            pairs=[(pair, card(record, pair.first), card(record, pair.second)) for pair in shown],
        )

    def pair_view(self, request: HttpRequest, slug: str, one: int, other: int) -> HttpResponse:
        """Both side by side, what would move, and which of them stays."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        record, kind = kind_of(slug)
        rows = {pk: get_object_or_404(kind.model, pk=pk) for pk in (one, other)}
        kept = (
            int(request.POST.get("giu", one)) if request.POST.get("giu", "1").isdecimal() else one
        )
        kept = kept if kept in rows else one
        gone = other if kept == one else one
        form = WhyForm(request.POST or None)
        if form.is_valid():
            try:
                done = merge(rows[kept], rows[gone], By(request.user, form.cleaned_data["why"]))  # type: ignore[arg-type]
            except MergeError as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                words = (
                    f"Đã gộp “{rows[gone]}” vào “{rows[kept]}”. Địa chỉ cũ dẫn sang bản giữ lại."
                )
                self.message_user(request, words, messages.SUCCESS)
                return redirect("admin:archive_merge_change", done.pk)
        return self.page(
            request,
            "pair",
            title=f"So hai {kind.words}",
            kind=kind,
            cards=[card(record, rows[one]), card(record, rows[other])],
            kept=kept,
            gains=gains_of(record, rows[one], rows[other]),
            form=form,
        )

    def apart_view(self, request: HttpRequest, slug: str, one: int, other: int) -> HttpResponse:
        """Remembers that two are not the same; they are not proposed again."""
        if not self.has_merge_permission(request) or request.method != "POST":
            raise PermissionDenied
        _, kind = kind_of(slug)
        rows = [get_object_or_404(kind.model, pk=pk) for pk in (one, other)]
        by = By(request.user, request.POST.get("why", ""))  # type: ignore[arg-type]
        tell_apart(rows[0], rows[1], by)
        self.message_user(
            request, f"Đã nhớ: “{rows[0]}” và “{rows[1]}” là hai {kind.words} khác nhau."
        )
        return redirect("admin:merge_pairs", slug)

    def split_view(self, request: HttpRequest, slug: str, pk: int) -> HttpResponse:
        """Choose what is another's, look at both halves, then split."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        _, kind = kind_of(slug)
        row = get_object_or_404(kind.model, pk=pk, merged_into=None)
        chosen = {int(value) for value in request.POST.getlist("chon") if value.isdecimal()}
        form = WhyForm(request.POST or None)
        if form.is_valid() and "tach" in request.POST:
            try:
                done = split(row, chosen, By(request.user, form.cleaned_data["why"]))  # type: ignore[arg-type]
            except MergeError as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                self.message_user(request, f"Đã tách thành bản ghi mới: “{done.other_label}”.")
                return redirect("admin:archive_merge_change", done.pk)
        parts = kind.parts(row)
        return self.page(
            request,
            "split",
            title=f"Tách {kind.words}: {row}",
            kind=kind,
            row=row,
            parts=[(part, part["id"] in chosen) for part in parts],
            preview="xem" in request.POST and bool(chosen),
            leaving=[part for part in parts if part["id"] in chosen],
            staying=[part for part in parts if part["id"] not in chosen],
            form=form,
        )

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_merge_permission(request):
            raise PermissionDenied
        done = get_object_or_404(Merge, pk=pk)
        if request.method == "POST":
            try:
                left = undo(done, By(request.user))  # type: ignore[arg-type]
            except MergeError as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                words = "Đã hoàn tác; cả hai địa chỉ trở lại như trước."
                more = f" {left} chỗ đã có người sửa sau đó nên giữ nguyên." if left else ""
                self.message_user(request, words + more, messages.SUCCESS)
            return redirect("admin:archive_merge_change", pk)
        return self.page(request, "undo", title="Hoàn tác", done=done)


@admin.register(Distinction)
class DistinctionAdmin(admin.ModelAdmin[Distinction]):
    """Pairs that somebody told apart; deleting one lets it be proposed again."""

    list_display = ("label", "record", "why", "who", "at")
    list_filter = ("record",)
    search_fields = ("label", "why", "who")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class MergeableAdmin(admin.ModelAdmin[Any]):
    """Base of records that can be merged: two chosen in the list are compared, one is opened to split."""

    change_form_template = "admin/merging/change_form.html"
    actions: Any = ("compare",)

    def get_actions(self, request: HttpRequest) -> Any:
        actions = super().get_actions(request)
        if not request.user.has_perm("archive.add_merge"):
            actions.pop("compare", None)
        return actions

    @admin.action(description="So và gộp hai bản ghi đã chọn")
    def compare(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        chosen = list(queryset.order_by("pk")[:3])
        if len(chosen) != 2:
            self.message_user(request, "Chọn đúng hai bản ghi để so.", messages.WARNING)
            return None
        slug = next(kind.slug for kind in KINDS.values() if kind.model is self.model)
        return redirect(reverse("admin:merge_pair", args=[slug, *(row.pk for row in chosen)]))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        slug = next(kind.slug for kind in KINDS.values() if kind.model is self.model)
        may = {"split_slug": slug if request.user.has_perm("archive.add_merge") else ""}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **may})
