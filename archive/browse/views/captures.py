"""What the archive keeps of a page: every sighting, every version of the text, every copy elsewhere."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from csp.decorators import csp_exempt
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import DetailView, View

from archive.browse.difference import difference
from archive.browse.replay import POLICY, replayable
from archive.browse.views.removals import ArticleMayBeGone
from archive.importing.captures import captured_bytes
from archive.models import Article, Capture
from archive.pages.decoding import decode

if TYPE_CHECKING:
    from archive.models import ArticleVersion


class CaptureListView(ArticleMayBeGone, DetailView[Article]):
    """The captures of an article, the difference of its versions, and where else it stands."""

    template_name = "captures/list.html"

    def get_queryset(self) -> Any:
        return Article.objects.published().select_related("place__parent", "source")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = list(self.object.versions.select_related("capture").order_by("number"))
        return super().get_context_data(
            **kwargs,
            noindex=True,
            captures=captures_of(self.object),
            changes=[change(old, new) for old, new in pairwise(versions)][::-1],
            copies=self.object.duplicates.filter(visibility="public").listed(),
        )


def captures_of(article: Article) -> list[Any]:
    """Each sighting with `pwid`, its citation as the web archives write it, where it has address and time."""
    captures: list[Any] = list(
        article.captures.public().order_by("captured_at", "captured_on", "pk")
    )
    for capture in captures:
        capture.pwid = pwid(capture)
    return captures


def pwid(capture: Capture) -> str:
    """Persistent Web IDentifier (draft-pwid-urn-specification): archive, time, what, address."""
    if not capture.url or capture.captured_at is None:
        return ""
    return (
        f"urn:pwid:{settings.SITE_HOST}:{capture.captured_at:%Y-%m-%dT%H:%M:%SZ}:page:{capture.url}"
    )


def change(old: ArticleVersion, new: ArticleVersion) -> dict[str, Any]:
    """One step between versions: the paragraphs that differ, title and captions among them."""
    return {"old": old, "new": new, "paragraphs": difference(text_of(old), text_of(new))}


def text_of(version: ArticleVersion) -> str:
    return "\n\n".join(
        filter(None, (version.title, version.body, *version.captions, version.author))
    )


class CaptureView(DetailView[Capture]):
    """One capture in a sandboxed frame, with what is known of it."""

    template_name = "captures/detail.html"
    pk_url_kwarg = "capture"

    def get_queryset(self) -> Any:
        return published_captures(self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs, noindex=True, article=self.object.article, pwid=pwid(self.object)
        )


def published_captures(article: int) -> Any:
    rows = Capture.objects.public().filter(article=article)
    return rows.select_related("article__place__parent", "article__source")


def kept(pk: int, capture: int) -> tuple[Capture, bytes]:
    """A capture of a public article with its bytes."""
    found = published_captures(pk).filter(pk=capture).first()
    try:
        if found is not None:
            return found, captured_bytes(found)
    except FileNotFoundError:
        pass
    raise Http404(_("Kho không giữ bản lưu này, hoặc trong đó có phần đã được gỡ."))


@method_decorator((csp_exempt(), xframe_options_sameorigin), name="dispatch")
class FrameView(View):
    """The page itself for the frame, under a policy of its own."""

    def get(self, _request: HttpRequest, pk: int, capture: int) -> HttpResponse:
        found, content = kept(pk, capture)
        page = replayable(decode(content, found.given.get("charset")), found.media)
        return HttpResponse(
            page,
            headers={
                "Content-Security-Policy": POLICY,
                "X-DNS-Prefetch-Control": "off",
                "X-Robots-Tag": "noindex",
            },
        )


class DownloadView(View):
    """The original bytes, which no browser renders."""

    def get(self, _request: HttpRequest, pk: int, capture: int) -> HttpResponse:
        found, content = kept(pk, capture)
        suffix = "html" if found.media == "html" else "txt"
        name = f"{found.article.slug or 'bai'}-{found.sha256[:8]}.{suffix}"
        return HttpResponse(
            content,
            content_type="application/octet-stream",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "X-Robots-Tag": "noindex",
            },
        )
