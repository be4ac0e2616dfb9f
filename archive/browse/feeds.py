"""Atom feeds: the newest arrivals of all, of a place, a person, a source, or any search.

The order is that of arrival: an archive learns of old meetings too, and who follows it wants to
hear of them.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from archive.browse.asking import Asked, asked
from archive.models import Article, Mention, Official, Place, Source
from archive.search.engine import answer
from archive.search.index import engine

if TYPE_CHECKING:
    from django.http import HttpRequest

LONGEST = 30  # entries
SITE_NAME = "Kho tin Cấp ủy"


class ArticleFeed(Feed[Article, Any]):
    """Base: all articles; a subclass narrows `rows()` to its subject."""

    feed_type = Atom1Feed
    language = "vi"  # of the entries, whatever the language of the site

    def rows(self, subject: Any) -> Any:
        return Article.objects.published()

    def items(self, subject: Any) -> Any:
        rows = self.rows(subject).select_related("source", "place__parent", "unit")
        return rows.order_by("-pk")[:LONGEST]

    def title(self, subject: Any = None) -> str:
        return f"{subject} | {SITE_NAME}" if subject else SITE_NAME

    def link(self, subject: Any = None) -> str:
        return str(settings.SITE_URL) + (
            subject.get_absolute_url() if subject else reverse("articles")
        )

    def subtitle(self, subject: Any = None) -> str:
        return _("Bài mới vào kho, mới nhất trước.")

    def feed_url(self, subject: Any = None) -> str:
        return f"{self.link(subject)}atom/"

    def item_title(self, article: Article) -> str:
        return article.title

    def item_description(self, article: Article) -> str:
        return escape(article.summary)  # the feed says that it is HTML

    def item_link(self, article: Article) -> str:
        return str(settings.SITE_URL) + article.get_absolute_url()

    def item_guid(self, article: Article) -> str:
        return f"{settings.SITE_URL}/bai/{article.pk}/"

    def item_author_name(self, article: Article) -> str:
        return article.source.name

    def item_pubdate(self, article: Article) -> datetime.datetime | None:
        """When it was published, else noon of the day that lists sort by."""
        if article.published_at or article.sort_date is None:
            return article.published_at
        noon = datetime.datetime.combine(article.sort_date, datetime.time(12))
        return timezone.make_aware(noon)

    def item_updateddate(self, article: Article) -> datetime.datetime:
        return article.changed_at

    def item_categories(self, article: Article) -> list[str]:
        places = (article.unit or article.place, article.place and article.place.parent)
        return [str(place) for place in places if place]


class PlaceFeed(ArticleFeed):
    """A province's feed holds its districts'."""

    def get_object(self, request: HttpRequest, slug: str) -> Any:
        return found(Place.objects.filter(slug=slug))

    def rows(self, subject: Any) -> Any:
        inside = Place.objects.filter(Q(pk=subject.pk) | Q(parent=subject)).values("pk")
        return super().rows(subject).filter(place__in=inside)


class OfficialFeed(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Any:
        return found(Official.objects.filter(slug=slug, merged_into=None))

    def rows(self, subject: Any) -> Any:
        named = Mention.objects.valid().filter(official=subject).values("article")
        return super().rows(subject).filter(pk__in=named)


class SourceFeed(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Any:
        return found(Source.objects.filter(slug=slug))

    def rows(self, subject: Any) -> Any:
        return super().rows(subject).filter(source=subject)


class SearchFeed(ArticleFeed):
    """A search is kept by its address: what it finds, newest day first."""

    def get_object(self, request: HttpRequest) -> Asked:
        return asked(request.GET)

    def items(self, subject: Any) -> Any:
        if subject.is_empty:
            return []
        query = replace(subject.query(), sort="newest", offset=0, limit=LONGEST)
        ids = [hit.id for hit in answer(engine(), query).hits]
        rows = Article.objects.published().select_related("source", "place__parent", "unit")
        held = rows.in_bulk(ids)
        return [held[pk] for pk in ids if pk in held]

    def title(self, subject: Any = None) -> str:
        return f"{subject.text or _('Tìm')} | {SITE_NAME}"

    def link(self, subject: Any = None) -> str:
        return f"{settings.SITE_URL}{reverse('search')}{subject.link()}"

    def subtitle(self, subject: Any = None) -> str:
        return _("Bài khớp với lần tìm này, mới nhất trước.")

    def feed_url(self, subject: Any = None) -> str:
        return f"{settings.SITE_URL}{reverse('search_feed')}{subject.link()}"


def found(rows: Any) -> Any:
    row = rows.first()
    if row is None:
        raise Http404(_("Không thấy trang này"))
    return row
