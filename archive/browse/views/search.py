from __future__ import annotations

from typing import Any

from django.views.generic import TemplateView


class SearchView(TemplateView):
    """A form, and what the archive answers."""

    template_name = "search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, q=self.request.GET.get("q", "").strip())
