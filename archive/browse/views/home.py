from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Min
from django.views.generic import TemplateView

from archive.browse.views.places import ledger
from archive.models import Article, Meeting, Mention, Observation, Official


class HomeView(TemplateView):
    """What is there, in one sentence and one table, and the newest articles."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        articles = Article.objects.published()
        shown = {"article__in": articles}
        return super().get_context_data(
            **kwargs,
            totals=articles.aggregate(
                articles=Count("pk"), first=Min("sort_date"), last=Max("sort_date")
            ),
            meetings=Meeting.objects.filter(reports__article__in=articles).distinct().count(),
            officials=Official.objects.filter(mentions__article__in=articles).distinct().count(),
            figures=Observation.objects.valid().filter(**shown).count(),
            people=Mention.objects.valid().filter(**shown).count(),
            ledger=ledger(),
            newest=articles.listed().with_counts()[:8],
        )
