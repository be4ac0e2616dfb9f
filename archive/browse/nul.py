"""The character NUL, which no address of ours holds and PostgreSQL refuses in any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

NUL = "\0"
WRITTEN = ("%00", NUL)


def nul_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """No page is at a path with it; a parameter is read as if it were not there."""

    def answer(request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info:
            request.path = request.path_info = request.path_info.replace(NUL, "")
            raise Http404  # the page that says so looks at the path for what was meant
        query = request.META.get("QUERY_STRING", "")
        for form in WRITTEN:
            query = query.replace(form, "")
        request.META["QUERY_STRING"] = query
        return get_response(request)

    return answer
