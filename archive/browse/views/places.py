from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Case, When
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse import list_records
from archive.browse.as_data import AsData
from archive.browse.calendar import articles_by_month, years_of
from archive.browse.charts.small import small_charts
from archive.browse.filters import PlaceFilter
from archive.browse.former_addresses import places_meant
from archive.browse.line import line_of
from archive.browse.line_words import sentence
from archive.browse.office import offices, public_reports
from archive.browse.place_index import districts_by_letter
from archive.browse.predecessors import PARAMETER, articles_in, in_places, scope_of
from archive.browse.terms import terms
from archive.browse.views.ledger import held_places, ledger, ledger_below
from archive.browse.views.lists import ArticleFilterMixin
from archive.browse.views.meetings import public_meetings
from archive.browse.words import letter_anchor
from archive.models import ArticleSum, MeetingSum, Observation, Place
from archive.ordering import newest
from archive.sums.totals import span, total
from archive.vietnamese.collation import initial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.http import HttpRequest

    from archive.browse.predecessors import Scope
    from archive.exporting.records import Row

MEETINGS, FIGURES = 8, 20  # newest rows on the page of a place; the lists have them all


class PlaceListView(AsData, TemplateView):
    template_name = "places/list.html"

    @cached_property
    def chosen(self) -> PlaceFilter:
        return PlaceFilter(self.request.GET, queryset=held_places().order_by("slug"))

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        return {"dia-phuong": lambda: map(list_records.place, self.chosen.qs)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = list(self.chosen.qs)
        sums = ArticleSum.objects.filter(place__in=places)
        return super().get_context_data(
            **kwargs,
            filter=self.chosen,
            ledger=ledger(places),
            total=len(places),
            span=span(sums),
        )


class PlaceIndexView(TemplateView):
    """All districts that there are or were, by the letters of the alphabet."""

    template_name = "places/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, letters=districts_by_letter())


class PlaceView(ArticleFilterMixin, DetailView[Place]):
    """A province, a district or a commune: its units, articles, meetings, people and figures."""

    model = Place
    template_name = "places/detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page; an address that the place had, or might have had, leads to it."""
        if not Place.objects.filter(slug=kwargs["slug"]).exists():
            meant = places_meant(kwargs["slug"])
            if len(meant) == 1:
                return redirect(meant[0], permanent=True)
            if meant:
                return redirect(f"{reverse('place-index')}#{letter_anchor(initial(meant[0].name))}")
        return super().get(request, *args, **kwargs)

    @cached_property
    def place(self) -> Place:
        places = Place.objects.select_related("parent").prefetch_related("units", "parent__units")
        place = places.filter(slug=self.kwargs["slug"]).first()
        if place is None:
            raise Http404(_("Kho không có địa phương này."))
        return place

    def get_object(self, queryset: Any = None) -> Place:
        return self.place

    @cached_property
    def scope(self) -> Scope:
        return scope_of(self.place, self.request.GET.get(PARAMETER))

    def articles(self) -> Any:
        return articles_in(self.scope.places)

    def meetings(self) -> Any:
        rows = public_meetings().filter(in_places(self.scope.places))
        return rows.select_related("place").order_by(newest("held_on"), "-pk")

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        posts = public_reports().filter(position__place=self.place)
        figures = Observation.objects.valid().filter(article__in=self.articles())
        return {
            **super().tables(),
            "cuoc-hop": lambda: list_records.meetings(self.meetings()),
            "chuc-vu": lambda: list_records.posts(posts.order_by("position__title", "on", "pk")),
            "so-lieu": lambda: list_records.figures(figures.order_by("article", "order")),
        }

    def article_queryset(self) -> Any:
        return self.articles().listed()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = self.place
        own = articles_in([place])
        meetings, here = self.meetings(), in_places(self.scope.places)
        by_month = articles_by_month(self.articles())
        line = line_of(place, own)
        figures = list(figures_of(self.articles()))
        return super().get_context_data(
            **kwargs,
            feed=(place.name, reverse("place_feed", args=[place.slug])),
            scope=self.scope,
            kept=f"{PARAMETER}=1&" if self.scope.chosen else "",
            line=line if line.is_long else None,
            sentence=sentence(line, place) if line.is_long else "",
            unit=line.stretches[-1].unit if line.stretches else place,
            calendar=by_month,
            years_held=years_of(by_month),
            districts=[] if place.parent else ledger_below(self.scope.places),
            total=total(ArticleSum.objects.filter(here), "articles"),
            meeting_total=total(MeetingSum.objects.filter(here), "meetings"),
            meetings=meetings[:MEETINGS],
            terms=terms(meetings.filter(place=place, congress__isnull=False)),
            offices=offices(place),
            figures=figures,
            charts=small_charts(figures),
        )


def figures_of(articles: Any) -> Any:
    """The newest figures of the catalogue, then others."""
    catalogued_first = Case(When(indicator__category="", then=1), default=0)
    return (
        Observation.objects.valid()
        .filter(article__in=articles)
        .select_related("indicator", "article", "place")
        .order_by(catalogued_first, newest("article__sort_date"), "article", "order")[:FIGURES]
    )
