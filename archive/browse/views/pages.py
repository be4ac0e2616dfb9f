from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.views.generic import TemplateView

from archive.browse.as_data import FORM
from archive.browse.columns import TABLES
from archive.browse.language import in_language

if TYPE_CHECKING:
    from django.http import HttpRequest


class AboutView(TemplateView):
    template_name = "about.html"


class MethodsView(TemplateView):
    template_name = "methods.html"


class DataView(TemplateView):
    """How every list is had as data, and what its columns mean."""

    template_name = "data.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, tables=TABLES)


class OpenSearchView(TemplateView):
    """How a browser may search here from its address bar."""

    template_name = "opensearch.xml"
    content_type = "application/opensearchdescription+xml"


def robots(_request: HttpRequest) -> HttpResponse:
    """Everything may be read but the desk, endless search pages and the forms."""
    rules = ["User-agent: *", "Disallow: /quan-tri/"]
    for code, _name in settings.LANGUAGES:
        rules.append(f"Disallow: {in_language('/tim/', code)}")
        rules.append(f"Disallow: {in_language('/', code)}*{FORM}=")
    rules.append(f"Sitemap: {settings.SITE_URL}/sitemap.xml")
    return HttpResponse("\n".join(rules) + "\n", content_type="text/plain")
