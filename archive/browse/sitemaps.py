"""What search engines are told of: everything that the public may see and that is no retold sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.functional import cached_property

from archive.models import (
    Article,
    ArticleSum,
    Indicator,
    Meeting,
    MeetingReport,
    Mention,
    Observation,
    Official,
    Place,
)

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


class Ranges(Paginator[Any]):
    """Files by ranges of the rows' numbers: nothing is counted, and the last file costs what the first one does.

    Where many numbers in a row are free or hidden, a file may be short or empty.
    """

    object_list: Any

    @cached_property
    def ends(self) -> tuple[int, int]:
        """The first and the last number; 0 and 0 where there is none."""
        numbers = self.object_list.values_list("pk", flat=True)
        first = numbers.order_by("pk")[:1]
        last = numbers.order_by("-pk")[:1]
        return (first[0], last[0]) if first else (0, 0)

    @cached_property
    def num_pages(self) -> int:
        first, last = self.ends
        return int((last - first) // self.per_page + 1)

    def page(self, number: int | str) -> Page[Any]:
        number = self.validate_number(number)
        start = self.ends[0] + (number - 1) * self.per_page
        rows = self.object_list.filter(pk__gte=start, pk__lt=start + self.per_page)
        codes = [code for code, _ in settings.LANGUAGES]
        return Page([(row, code) for row in rows for code in codes], number, self)


class Numbered(OwnAddress):
    """Base for sections that grow with the archive."""

    @property
    def paginator(self) -> Ranges:
        rows: Any = self.items()
        return Ranges(rows, self.limit // len(settings.LANGUAGES))


class Articles(Numbered):
    def items(self) -> Any:
        return Article.objects.exportable().filter(versions__number=1).order_by("pk")


def told_by(facts: Any, name: str) -> Any:
    """The facts of articles that are no samples, of the record of an outer query that they call `name`."""
    shown = facts.objects.valid().filter(article__in=Article.objects.exportable())
    return shown.filter(**{name: OuterRef("pk")})


class Meetings(Numbered):
    """Each with `changed_at`, when an article that reports it changed last."""

    def items(self) -> Any:
        told = told_by(MeetingReport, "meeting")
        changed = told.order_by("-article__changed_at").values("article__changed_at")[:1]
        rows = Meeting.objects.filter(Exists(told), merged_into=None)
        return rows.annotate(changed_at=Subquery(changed)).order_by("pk")


class Officials(Numbered):
    """Without the day of their last change, for which all articles that name them would have to be read."""

    def items(self) -> Any:
        told = told_by(Mention, "official")
        return Official.objects.filter(Exists(told), merged_into=None).order_by("pk")


class Indicators(Numbered):
    """Without that day for the same reason."""

    def items(self) -> Any:
        told = told_by(Observation, "indicator")
        return Indicator.objects.filter(Exists(told), merged_into=None).order_by("pk")


class Places(OwnAddress):
    """Places with articles of their own or below them."""

    def items(self) -> Any:
        shown = ArticleSum.objects.filter(source__is_sample=False)
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
