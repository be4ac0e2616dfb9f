from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Any

from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from archive.browse import list_records
from archive.browse.as_data import CHUNK, AsData
from archive.browse.asking import LAST_PAGE, PAGE_SIZE, asked
from archive.browse.direct import direct_answer
from archive.browse.found import chips, facets, found
from archive.browse.guide import examples
from archive.browse.missed import remember
from archive.browse.predecessors import asked_scope, named_scope
from archive.browse.views.lists import page_of
from archive.models import Article
from archive.search.engine import answer
from archive.search.index import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.http import HttpRequest

    from archive.browse.asking import Asked
    from archive.exporting.records import Row
    from archive.search.hits import Completion

MOST_SUGGESTED = 8
LONGEST_START = 100  # code points of what is being typed that are looked at
SUBJECTS = {
    "place": (_("địa phương"), "place", "slug"),
    "official": (_("cán bộ"), "official", "slug"),
    "meeting": (_("cuộc họp"), "meeting", "pk"),
    "indicator": (_("chỉ tiêu"), "indicator", "slug"),
}
ORDER_NAMES = {"": _("sát nhất"), "moi": _("mới nhất"), "cu": _("cũ nhất")}


class SearchView(AsData, TemplateView):
    """The form, and what the archive answers: how many, in what time, where, and how to narrow."""

    template_name = "search.html"

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        ask = asked(self.request.GET)
        return {"bai": lambda: [] if ask.is_empty else found_records(ask)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ask = asked(self.request.GET)
        context = super().get_context_data(**kwargs, ask=ask, q=ask.text, chips=chips(ask))
        if ask.is_empty:
            return context
        scope = asked_scope(ask)
        query = ask.query(scope.slugs if scope else frozenset())
        started = perf_counter()
        hits = answer(engine(), query)
        seconds = perf_counter() - started
        if ask.is_plain and (not hits.total or hits.note == "some"):
            remember(ask.text)
        return {
            **context,
            "direct": direct_answer(ask.text) if ask.is_plain else None,
            "query": query,
            "scope": scope,
            "named": None if scope else named_scope(ask.text),
            "with_former": ask.link(ca_don_vi_cu=1),
            "without_former": ask.link(ca_don_vi_cu=None),
            "hits": hits,
            "seconds": seconds,
            "found": found(hits),
            "facets": facets(hits, ask),
            "years": ends(hits.facets.get("year", {})),
            "orders": [
                (name, ask.link(xep=key or None), key == ask.given.get("xep", ""))
                for key, name in ORDER_NAMES.items()
            ],
            "page": page_of(self.request, range(min(hits.total, LAST_PAGE * PAGE_SIZE)), PAGE_SIZE),
            "suggested": ask.link(q=hits.did_you_mean) if hits.did_you_mean else "",
            "accentless": ask.link(khong_dau=1),
            "feed": (ask.text, reverse("search_feed") + ask.link()),
        }


def ends(counts: dict[str, int]) -> tuple[str, str] | None:
    return (min(counts), max(counts)) if counts else None


def found_records(ask: Asked) -> Iterator[Row]:
    """What a search finds, in its order, as far as its pages go."""
    scope = asked_scope(ask)
    query = ask.query(scope.slugs if scope else frozenset())
    for offset in range(0, LAST_PAGE * PAGE_SIZE, CHUNK):
        hits = answer(engine(), replace(query, offset=offset, limit=CHUNK))
        shown = Article.objects.published().select_related("place", "unit", "source")
        rows = shown.in_bulk([hit.id for hit in hits.hits])
        for rank, hit in enumerate(hits.hits, offset + 1):
            if hit.id in rows:
                yield {
                    "rank": rank,
                    **list_records.article(rows[hit.id]),
                    "passage": hit.snippet.text,
                }
        if offset + CHUNK >= hits.total:
            return


class GuideView(TemplateView):
    """How to search: each form of the query language on the archive's own data."""

    template_name = "search_guide.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, sections=examples(engine()))


class SuggestView(View):
    """What begins with what is being typed: `{"subjects": [{label, kind, url, count}]}`."""

    def get(self, request: HttpRequest) -> JsonResponse:
        start = request.GET.get("q", "")[:LONGEST_START]
        found = engine().complete(start, MOST_SUGGESTED)
        return JsonResponse({"subjects": [subject(one) for one in found]})


def subject(found: Completion) -> dict[str, Any]:
    kind, view, argument = SUBJECTS[found.kind]
    url = reverse(view, kwargs={argument: found.key})
    return {"label": found.label, "kind": str(kind), "url": url, "count": found.count}
