from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, Exists, Max, Min, OuterRef, Q, Sum, When
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse import list_records
from archive.browse.as_data import CHUNK, AsData
from archive.browse.charts.bars import growth_chart, plan_chart, value_chart
from archive.browse.charts.series import series_chart
from archive.browse.comparing import MOST, comparison
from archive.browse.filters import IndicatorFilter, ObservationFilter
from archive.browse.linked import indicator_data
from archive.browse.views.lists import FollowMerged, page_of, span_of
from archive.models import Article, FigureSum, Indicator, Observation
from archive.ordering import by_name
from archive.sums.totals import span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive.exporting.records import Row


def public_indicators() -> Any:
    """Series with a figure that the public may see."""
    told = Observation.objects.valid().filter(article__in=Article.objects.published())
    return Indicator.objects.filter(Exists(told.filter(indicator=OuterRef("pk"))), merged_into=None)


def public_figures() -> Any:
    return Observation.objects.valid().filter(article__in=Article.objects.published())


class IndicatorListView(AsData, TemplateView):
    template_name = "indicators/list.html"

    @cached_property
    def chosen(self) -> IndicatorFilter:
        told = FigureSum.objects.filter(indicator=OuterRef("pk"))
        rows = Indicator.objects.filter(Exists(told))
        return IndicatorFilter(self.request.GET, queryset=rows)

    def rows(self) -> Any:
        return self.chosen.qs.annotate(
            figures=Sum("figure_sums__figures"),
            places=Count("figure_sums__place"),
            first=Min("figure_sums__first", filter=~Q(figure_sums__first="")),
            last=Max("figure_sums__last"),
        ).order_by(Case(When(category="", then=1), default=0), "category", by_name("name"))

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        return {"chi-tieu": lambda: map(list_records.indicator, self.rows().iterator(CHUNK))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = FigureSum.objects.filter(indicator__in=self.chosen.qs).exclude(first="")
        return super().get_context_data(
            **kwargs,
            filter=self.chosen,
            page=page_of(self.request, self.rows(), 60),
            years=years_between(span(told)),
        )


def years_of(figures: Any) -> tuple[str, str] | None:
    """The first and the last year that figures are told of."""
    return years_between(span_of(figures.exclude(period=""), "period"))


def years_between(periods: tuple[object, object] | None) -> tuple[str, str] | None:
    return (str(periods[0])[:4], str(periods[1])[:4]) if periods else None


class IndicatorView(FollowMerged, AsData, DetailView[Indicator]):
    """A series: every reported figure with its place, period and sentence."""

    model = Indicator
    template_name = "indicators/detail.html"

    def get_object(self, queryset: Any = None) -> Indicator:
        indicator: Indicator | None = public_indicators().filter(slug=self.kwargs["slug"]).first()
        if indicator is None:
            raise Http404(_("Kho không có chỉ tiêu này."))
        return indicator

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = self.chosen(self.object)
        rows = chosen.qs.select_related("article", "place__parent", "indicator", "parent")
        page = page_of(self.request, rows, 100)
        articles = Article.objects.published().filter(observations__indicator=self.object)
        return super().get_context_data(
            **kwargs,
            filter=chosen,
            page=page,
            years=years_of(chosen.qs),
            linked=indicator_data(self.object, page.object_list),
            noindex=articles.only_retold(),
            **self.compared(public_figures()),
        )

    def chosen(self, indicator: Indicator) -> ObservationFilter:
        rows = public_figures().filter(indicator=indicator)
        ordered = rows.order_by("-period", by_name("place__name"), "order")
        return ObservationFilter(self.request.GET, queryset=ordered, request=self.request)

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        return {"so-lieu": lambda: list_records.figures(self.chosen(self.get_object()).qs)}

    def compared(self, shown: Any) -> dict[str, Any]:
        """The chosen places side by side, against plan, in growth, and through the years."""
        comparing = comparison(self.object, self.request.GET, shown)
        if comparing is None:
            return {}
        return {
            "comparing": comparing,
            "most": MOST,
            "values": value_chart("so-sanh", comparing.figures, comparing.others),
            "plans": plan_chart("ke-hoach", comparing.figures),
            "growths": growth_chart("tang-truong", comparing.figures),
            "series": series_chart("chuoi", comparing.all),
        }
