from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.generic import TemplateView

if TYPE_CHECKING:
    from django.http import HttpRequest


class AboutView(TemplateView):
    template_name = "about.html"


def robots(_request: HttpRequest) -> HttpResponse:
    """Everything may be read but the desk and endless search pages."""
    return HttpResponse(
        "User-agent: *\nDisallow: /quan-tri/\nDisallow: /tim/\n", content_type="text/plain"
    )
