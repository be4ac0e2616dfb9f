"""Extraction again over what is stored: new rules reach old pages, people's words stay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from archive import attention
from archive.extraction import extract
from archive.importing.articles import refresh
from archive.importing.captures import captured_bytes
from archive.importing.reference import current_knowledge
from archive.models import Article, Capture, Place
from archive.models.turns import again
from archive.pages import read
from archive.pages.page import PageError, RawPage
from archive.search import index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.extraction.knowledge import Knowledge
    from archive.extraction.record import Record
    from archive.models import ArticleVersion


def reextract(articles: Iterable[Article]) -> Iterator[tuple[Article, str]]:
    """Read each article's newest capture again; yields it with the reason where that failed."""
    knowledge = current_knowledge()
    for article in articles:
        version = article.current
        problem = "no capture is kept" if version.capture is None else ""
        if version.capture is not None:
            problem = reextract_version(version, version.capture, knowledge)
        if not problem:
            index.index_articles([article.pk])
        yield article, problem


def reextract_version(version: ArticleVersion, capture: Capture, knowledge: Knowledge) -> str:
    """Refresh one version in one transaction; returns why it could not be, else an empty string."""
    try:
        layout = knowledge.registry.layout_of(capture.url)
        record = extract(read(raw_page(capture), layout), knowledge)
    except (PageError, OSError) as error:
        return str(error)
    slug = capture.given.get("place") or (record.place.slug if record.place else None)
    place = Place.objects.select_related("parent").filter(slug=slug).first()
    again(partial(reread, version, record, place))
    return ""


def reread(version: ArticleVersion, record: Record, place: Place | None) -> None:
    refresh(version, record, place)
    attention.refresh([version.article_id])


def raw_page(capture: Capture) -> RawPage:
    """The stored bytes as the reader first met them."""
    return RawPage(
        content=captured_bytes(capture),
        media="html" if capture.media == "html" else "text",
        name=capture.sha256,
        url=capture.url or None,
        captured_at=capture.captured_at,
        title=capture.given.get("title"),
        charset=capture.given.get("charset"),
    )
