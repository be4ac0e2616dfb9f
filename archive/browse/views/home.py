from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef
from django.views.generic import TemplateView

from archive.browse.kept import kept
from archive.browse.map import province_map
from archive.browse.specimen import specimen
from archive.browse.views.ledger import ledger
from archive.browse.views.meetings import public_meetings
from archive.browse.views.officials import public_officials
from archive.models import Article, Mention, Observation
from archive.ordering import newest

LEDGER_ROWS = 40  # past so many units home names provinces alone


class HomeView(TemplateView):
    """What is there, in one sentence and one table, and the newest articles."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        articles = Article.objects.published()
        rows = kept("ledger", ledger)
        of_article = {"article": OuterRef("pk")}
        rich = articles.filter(
            Exists(Mention.objects.valid().filter(**of_article)),
            Exists(Observation.objects.valid().filter(**of_article)),
            versions__number=1,
        )
        example = rich.order_by(newest("sort_date"), "-pk").first()
        return super().get_context_data(
            **kwargs,
            totals=kept("totals", totals),
            meetings=kept("meetings", public_meetings().count),
            officials=kept("officials", public_officials().count),
            figures=kept("figures", Observation.objects.valid().filter(article__in=articles).count),
            map=province_map(self.request.GET.get("ban-do", ""), rows),
            ledger=rows,
            provinces_only=sum(1 + len(row.children) for row in rows) > LEDGER_ROWS,
            specimen=specimen(example) if example else None,
            newest=articles.listed().with_counts()[:8],
        )


def totals() -> dict[str, Any]:
    """How many articles there are, and their first and last day."""
    return Article.objects.published().aggregate(
        articles=Count("pk"), first=Min("sort_date"), last=Max("sort_date")
    )
