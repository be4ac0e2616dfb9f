from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, OuterRef, Q, Subquery, When
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse.calendar import calendar
from archive.browse.filters import PlaceFilter
from archive.browse.terms import terms
from archive.browse.views.ledger import held_places, ledger, ledger_below
from archive.browse.views.lists import ArticleFilterMixin
from archive.browse.views.meetings import public_meetings
from archive.browse.views.officials import public_positions
from archive.models import Article, Observation, Place, PositionReport

MEETINGS = FIGURES = 12  # newest rows on the page of a place; the lists have them all
POSTS = 40


class PlaceListView(TemplateView):
    template_name = "places/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = PlaceFilter(self.request.GET, queryset=held_places())
        return super().get_context_data(**kwargs, filter=chosen, ledger=ledger(chosen.qs))


class PlaceView(ArticleFilterMixin, DetailView[Place]):
    """A province, a district or a commune: its units, articles, meetings, people and figures."""

    model = Place
    template_name = "places/detail.html"

    def get_object(self, queryset: Any = None) -> Place:
        places = Place.objects.select_related("parent").prefetch_related("units", "parent__units")
        place = places.filter(slug=self.kwargs["slug"]).first()
        if place is None:
            raise Http404(_("Kho không có địa phương này."))
        return place

    def articles(self) -> Any:
        here = Q(place=self.object) | Q(place__parent=self.object)
        return Article.objects.published().filter(here)

    def article_queryset(self) -> Any:
        return self.articles().listed().with_counts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = self.object
        meetings = public_meetings().filter(Q(place=place) | Q(place__parent=place))
        months = self.articles().order_by().values_list("sort_date__year", "sort_date__month")
        return super().get_context_data(
            **kwargs,
            feed=(place.name, reverse("place_feed", args=[place.slug])),
            units=sorted(place.units.all(), key=lambda unit: str(unit.valid_from or "")),
            calendar=calendar(months.annotate(Count("pk"))),
            districts=[] if place.parent else ledger_below(place),
            total=self.articles().count(),
            meeting_total=meetings.count(),
            meetings=meetings.select_related("place").order_by("-held_on", "-pk")[:MEETINGS],
            terms=terms(meetings.filter(place=place, congress__isnull=False)),
            posts=posts_at(place),
            figures=figures_of(self.articles()),
        )


def figures_of(articles: Any) -> Any:
    """The newest figures of the catalogue, then others; parts of totals stay with their article."""
    catalogued_first = Case(When(indicator__category="", then=1), default=0)
    return (
        Observation.objects.valid()
        .filter(article__in=articles, parent=None)
        .select_related("indicator", "article", "place")
        .order_by(catalogued_first, "-article__sort_date", "article", "order")[:FIGURES]
    )


def posts_at(place: Place) -> Any:
    """Posts held here, each with its last report, newest first."""
    reports = PositionReport.objects.valid().filter(article__in=Article.objects.published())
    newest = reports.filter(position=OuterRef("pk")).order_by("-on", "-pk").values("pk")[:1]
    held = public_positions().filter(place=place).annotate(newest=Subquery(newest))
    return (
        PositionReport.objects.filter(pk__in=held.values("newest"))
        .select_related("position__official", "article")
        .order_by("-on", "article", "order")[:POSTS]
    )
