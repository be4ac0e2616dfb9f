"""The versions of an article, numbered in the order in which they were captured; the last one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from archive import hiding
from archive.importing.carrying import carry_evidence
from archive.importing.digests import content_hash
from archive.importing.ledger import is_new
from archive.models import ArticleVersion

if TYPE_CHECKING:
    from datetime import datetime

    from archive.extraction.record import Record
    from archive.importing.ledger import Ledger
    from archive.models import Article, Capture, ImportBatch


def new_version(
    article: Article,
    record: Record,
    capture: Capture | None,
    batch: ImportBatch | None,
    ledger: Ledger,
) -> ArticleVersion:
    """The text as read now; what people judged keeps its words in it."""
    former = article.versions.order_by("number").last() if not is_new(article) else None
    text = text_of(record)
    number = former.number + 1 if former else 1
    version = ledger.add(
        ArticleVersion, article=article, number=number, capture=capture, batch=batch, **text
    )
    if former:
        ledger.write()
        carry_evidence(former, version)
    return version


def text_of(record: Record) -> dict[str, Any]:
    """The columns of a version that the record says."""
    return {
        "title": (record.title or "")[:500],
        "body": record.body,
        "captions": list(record.captions),
        "author": (record.author or "")[:300],
        "layout": record.layout,
        "content_hash": content_hash(record),
    }


def is_former(article: Article, captured_at: datetime | None) -> bool:
    """Whether the article was seen later than at this moment."""
    if is_new(article) or captured_at is None:
        return False
    return article.captures.filter(captured_at__gt=captured_at).exists()


def add_former(
    article: Article, record: Record, capture: Capture, batch: ImportBatch | None
) -> ArticleVersion:
    """Put a version before those that were captured later; the one that is shown stays the last."""
    versions = article.versions.order_by("number")
    later = versions.filter(capture__captured_at__gt=capture.captured_at).first()
    version = ArticleVersion(article=article, capture=capture, batch=batch, **text_of(record))
    version.number = (later or article.current).number
    for other in versions.filter(number__gte=version.number).reverse():  # numbers are never twice
        ArticleVersion.objects.filter(pk=other.pk).update(number=F("number") + 1)
    version.save()
    hiding.enforce([article.pk])
    return version
