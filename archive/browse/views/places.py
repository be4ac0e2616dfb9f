from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, When
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse.calendar import calendar
from archive.browse.charts.small import small_charts
from archive.browse.filters import PlaceFilter
from archive.browse.former_addresses import places_meant
from archive.browse.line import line_of
from archive.browse.line_words import sentence
from archive.browse.office import offices
from archive.browse.place_index import districts_by_letter
from archive.browse.predecessors import PARAMETER, articles_in, in_places, scope_of
from archive.browse.terms import terms
from archive.browse.views.ledger import held_places, ledger, ledger_below
from archive.browse.views.lists import ArticleFilterMixin
from archive.browse.views.meetings import public_meetings
from archive.models import Observation, Place
from archive.vietnamese.collation import initial

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from archive.browse.calendar import Cell
    from archive.browse.predecessors import Scope

MEETINGS, FIGURES = 8, 20  # newest rows on the page of a place; the lists have them all


class PlaceListView(TemplateView):
    template_name = "places/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = PlaceFilter(self.request.GET, queryset=held_places())
        return super().get_context_data(**kwargs, filter=chosen, ledger=ledger(chosen.qs))


class PlaceIndexView(TemplateView):
    """All districts that there are or were, by the letters of the alphabet."""

    template_name = "places/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, letters=districts_by_letter())


class PlaceView(ArticleFilterMixin, DetailView[Place]):
    """A province, a district or a commune: its units, articles, meetings, people and figures."""

    model = Place
    template_name = "places/detail.html"
    scope: Scope

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; an address that the place had, or might have had, leads to it."""
        if not Place.objects.filter(slug=kwargs["slug"]).exists():
            meant = places_meant(kwargs["slug"])
            if len(meant) == 1:
                return redirect(meant[0], permanent=True)
            if meant:
                return redirect(f"{reverse('place-index')}#chu-{initial(meant[0].name).lower()}")
        return super().get(request, *args, **kwargs)

    def get_object(self, queryset: Any = None) -> Place:
        places = Place.objects.select_related("parent").prefetch_related("units", "parent__units")
        place = places.filter(slug=self.kwargs["slug"]).first()
        if place is None:
            raise Http404(_("Kho không có địa phương này."))
        return place

    def articles(self) -> Any:
        return articles_in(self.scope.places)

    def article_queryset(self) -> Any:
        return self.articles().listed().with_counts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = self.object
        own = articles_in([place])
        self.scope = scope_of(place, self.request.GET.get(PARAMETER))
        meetings = public_meetings().filter(in_places(self.scope.places))
        months = self.articles().order_by().values_list("sort_date__year", "sort_date__month")
        by_month = calendar(months.annotate(Count("pk")))
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
            years=years_of(by_month),
            districts=[] if place.parent else ledger_below(self.scope.places),
            total=self.articles().count(),
            meeting_total=meetings.count(),
            meetings=meetings.select_related("place").order_by("-held_on", "-pk")[:MEETINGS],
            terms=terms(meetings.filter(place=place, congress__isnull=False)),
            offices=offices(place),
            figures=figures,
            charts=small_charts(figures),
        )


def years_of(by_month: list[tuple[int, list[Cell]]]) -> list[tuple[int, int]]:
    """Articles a year, the newest first; a year without is left out."""
    counts = [(year, sum(cell.count for cell in cells)) for year, cells in reversed(by_month)]
    return [(year, count) for year, count in counts if count]


def figures_of(articles: Any) -> Any:
    """The newest figures of the catalogue, then others."""
    catalogued_first = Case(When(indicator__category="", then=1), default=0)
    return (
        Observation.objects.valid()
        .filter(article__in=articles)
        .select_related("indicator", "article", "place")
        .order_by(catalogued_first, "-article__sort_date", "article", "order")[:FIGURES]
    )
