"""Searching while the search engine is away: a page that says so, and the rest of the site as ever."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

from archive.search.engine import OutdatedIndexError, SearchUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)
RETRY_AFTER = 60  # seconds


class SearchAwayMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, (SearchUnavailableError, OutdatedIndexError)):
            return None
        logger.error("%s: %s", request.path, exception)
        context = {"heading": _("Tạm thời chưa tìm được"), "q": request.GET.get("q", "")}
        answer = render(request, "errors/search_away.html", context, status=503)
        answer["Retry-After"] = str(RETRY_AFTER)
        answer["Cache-Control"] = "no-store"
        return answer
