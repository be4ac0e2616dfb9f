"""Lists of articles with their filter and pages: one behaviour for every page that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

from archive.browse.filters import ArticleFilter

if TYPE_CHECKING:
    from django.http import HttpRequest

PAGE_SIZE = 20


def page_of(request: HttpRequest, rows: Any, size: int = PAGE_SIZE) -> Any:
    """The page asked for; one out of range shows the last, one that is no number the first."""
    return Paginator(rows, size).get_page(request.GET.get("trang"))


class ArticleFilterMixin:
    """Adds `filter` and `page` of `article_queryset()` to a view."""

    request: HttpRequest

    def article_queryset(self) -> Any:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = ArticleFilter(self.request.GET, queryset=self.article_queryset())
        context: dict[str, Any] = super().get_context_data(  # type: ignore[misc]
            **kwargs, filter=chosen, page=page_of(self.request, chosen.qs)
        )
        return context
