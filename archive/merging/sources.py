"""Sources: addresses and articles move, so that the next import of either address finds the one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.db.models import Q

from archive.gazetteer.sources import bare_host
from archive.importing.sources import free_slug
from archive.models import Source
from archive.vietnamese.fold import slugify_vi

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.merging.journal import Journal
    from archive.models import Article, SourceAddress


def merge(kept: Source, gone: Source, journal: Journal) -> None:
    journal.move(gone.merged.all(), "merged_into", kept)
    journal.set(gone, merged_into=kept)
    journal.move(gone.addresses.all(), "source", kept)
    journal.move(gone.articles.all(), "source", kept)
    blank = {name for name in ("place", "level", "layout") if not getattr(kept, name)}
    journal.set(kept, **{name: getattr(gone, name) for name in blank if getattr(gone, name)})


def split(source: Source, addresses: Iterable[SourceAddress], journal: Journal) -> Source:
    """The chosen addresses are another portal's, and so are the articles that came from them."""
    chosen = list(addresses)
    slug = free_slug(slugify_vi(str(chosen[0]))[:70])
    values = {"level": source.level, "place": source.place, "layout": source.layout}
    other: Source = journal.make(Source, slug=slug, name=str(chosen[0]), **values)
    for address in chosen:
        journal.set(address, source=other)
    own = [
        article.pk
        for article in source.articles.only("url")
        if any(lies(article, a) for a in chosen)
    ]
    for start in range(0, len(own), 500):
        journal.move(source.articles.filter(pk__in=own[start : start + 500]), "source", other)
    return other


def lies(article: Article, address: SourceAddress) -> bool:
    """Whether the article came from under this address."""
    parts = urlsplit(article.url)
    same = bare_host(parts.hostname or "") == address.host
    return same and parts.path.startswith(address.path_prefix)


def articles(source: Source) -> set[int]:
    return set(source.articles.values_list("pk", flat=True))


def parts(source: Source) -> list[dict[str, Any]]:
    return [
        {
            "id": row.pk,
            "rows": [row],
            "title": str(row),
            "detail": f"{source.articles.filter(under(row)).count()} bài",
            "where": None,
            "day": None,
            "article": None,
        }
        for row in source.addresses.order_by("host", "path_prefix")
    ]


def under(address: SourceAddress) -> Q:
    """Articles of this address, as far as a database can tell."""
    return Q(url__icontains=f"{address.host}{address.path_prefix}")
