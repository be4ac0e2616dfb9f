from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, Max, Min, Q, When
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse.charts.bars import growth_chart, plan_chart, value_chart
from archive.browse.charts.series import series_chart
from archive.browse.comparing import MOST, comparison
from archive.browse.filters import IndicatorFilter, ObservationFilter
from archive.browse.linked import indicator_data
from archive.browse.views.lists import FollowMerged, page_of
from archive.models import Article, Indicator, Observation, State
from archive.ordering import by_name


def public_indicators() -> Any:
    """Series with a figure that the public may see."""
    shown = Q(observations__article__in=Article.objects.published()) & ~Q(
        observations__state=State.REJECTED
    )
    return Indicator.objects.filter(shown, merged_into=None).distinct()


class IndicatorListView(TemplateView):
    template_name = "indicators/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = (
            public_indicators()
            .annotate(
                figures=Count("observations", distinct=True),
                places=Count("observations__place", distinct=True),
                first=Min("observations__period", filter=~Q(observations__period="")),
                last=Max("observations__period"),
            )
            .order_by(Case(When(category="", then=1), default=0), "category", by_name("name"))
        )
        chosen = IndicatorFilter(self.request.GET, queryset=rows)
        return super().get_context_data(
            **kwargs, filter=chosen, page=page_of(self.request, chosen.qs, 60)
        )


class IndicatorView(FollowMerged, DetailView[Indicator]):
    """A series: every reported figure with its place, period and sentence."""

    model = Indicator
    template_name = "indicators/detail.html"

    def get_object(self, queryset: Any = None) -> Indicator:
        indicator: Indicator | None = public_indicators().filter(slug=self.kwargs["slug"]).first()
        if indicator is None:
            raise Http404(_("Kho không có chỉ tiêu này."))
        return indicator

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = Observation.objects.valid().filter(article__in=Article.objects.published())
        rows = (
            shown.filter(indicator=self.object)
            .select_related("article", "place__parent", "indicator", "parent")
            .order_by("-period", by_name("place__name"), "order")
        )
        chosen = ObservationFilter(self.request.GET, queryset=rows, request=self.request)
        page = page_of(self.request, chosen.qs, 100)
        articles = Article.objects.published().filter(observations__indicator=self.object)
        return super().get_context_data(
            **kwargs,
            filter=chosen,
            page=page,
            linked=indicator_data(self.object, page.object_list),
            noindex=articles.only_retold(),
            **self.compared(shown),
        )

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
