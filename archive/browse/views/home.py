from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef
from django.views.generic import TemplateView

from archive.browse.map import province_map
from archive.browse.specimen import specimen
from archive.browse.views.ledger import ledger
from archive.models import (
    Article,
    ArticleSum,
    FigureSum,
    MeetingSum,
    Mention,
    Observation,
    OfficialSum,
)
from archive.ordering import newest
from archive.sums.totals import spanned, total

LEDGER_ROWS = 40  # past so many units home names provinces alone


class HomeView(TemplateView):
    """What is there, in one sentence and one table, and the newest articles."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        articles = Article.objects.published()
        rows = ledger()
        of_article = {"article": OuterRef("pk")}
        rich = articles.filter(
            Exists(Mention.objects.valid().filter(**of_article)),
            Exists(Observation.objects.valid().filter(**of_article)),
            versions__number=1,
        )
        example = rich.order_by(newest("sort_date"), "-pk").first()
        return super().get_context_data(
            **kwargs,
            totals=spanned(ArticleSum.objects.all(), "articles"),
            meetings=total(MeetingSum.objects.all(), "meetings"),
            officials=OfficialSum.objects.count(),
            figures=total(FigureSum.objects.all(), "figures"),
            map=province_map(self.request.GET.get("ban-do", ""), rows),
            ledger=rows,
            provinces_only=sum(1 + len(row.children) for row in rows) > LEDGER_ROWS,
            specimen=specimen(example) if example else None,
            newest=articles.listed().with_counts()[:8],
        )
