from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Q
from django.http import Http404
from django.views.generic import DetailView, TemplateView

from archive.browse.calendar import calendar
from archive.browse.views.lists import ArticleFilterMixin
from archive.models import Article, Meeting, Observation, Place, PositionReport, Visibility
from archive.vietnamese.collation import collation_key

if TYPE_CHECKING:
    from datetime import date

    from archive.models import PlaceUnit

SHOWN = Q(articles__visibility=Visibility.PUBLIC, articles__duplicate_of=None)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A place with what the archive holds of it; `children` are its districts with articles."""

    place: Place
    count: int
    last: date | None
    children: tuple[LedgerRow, ...] = ()

    @property
    def unit(self) -> PlaceUnit | None:
        """The unit as it was on the day of the newest article."""
        return self.place.unit_on(self.last)


def ledger() -> list[LedgerRow]:
    """Provinces with articles, in Vietnamese order, each with its places below. Two queries."""
    held = (
        Place.objects.annotate(
            count=Count("articles", filter=SHOWN), last=Max("articles__sort_date", filter=SHOWN)
        )
        .filter(count__gt=0)
        .select_related("parent")
        .prefetch_related("units")
    )
    below: dict[int, list[LedgerRow]] = defaultdict(list)
    own: dict[int, LedgerRow] = {}
    provinces: dict[int, Place] = {}
    for place in held:
        row = LedgerRow(place, place.count, place.last)
        province = place.parent or place
        provinces[province.pk] = province
        if place.parent_id:
            below[province.pk].append(row)
        else:
            own[province.pk] = row
    rows = [province_row(place, own.get(pk), below[pk]) for pk, place in provinces.items()]
    return sorted(rows, key=lambda row: collation_key(row.place.name))


def province_row(place: Place, own: LedgerRow | None, below: list[LedgerRow]) -> LedgerRow:
    parts = [*below, *([own] if own else [])]
    return LedgerRow(
        place,
        sum(part.count for part in parts),
        max((part.last for part in parts if part.last), default=None),
        tuple(sorted(below, key=lambda row: collation_key(row.place.name))),
    )


class PlaceListView(TemplateView):
    template_name = "places/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, ledger=ledger())


class PlaceView(ArticleFilterMixin, DetailView[Place]):
    """A province, a district or a commune: its units, articles, meetings, people and figures."""

    model = Place
    template_name = "places/detail.html"

    def get_object(self, queryset: Any = None) -> Place:
        places = Place.objects.select_related("parent").prefetch_related("units", "parent__units")
        place = places.filter(slug=self.kwargs["slug"]).first()
        if place is None:
            raise Http404("Kho không có địa phương này.")
        return place

    def article_queryset(self) -> Any:
        here = Q(place=self.object) | Q(place__parent=self.object)
        return Article.objects.published().filter(here).listed().with_counts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = self.object
        here = Q(article__place=place) | Q(article__place__parent=place)
        days = Article.objects.published().filter(Q(place=place) | Q(place__parent=place))
        return super().get_context_data(
            **kwargs,
            units=sorted(place.units.all(), key=lambda unit: str(unit.valid_from or "")),
            calendar=calendar(days.values_list("sort_date", flat=True)),
            districts=[row for row in ledger() if row.place == place] if not place.parent else [],
            meetings=meetings_of(place),
            posts=posts_of(place),
            figures=Observation.objects.valid()
            .filter(here, article__in=Article.objects.published())
            .select_related("indicator", "article", "place")
            .order_by("-period", "article", "order")[:24],
        )


def meetings_of(place: Place) -> Any:
    """Meetings with a public report, newest first."""
    return (
        Meeting.objects.filter(
            place=place, merged_into=None, reports__article__in=Article.objects.published()
        )
        .distinct()
        .order_by("-held_on", "-ordinal")
    )


def posts_of(place: Place) -> list[PositionReport]:
    """The last report of each post held here, newest first."""
    reports = (
        PositionReport.objects.valid()
        .filter(position__place=place, article__in=Article.objects.published())
        .select_related("position__official", "mention", "article")
        .order_by("-on", "order")
    )
    latest: dict[int, PositionReport] = {}
    for report in reports:
        latest.setdefault(report.position_id, report)
    return list(latest.values())
