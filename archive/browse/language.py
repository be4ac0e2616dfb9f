"""The language of a page is in its address: Vietnamese at the root, others under their prefix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def language_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answers in the language of the address alone: no cookie and no header of the browser counts."""

    def answer(request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return answer


def language_of(path: str) -> str:
    """`/en/bai/` → `en`; any address without a prefix is Vietnamese."""
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE


def root_path(path: str) -> str:
    """`/en/bai/` → `/bai/`: the address without its language."""
    language = translation.get_language_from_path(path)
    return path.removeprefix(f"/{language}") if language else path


def in_language(path: str, language: str) -> str:
    """The address of the same page in another language."""
    root = root_path(path)
    return root if language == settings.LANGUAGE_CODE else f"/{language}{root}"
