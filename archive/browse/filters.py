"""What a visitor may narrow each list by; words in the address are Vietnamese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from archive.models import (
    Article,
    Indicator,
    Meeting,
    MeetingSum,
    Observation,
    Official,
    Place,
    Source,
)
from archive.models.meeting import MEETING_KINDS
from archive.ordering import by_name
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


class FoldedFilter(filters.CharFilter):
    """Contains, however it is typed: compared without accents in a column kept for that."""

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        found: QuerySet[Any] = super().filter(qs, fold(value) if value else value)
        return found


class DayFilter(filters.DateFilter):
    """A day from a browser's calendar."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


class ArticleFilter(filters.FilterSet):
    tu = DayFilter(field_name="sort_date", lookup_expr="gte", label=_("Từ ngày"))
    den = DayFilter(field_name="sort_date", lookup_expr="lte", label=_("Đến ngày"))
    loai = filters.ChoiceFilter(
        field_name="meetingreports__meeting__kind",
        choices=MEETING_KINDS,
        label=_("Loại họp"),
        empty_label=_("mọi loại"),
        distinct=True,
    )

    class Meta:
        model = Article
        fields: tuple[str, ...] = ()


# Asked of each place, so that an index answers and no article is read.
HAS_ARTICLES = Exists(Article.objects.published().filter(place=OuterRef("pk")))


class NameSelect(forms.Select):
    """A choice of Vietnamese names: each option says its language, the empty one is ours."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["lang"] = "vi"
        return option


def places_offered(request: HttpRequest | None) -> QuerySet[Place]:
    """Provinces with articles, and any place that the address already names."""
    held = Place.objects.filter(HAS_ARTICLES)
    named = request.GET.get("noi", "") if request else ""
    return Place.objects.filter(
        Q(level="province", pk__in=held.values("pk"))
        | Q(pk__in=held.values("parent"))
        | Q(slug=named)
    ).order_by(by_name("name"))


class PlacedFilter(filters.FilterSet):
    """Base for lists of records that have a place: choose its province."""

    noi = filters.ModelChoiceFilter(
        queryset=places_offered,
        to_field_name="slug",
        method="in_place",
        label=_("Tỉnh, thành phố"),
        empty_label=_("mọi nơi"),
        widget=NameSelect,
    )

    def in_place(self, queryset: QuerySet[Any], _name: str, place: Place) -> QuerySet[Any]:
        inside = Place.objects.filter(Q(pk=place.pk) | Q(parent=place)).values("pk")
        return queryset.filter(place__in=inside)


class MeetingFilter(PlacedFilter):
    loai = filters.ChoiceFilter(
        field_name="kind", choices=MEETING_KINDS, label=_("Loại"), empty_label=_("mọi loại")
    )
    nhiem_ky = filters.CharFilter(field_name="term", label=_("Nhiệm kỳ"), max_length=9)
    nam = filters.NumberFilter(
        field_name="held_on", lookup_expr="year", label=_("Năm"), min_value=1900, max_value=2100
    )

    class Meta:
        model = Meeting
        fields: tuple[str, ...] = ()


class MeetingSumFilter(MeetingFilter):
    """The same choice among the sums of meetings."""

    nam = filters.NumberFilter(field_name="year")

    class Meta:
        model = MeetingSum
        fields: tuple[str, ...] = ()


class OfficialFilter(filters.FilterSet):
    ten = FoldedFilter(field_name="folded", lookup_expr="contains", label=_("Tên"))
    noi = filters.ModelChoiceFilter(
        field_name="province",
        queryset=places_offered,
        to_field_name="slug",
        label=_("Tỉnh, thành phố"),
        empty_label=_("mọi nơi"),
        widget=NameSelect,
    )

    class Meta:
        model = Official
        fields: tuple[str, ...] = ()


class IndicatorFilter(filters.FilterSet):
    ten = FoldedFilter(field_name="folded", lookup_expr="contains", label=_("Tên"))

    class Meta:
        model = Indicator
        fields: tuple[str, ...] = ()


class ObservationFilter(PlacedFilter):
    ky = filters.CharFilter(field_name="period", lookup_expr="startswith", label=_("Năm hoặc kỳ"))
    loai = filters.ChoiceFilter(
        field_name="kind",
        choices=Observation.Kind.choices,
        label=_("Loại"),
        empty_label=_("mọi loại"),
    )

    class Meta:
        model = Observation
        fields: tuple[str, ...] = ()


class PlaceFilter(filters.FilterSet):
    ten = filters.CharFilter(method="named", label=_("Tên nơi hoặc tỉnh"))
    cap = filters.ChoiceFilter(
        field_name="level", choices=Place.Level.choices, label=_("Cấp"), empty_label=_("mọi cấp")
    )

    class Meta:
        model = Place
        fields: tuple[str, ...] = ()

    def named(self, queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        wanted = fold(value)
        return queryset.filter(Q(folded__contains=wanted) | Q(parent__folded__contains=wanted))


class SourceFilter(PlacedFilter):
    ten = filters.CharFilter(field_name="name", lookup_expr="icontains", label=_("Tên nguồn"))

    class Meta:
        model = Source
        fields: tuple[str, ...] = ()
