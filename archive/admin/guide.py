"""The editors' guide, the same words as `docs/huong-dan-bien-tap.md`."""

from __future__ import annotations

from django.views.generic import TemplateView


class GuideView(TemplateView):
    template_name = "desk/guide.html"
    extra_context = {"here": "guide"}  # noqa: RUF012  (Django's own hook)
