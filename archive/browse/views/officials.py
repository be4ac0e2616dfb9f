from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Q
from django.http import Http404
from django.shortcuts import redirect
from django.views.generic import DetailView, TemplateView

from archive.browse.filters import OfficialFilter
from archive.browse.views.lists import page_of
from archive.models import Article, Official, Participation, PositionReport, State


def public_officials() -> Any:
    """People whom an article that the public may see names."""
    named = Q(mentions__article__in=Article.objects.published()) & ~Q(
        mentions__state=State.REJECTED
    )
    return Official.objects.filter(named, merged_into=None).distinct()


class OfficialListView(TemplateView):
    template_name = "officials/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = (
            public_officials()
            .select_related("province")
            .prefetch_related("positions")
            .annotate(
                article_count=Count("mentions", distinct=True),
                last=Max("mentions__article__sort_date"),
            )
            .order_by("-last", "folded")
        )
        chosen = OfficialFilter(self.request.GET, queryset=rows)
        return super().get_context_data(
            **kwargs, filter=chosen, page=page_of(self.request, chosen.qs, 40)
        )


class OfficialView(DetailView[Official]):
    """A person's posts as reported through time, and the meetings they took part in."""

    model = Official
    template_name = "officials/detail.html"

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        merged = Official.objects.filter(slug=kwargs["slug"], merged_into__isnull=False).first()
        if merged and merged.merged_into:
            return redirect(merged.merged_into, permanent=True)
        return super().get(request, *args, **kwargs)

    def get_object(self, queryset: Any = None) -> Official:
        official = (
            public_officials().select_related("province").filter(slug=self.kwargs["slug"]).first()
        )
        if official is None:
            raise Http404("Kho không có người này.")
        return official

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        official, articles = self.object, Article.objects.published()
        return super().get_context_data(
            **kwargs,
            reports=PositionReport.objects.valid()
            .filter(mention__official=official, article__in=articles)
            .select_related("position__place__parent", "article__place", "mention")
            .prefetch_related("evidence", "position__place__units")
            .order_by("on", "order"),
            roles=Participation.objects.valid()
            .filter(mention__official=official, article__in=articles)
            .select_related("meeting__place", "article")
            .order_by("-article__sort_date"),
            namesakes=public_officials()
            .filter(folded=official.folded)
            .exclude(pk=official.pk)
            .select_related("province"),
        )
