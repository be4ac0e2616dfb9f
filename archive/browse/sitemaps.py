"""What search engines are told of: everything that the public may see and that is no retold sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Q
from django.urls import reverse

from archive.models import Article, Indicator, Meeting, Official, Place, State

if TYPE_CHECKING:
    from datetime import datetime

SIZE = 5000  # addresses a file, in each language with the names of the others: some 4 MB


class OwnAddress(Sitemap[Any]):
    """Base: addresses on SITE_URL, in every language, each naming the others."""

    limit = SIZE
    i18n = True
    alternates = True
    x_default = True

    def get_protocol(self, protocol: str | None = None) -> str:
        return str(urlsplit(settings.SITE_URL).scheme)

    def get_domain(self, site: Any = None) -> str:
        return str(urlsplit(settings.SITE_URL).netloc)

    def lastmod(self, item: Any) -> datetime | None:
        changed: datetime | None = getattr(item, "changed_at", None)
        return changed

    def get_latest_lastmod(self) -> datetime | None:
        """Not told in the index, which would read every row for it; each file tells it line by line."""
        return None


class Pages(OwnAddress):
    NAMES = (
        "home",
        "places",
        "place-index",
        "articles",
        "meetings",
        "officials",
        "indicators",
        "sources",
        "terms",
        "about",
        "methods",
        "data",
    )

    def items(self) -> list[str]:
        return list(self.NAMES)

    def location(self, item: str) -> str:
        return reverse(item)


class Articles(OwnAddress):
    def items(self) -> Any:
        return Article.objects.exportable().filter(versions__number=1).order_by("pk")


class Reported(OwnAddress):
    """Base for records that articles report by way of a fact table: `facts` is its relation."""

    facts: str

    def rows(self) -> Any:
        raise NotImplementedError

    def items(self) -> Any:
        own = Q(**{f"{self.facts}__article__in": Article.objects.exportable()})
        valid = ~Q(**{f"{self.facts}__state": State.REJECTED})
        changed = Max(f"{self.facts}__article__changed_at")
        rows = self.rows().filter(own & valid, merged_into=None)
        return rows.annotate(changed_at=changed).order_by("pk")


class Meetings(Reported):
    facts = "reports"

    def rows(self) -> Any:
        return Meeting.objects.all()


class Officials(Reported):
    facts = "mentions"

    def rows(self) -> Any:
        return Official.objects.all()


class Indicators(Reported):
    facts = "observations"

    def rows(self) -> Any:
        return Indicator.objects.all()


class Places(OwnAddress):
    """Places with articles of their own or below them."""

    def items(self) -> Any:
        shown = Article.objects.exportable()
        named = Q(pk__in=shown.values("place")) | Q(pk__in=shown.values("place__parent"))
        return Place.objects.filter(named).order_by("pk")


SITEMAPS: dict[str, type[OwnAddress]] = {
    "trang": Pages,
    "dia-phuong": Places,
    "bai": Articles,
    "cuoc-hop": Meetings,
    "can-bo": Officials,
    "so-lieu": Indicators,
}
