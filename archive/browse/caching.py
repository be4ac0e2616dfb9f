"""How long others may keep an answer.

Public pages may be kept by anyone but must be asked for again each time, which costs a few bytes
while nothing has changed (their ETag): what an editor corrects or withdraws is gone at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.cache import patch_cache_control

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

PRIVATE = ("/quan-tri/",)


def cache_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            if request.path.startswith(PRIVATE) or response.cookies or request.method == "POST":
                patch_cache_control(response, private=True, no_store=True)
            else:
                patch_cache_control(response, public=True, no_cache=True)
        return response

    return answer
