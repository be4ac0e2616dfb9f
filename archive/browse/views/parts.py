from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.http import QueryDict
from django.views.generic import TemplateView

from archive.browse.calendar import articles_by_month
from archive.browse.charts.bars import growth_chart, plan_chart, value_chart
from archive.browse.charts.series import series_chart
from archive.browse.charts.small import small_charts
from archive.browse.comparing import comparison
from archive.browse.facts import article_facts
from archive.browse.line import line_of
from archive.browse.terms import terms
from archive.browse.views.indicators import public_indicators
from archive.browse.views.ledger import ledger
from archive.browse.views.lists import page_of
from archive.browse.views.meetings import public_meetings
from archive.models import Article, Mention, Observation, State

if TYPE_CHECKING:
    from archive.browse.facts import ArticleFacts, Card
    from archive.browse.marks import Segment

FEW = 3


class PartsView(TemplateView):
    """Every part that pages are made of, in every state, filled from the archive as it is now."""

    template_name = "parts.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        articles = Article.objects.published()
        years = articles_by_month(articles)
        numbered = public_meetings().filter(ordinal__isnull=False, congress__isnull=False)
        return super().get_context_data(
            **kwargs,
            noindex=True,
            states=State.choices,
            articles=articles.listed().with_counts()[:FEW],
            ledger=ledger()[:FEW],
            calendar=years[-FEW:],
            terms=terms(numbered.order_by("-held_on", "pk")[: 10 * FEW])[:FEW],
            pages=page_of(self.request, range(60), 20),
            **facts_of(articles),
            **charts_of(articles),
        )


def facts_of(articles: Any) -> dict[str, Any]:
    """The newest article with people and figures, cut to a few cards."""
    rich = articles.filter(pk__in=Mention.objects.valid().values("article"), versions__number=1)
    rich = rich.filter(pk__in=Observation.objects.valid().values("article"))
    article = rich.listed().first()
    if article is None:
        return {}
    facts = article_facts(article, article.current)
    paragraph, shown = specimen_of(facts)
    return {
        "article": article,
        "paragraph": paragraph,
        "facts": shown,
        "line": line_of(article.place, articles.filter(place=article.place))
        if article.place
        else None,
        "small": small_charts(card.row for card in facts.figures)[:FEW],
    }


def specimen_of(facts: ArticleFacts) -> tuple[list[Segment], ArticleFacts]:
    """The paragraph with the most marks and a few cards of each kind that it marks first."""
    richest = max(facts.paragraphs, key=lambda segments: sum(bool(s.mark) for s in segments))
    anchors = {segment.mark.anchor for segment in richest if segment.mark}

    def few(cards: list[Card]) -> list[Card]:
        return [card for card in cards if card.anchor in anchors][:FEW]

    shown = replace(
        facts,
        meetings=few(facts.meetings),
        people=few(facts.people),
        figures=few(facts.figures),
    )
    sigla = {card.siglum for card in (*shown.meetings, *shown.people, *shown.figures)}
    kept = [s if s.mark and s.mark.siglum in sigla else replace(s, mark=None) for s in richest]
    return kept, shown


def charts_of(articles: Any) -> dict[str, Any]:
    """The charts of the indicator that most places report."""
    shown = Observation.objects.valid().filter(article__in=articles)
    most = public_indicators().annotate(places=Count("observations__place", distinct=True))
    indicator = most.order_by("-places", "pk").first()
    comparing = comparison(indicator, QueryDict(), shown) if indicator else None
    if comparing is None:
        return {}
    return {
        "indicator": indicator,
        "comparing": comparing,
        "values": value_chart("mau-so-sanh", comparing.figures, comparing.others),
        "plans": plan_chart("mau-ke-hoach", comparing.figures),
        "growths": growth_chart("mau-tang", comparing.figures),
        "series": series_chart("mau-chuoi", comparing.all),
    }
