from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Min
from django.views.generic import TemplateView

from archive.browse.map import province_map
from archive.browse.specimen import specimen
from archive.browse.views.ledger import ledger
from archive.browse.views.meetings import public_meetings
from archive.browse.views.officials import public_officials
from archive.models import Article, Mention, Observation

LEDGER_ROWS = 40  # past so many units home names provinces alone


class HomeView(TemplateView):
    """What is there, in one sentence and one table, and the newest articles."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        articles = Article.objects.published()
        rows = ledger()
        rich = articles.filter(versions__number=1, pk__in=Mention.objects.valid().values("article"))
        rich = rich.filter(pk__in=Observation.objects.valid().values("article"))
        example = rich.order_by("-sort_date", "-pk").first()
        return super().get_context_data(
            **kwargs,
            totals=articles.aggregate(
                articles=Count("pk"), first=Min("sort_date"), last=Max("sort_date")
            ),
            meetings=public_meetings().count(),
            officials=public_officials().count(),
            figures=Observation.objects.valid().filter(article__in=articles).count(),
            map=province_map(self.request.GET.get("ban-do", ""), rows),
            ledger=rows,
            provinces_only=sum(1 + len(row.children) for row in rows) > LEDGER_ROWS,
            specimen=specimen(example) if example else None,
            newest=articles.listed().with_counts()[:8],
        )
