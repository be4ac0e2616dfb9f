from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Min, Sum
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse import list_records
from archive.browse.as_data import AsData
from archive.browse.filters import SourceFilter
from archive.browse.views.lists import ArticleFilterMixin, FollowMerged
from archive.models import Article, Source
from archive.ordering import by_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive.exporting.records import Row


class SourceListView(AsData, TemplateView):
    template_name = "sources/list.html"

    @cached_property
    def chosen(self) -> SourceFilter:
        rows = (
            Source.objects.filter(article_sums__isnull=False)
            .annotate(
                count=Sum("article_sums__articles"),
                first=Min("article_sums__first"),
                last=Max("article_sums__last"),
            )
            .select_related("place__parent")
            .order_by("-count", by_name("name"))
        )
        return SourceFilter(self.request.GET, queryset=rows, request=self.request)

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        return {"nguon": lambda: map(list_records.source, self.chosen.qs)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, filter=self.chosen, sources=list(self.chosen.qs))


class SourceView(FollowMerged, ArticleFilterMixin, DetailView[Source]):
    model = Source
    template_name = "sources/detail.html"

    @cached_property
    def source(self) -> Source:
        sources = Source.objects.select_related("place__parent").prefetch_related("addresses")
        source = sources.filter(slug=self.kwargs["slug"]).first()
        if source is None:
            raise Http404(_("Kho không có nguồn này."))
        return source

    def get_object(self, queryset: Any = None) -> Source:
        return self.source

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        feed = (self.object.name, reverse("source_feed", args=[self.object.slug]))
        return super().get_context_data(**kwargs, noindex=self.object.is_sample, feed=feed)

    def article_queryset(self) -> Any:
        return Article.objects.published().filter(source=self.source).listed()
