from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count
from django.utils.translation import gettext, ngettext

from archive.admin.merging import MergeableAdmin
from archive.admin.places_field import PlaceField, place_name
from archive.models import Source, SourceAddress
from archive.pages.layouts import LAYOUTS

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

State = Source.State


class SourceAddressInline(admin.TabularInline[SourceAddress, Source]):
    model = SourceAddress
    extra = 0


@admin.register(Source)
class SourceAdmin(MergeableAdmin):
    """Proposals stand first: accept them, decline them, or open one to correct the guess."""

    list_display = ("name", "state", "place_guessed", "confidence", "level", "layout", "articles")
    list_filter = ("state", "level", "layout", "is_sample")
    list_select_related = ("place__parent",)
    ordering = ("-state", "name")  # proposed, declined, confirmed
    search_fields = ("name", "slug", "addresses__host")
    inlines = (SourceAddressInline,)
    actions = ("accept", "decline", "compare")

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """A place is typed with its province, which a namesake needs; a layout is one that there is."""
        label = str(db_field.verbose_name).capitalize()
        if db_field.name == "place":
            return PlaceField(label=label)
        if db_field.name != "layout":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        names = [(layout.name, layout.name) for layout in LAYOUTS]
        return forms.ChoiceField(
            choices=[("", "tự nhận ra"), *names],
            required=False,
            label=label,
            help_text=db_field.help_text,
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        rows: QuerySet[Source] = super().get_queryset(request)
        return rows.annotate(article_count=Count("articles", distinct=True))

    @admin.display(description="địa phương", ordering="place__folded")
    def place_guessed(self, source: Source) -> str:
        """`Hướng Hóa, Quảng Trị`: a district's name alone is not enough to judge a guess."""
        return place_name(source.place) or "-"

    @admin.display(description="bài", ordering="article_count")
    def articles(self, source: Any) -> int:
        count: int = source.article_count
        return count

    @admin.action(description="Nhận nguồn đã chọn, cả địa phương đang ghi", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        self.settle(request, queryset, State.CONFIRMED)

    @admin.action(
        description="Từ chối nguồn đã chọn: không dùng làm bằng chứng, không đề xuất lại",
        permissions=["change"],
    )
    def decline(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        self.settle(request, queryset, State.DECLINED)

    def settle(self, request: HttpRequest, queryset: QuerySet[Source], state: State) -> None:
        count = queryset.order_by().update(state=state)
        done = ngettext("%(count)d nguồn: %(state)s.", "%(count)d nguồn: %(state)s.", count)
        self.message_user(request, done % {"count": count, "state": state.label}, messages.SUCCESS)

    def save_model(
        self, request: HttpRequest, obj: Source, form: forms.ModelForm[Source], change: Any
    ) -> None:
        """Who saves a proposal has looked at it: it is accepted, unless they chose otherwise."""
        if obj.state == State.PROPOSED and "state" not in form.changed_data:
            obj.state = State.CONFIRMED
            self.message_user(request, gettext("Nguồn được nhận như đã sửa."), messages.INFO)
        super().save_model(request, obj, form, change)


@admin.register(SourceAddress)
class SourceAddressAdmin(admin.ModelAdmin[SourceAddress]):
    list_display = ("host", "path_prefix", "source")
    list_select_related = ("source",)
    search_fields = ("host", "source__name")
    autocomplete_fields = ("source",)
