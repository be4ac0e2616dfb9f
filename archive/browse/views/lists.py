"""What list and detail pages share: pages of rows, the filter of articles, merged records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import Max, Min, QuerySet
from django.shortcuts import redirect

from archive.browse import list_records
from archive.browse.as_data import AsData
from archive.browse.filters import ArticleFilter
from archive.browse.kept import LargePaginator, kept_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from django.http import HttpRequest

    from archive.exporting.records import Row

PAGE_SIZE = 20


def page_of(
    request: HttpRequest,
    rows: Any,
    size: int = PAGE_SIZE,
    total: int | None = None,
) -> Any:
    """The page asked for; one out of range shows the last, one that is no number the first.

    `total`: how many rows there are, where that is known. `page.numbers` are those that its links show.
    """
    large = isinstance(rows, QuerySet)
    paginator = LargePaginator(rows, size, total=total) if large else Paginator(rows, size)
    page: Any = paginator.get_page(request.GET.get("trang"))
    page.object_list = list(page.object_list)  # templates ask twice whether there is anything
    page.numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return page


def span_of(rows: Any, field: str) -> tuple[date, date] | None:
    """From when to when a list reaches; None where no row has a day."""
    first, last = kept_of(rows, f"span of {field}", lambda: ends_of(rows, field))
    return (first, last) if first else None


def ends_of(rows: Any, field: str) -> tuple[Any, Any]:
    ends = rows.order_by().aggregate(first=Min(field), last=Max(field))
    return ends["first"], ends["last"]


class ArticleFilterMixin(AsData):
    """Adds `filter`, `page` and `span` of `article_queryset()` to a view, and the rows as data."""

    request: HttpRequest

    def article_queryset(self) -> Any:
        raise NotImplementedError

    def chosen_articles(self) -> ArticleFilter:
        return ArticleFilter(self.request.GET, queryset=self.article_queryset())

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        return {"bai": lambda: list_records.articles(self.chosen_articles().qs)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = self.chosen_articles()
        context: dict[str, Any] = super().get_context_data(  # type: ignore[misc]
            **kwargs,
            filter=chosen,
            page=page_of(self.request, chosen.qs.with_counts()),
            span=span_of(chosen.qs, "sort_date"),
        )
        return context


class FollowMerged:
    """A record that was merged into another sends its readers there."""

    model: Any

    def get(self, request: HttpRequest, **kwargs: Any) -> Any:
        key = {name: kwargs[name] for name in ("pk", "slug") if name in kwargs}
        merged = self.model.objects.filter(**key, merged_into__isnull=False)
        for record in merged.select_related("merged_into"):
            return redirect(record.merged_into, permanent=True)
        return super().get(request, **kwargs)  # type: ignore[misc]


class OneAddress:
    """A record found by its number has one address: the words after the number must be its own."""

    object: Any

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> Any:
        address = self.object.get_absolute_url()
        if context["view"].request.path != address:
            return redirect(address, permanent=True)
        return super().render_to_response(context, **kwargs)  # type: ignore[misc]
