from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView, View

from archive.browse.calendar import articles_by_month, years_of
from archive.browse.citing import bibtex
from archive.browse.facts import article_facts
from archive.browse.kept import kept
from archive.browse.linked import article_data
from archive.browse.views.lists import ArticleFilterMixin, OneAddress
from archive.browse.views.removals import ArticleMayBeGone
from archive.history.corrections import corrected_on
from archive.models import Article, MeetingReport


class ArticleListView(ArticleFilterMixin, TemplateView):
    template_name = "articles/list.html"

    def article_queryset(self) -> Any:
        return Article.objects.published().listed()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        by_month = kept("calendar", lambda: articles_by_month(Article.objects.published()))
        return super().get_context_data(**kwargs, calendar=by_month, years_held=years_of(by_month))


class ArticleView(ArticleMayBeGone, OneAddress, DetailView[Article]):
    """The text with its facts marked, the facts beside it, and where all of it came from."""

    model = Article
    template_name = "articles/detail.html"

    def get_object(self, queryset: Any = None) -> Article:
        return shown(self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        article = self.object
        version = article.versions.select_related("capture").latest("number")
        facts = article_facts(article, version)
        return super().get_context_data(
            **kwargs,
            noindex=article.source.is_sample,
            version=version,
            facts=facts,
            corrected=corrected_on(article),
            linked=article_data(article, version, facts),
            before=neighbour(article, newer=False),
            after=neighbour(article, newer=True),
            others=other_reports(article),
        )


def shown(pk: int) -> Article:
    """The article where the public may see it; else the page that says it is not here."""
    articles = Article.objects.published().select_related("place__parent", "unit", "source")
    article = articles.filter(pk=pk, versions__isnull=False).first()
    if article is None:
        raise Http404(_("Kho không có bài này, hoặc bài đã được gỡ."))
    return article


def neighbour(article: Article, *, newer: bool) -> Article | None:
    """The next article of the same place in time."""
    if article.place_id is None or article.sort_date is None:
        return None
    same_day = {"sort_date": article.sort_date, "pk__gt" if newer else "pk__lt": article.pk}
    other_day = {"sort_date__gt" if newer else "sort_date__lt": article.sort_date}
    order = ("sort_date", "pk") if newer else ("-sort_date", "-pk")
    near = Article.objects.published().filter(place=article.place_id)
    return near.filter(Q(**same_day) | Q(**other_day)).order_by(*order).first()


def other_reports(article: Article) -> Any:
    """Articles on the same meetings."""
    meetings = MeetingReport.objects.valid().filter(article=article).values("meeting")
    return (
        Article.objects.published()
        .filter(meetingreports__meeting__in=meetings)
        .exclude(pk=article.pk)
        .distinct()
        .listed()
    )


class BibtexView(View):
    """The same article for a reference manager."""

    def get(self, _request: HttpRequest, pk: int) -> HttpResponse:
        article = shown(pk)
        text = bibtex(article, article.current)
        name = f"{article.slug or 'bai'}.bib"
        return HttpResponse(
            text,
            content_type="application/x-bibtex; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
