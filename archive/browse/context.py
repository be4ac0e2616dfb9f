"""What every template may use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from archive.browse.language import in_language

if TYPE_CHECKING:
    from django.http import HttpRequest

VIETNAMESE = mark_safe(' lang="vi"')
KEPT = "trang"  # the one parameter that makes another page worth an address of its own


def site(request: HttpRequest) -> dict[str, Any]:
    """The public address, the languages of this page, and `vi`.

    `{{ vi }}` stands in the tag of whatever stays Vietnamese (titles, names, the words of
    articles): in the English site it says so to the browser and to readers' software, in the
    Vietnamese one it is empty.
    """
    language = get_language() or settings.LANGUAGE_CODE
    page = request.GET.get(KEPT, "")
    query = f"?{KEPT}={page}" if page.isascii() and page.isdigit() and page != "1" else ""
    return {
        "site_url": settings.SITE_URL,
        "language": language,
        "canonical": f"{settings.SITE_URL}{request.path}{query}",
        "languages": [
            (code, name, in_language(request.path, code)) for code, name in settings.LANGUAGES
        ],
        "vi": "" if language == "vi" else VIETNAMESE,
    }
