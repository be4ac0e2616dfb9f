"""The index of this installation: which engine, what it holds, and whether it agrees with the rows.

Indexing is explicit: it is called after the transaction that saved an article, never by a signal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from archive.models import Article, MeetingReport, Mention
from archive.search.backends.memory import MemoryEngine
from archive.search.backends.whoosh_engine import WhooshEngine
from archive.search.document import sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.document import Document
    from archive.search.engine import Engine

CHUNK = 500  # articles that are read from the database at once


@lru_cache(maxsize=4)
def engine_at(url: str) -> Engine:
    """The engine that an address names: `whoosh:///folder`, `memory://` for tests."""
    scheme, _, rest = url.partition("://")
    if scheme == "whoosh":
        return WhooshEngine(Path(rest))
    if scheme == "memory":
        return MemoryEngine()
    raise ValueError(f"SEARCH_URL: there is no engine {scheme!r}; use whoosh:///path/of/a/folder")


def engine() -> Engine:
    return engine_at(settings.SEARCH_URL)


# --- rows → documents


def documents(articles: Iterable[int] | None = None) -> Iterator[Document]:
    """Documents of the public articles among `articles`, of all of them without."""
    rows = Article.objects.published().select_related("place__parent", "source")
    if articles is not None:
        rows = rows.filter(pk__in=list(articles))
    mentions = Mention.objects.valid().select_related("official")
    reports = MeetingReport.objects.valid().select_related("meeting")
    rows = rows.prefetch_related("versions", "place__units")
    rows = rows.prefetch_related(Prefetch("mentions", mentions))
    rows = rows.prefetch_related(Prefetch("meetingreports", reports))
    for article in rows.order_by("pk").iterator(chunk_size=CHUNK):
        yield document_of(article)


def document_of(article: Article) -> Document:
    version = max(article.versions.all(), key=lambda version: version.number)
    mentions = list(article.mentions.all())
    line = [article.place, article.place.parent] if article.place else []
    places = [place for place in line if place is not None]
    unit_names = {unit.name for unit in article.place.units.all()} if article.place else set()
    return sealed(
        id=article.pk,
        url=article.get_absolute_url(),
        title=article.title,
        body=version.body,
        captions=tuple(version.captions),
        people=tuple(mention.official.name for mention in mentions),
        places=tuple(place.slug for place in places),
        place_names=tuple(dict.fromkeys([*(p.name for p in places), *sorted(unit_names)])),
        day=str(article.sort_date or ""),
        date_kind=article.date_kind,
        kinds=tuple(sorted({report.meeting.kind for report in article.meetingreports.all()})),
        source=article.source.slug,
        officials=tuple(sorted({mention.official.slug for mention in mentions})),
    )


# --- keeping the index in step


def index_articles(ids: Sequence[int]) -> None:
    """Bring these articles up to date in the index: changed ones in, hidden and deleted ones out."""
    if not ids:
        return
    now = timezone.now()
    fresh = list(documents(ids))
    gone = set(ids) - {document.id for document in fresh}
    if fresh:
        engine().add(fresh)
    if gone:
        engine().remove(gone)
    Article.objects.filter(pk__in=list(ids)).update(indexed_at=now)


def pending() -> list[int]:
    """Articles that changed after they were indexed last."""
    late = Q(indexed_at=None) | Q(indexed_at__lt=F("changed_at"))
    return list(Article.objects.filter(late).values_list("pk", flat=True))


def update() -> int:
    """Index what is pending and what the index lacks or has too much; returns how many."""
    difference = verify()
    ids = sorted({*pending(), *difference.missing, *difference.stale, *difference.surplus})
    for start in range(0, len(ids), CHUNK):
        index_articles(ids[start : start + CHUNK])
    return len(ids)


def rebuild() -> int:
    """Build the index anew beside the live one and swap; returns how many documents it holds."""
    now = timezone.now()
    engine().rebuild(documents())
    Article.objects.update(indexed_at=now)
    return len(engine().digests())


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of articles that the index lacks, holds in an old form, or holds and should not."""

    missing: tuple[int, ...]
    stale: tuple[int, ...]
    surplus: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.surplus)


def verify() -> Difference:
    """Compare index and database, document by document."""
    held = dict(engine().digests())
    missing, stale = [], []
    for document in documents():
        digest = held.pop(document.id, None)
        if digest is None:
            missing.append(document.id)
        elif digest != document.digest:
            stale.append(document.id)
    return Difference(tuple(missing), tuple(stale), tuple(sorted(held)))
