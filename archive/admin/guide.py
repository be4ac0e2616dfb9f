"""The editors' guide: `docs/huong-dan-bien-tap.md`, one section a page."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import Http404
from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.views.generic import TemplateView
from markdown_it import MarkdownIt

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "huong-dan-bien-tap.md"


@lru_cache(maxsize=1)
def sections() -> tuple[tuple[str, str], ...]:
    """Title and Markdown of each section; the first one is the opening of the guide."""
    parts = re.split(r"^##? (.+)\n", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return tuple(zip(parts[::2], parts[1::2], strict=True))


def page_of(text: str) -> SafeString:
    """A section as HTML; pictures come from the static files."""
    pictured = re.sub(r"\(\.\./static/([^)]+)\)", lambda found: f"({static(found[1])})", text)
    html: str = MarkdownIt("commonmark", {"html": True}).enable("table").render(pictured)
    return SafeString(html)


class GuideView(TemplateView):
    template_name = "desk/guide.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        titles = [title for title, _ in sections()]
        number = kwargs.get("number") or 1
        if number > len(titles):
            raise Http404("Hướng dẫn không có trang này.")
        title, text = sections()[number - 1]
        return super().get_context_data(
            here="guide",
            title=title,
            text=page_of(text),
            titles=list(enumerate(titles, 1)),
            at=number,
            before=number - 1,
            after=number + 1 if number < len(titles) else 0,
            **kwargs,
        )
