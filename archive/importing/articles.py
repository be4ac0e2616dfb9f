"""One page and its record → article, version, capture and facts, in the caller's transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from django.utils import timezone

from archive import hiding
from archive.history.changes import machine_changes
from archive.history.proposals import disagreements, propose
from archive.importing.captures import keep_capture
from archive.importing.carrying import carry_evidence
from archive.importing.meetings import save_meeting
from archive.importing.observations import save_observations
from archive.importing.people import save_officials
from archive.models import Article, ArticleVersion, ImportItem, Place
from archive.models.turns import hold_article, take_names_of
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from archive.extraction.record import Record
    from archive.models import Capture, ImportBatch, Source
    from archive.pages.page import RawPage

Outcome = ImportItem.Outcome


@dataclass(frozen=True, slots=True)
class Incoming:
    """A page that was read and understood, on its way into the rows.

    `chosen_place` is the caller's word on the place, which `place` then repeats.
    """

    raw: RawPage
    record: Record
    source: Source
    place: Place | None
    batch: ImportBatch
    chosen_place: Place | None = None


def save_page(incoming: Incoming) -> tuple[Article, ImportItem.Outcome]:
    """Save everything one page says. Natural keys decide the outcome; nothing is stored twice."""
    take_names_of(incoming.place)
    hold_article(identity=identity(incoming))
    outcome, article = outcome_of(incoming)
    if article is None:
        article = Article(identity=identity(incoming), source=incoming.source)
    if outcome in {Outcome.NEW, Outcome.UPDATED}:
        add_version(incoming, article)
    else:
        capture_of(incoming, article)
    return article, outcome


def outcome_of(incoming: Incoming) -> tuple[ImportItem.Outcome, Article | None]:
    """What saving the page would be, and the article it meets; changes nothing."""
    same_text = ArticleVersion.objects.filter(content_hash=content_hash(incoming.record))
    article = Article.objects.filter(identity=identity(incoming)).first()
    if article is not None:
        seen = same_text.filter(article=article).exists()
        return (Outcome.UNCHANGED if seen else Outcome.UPDATED), article
    twin = same_text.select_related("article").first()
    return (Outcome.DUPLICATE, twin.article) if twin else (Outcome.NEW, None)


def identity(incoming: Incoming) -> str:
    """The address without fragment; without one source, title and date."""
    record = incoming.record
    if record.url:
        return identity_of_url(record.url)
    held_on = record.meeting.held_on if record.meeting else None
    day = (record.published_at or held_on or record.captured_on or "")[:10]
    return f"{incoming.source.slug}|{fold(record.title or record.body[:200])}|{day}"


def identity_of_url(url: str) -> str:
    return urldefrag(url).url


def content_hash(record: Record) -> str:
    """Digest of what the article says; the page's clock and counters do not count."""
    text = "\x1f".join((record.title or "", record.body, record.author or "", *record.captions))
    return hashlib.sha256(text.encode()).hexdigest()


def add_version(incoming: Incoming, article: Article) -> None:
    record = incoming.record
    with machine_changes(article, incoming.batch):
        read = write_article(article, record, incoming.place)
        capture = capture_of(incoming, article)
        version = new_version(article, record, capture, incoming.batch)
        save_facts(version, record, read)
        hiding.enforce([article.pk])


def capture_of(incoming: Incoming, article: Article) -> Capture:
    return keep_capture(
        article,
        incoming.raw,
        day(incoming.record.captured_on),
        incoming.batch,
        incoming.chosen_place,
    )


def refresh(version: ArticleVersion, record: Record, place: Place | None) -> None:
    """Put a new reading of the same capture in place of the old: dates, place and facts.

    Where the reading cuts the text otherwise, that is a new version, because evidence points into
    the old one.
    """
    take_names_of(place)
    version.article = hold_article(pk=version.article_id) or version.article
    with machine_changes(version.article, None):
        read = write_article(version.article, record, place)
        if version.content_hash != content_hash(record):
            version = new_version(version.article, record, version.capture, version.batch)
        save_facts(version, record, read)
        hiding.enforce([version.article_id])


def new_version(
    article: Article, record: Record, capture: Capture | None, batch: ImportBatch | None
) -> ArticleVersion:
    """The text as read now; what people judged keeps its words in it."""
    former = article.versions.order_by("number").last()
    version = ArticleVersion.objects.create(
        article=article,
        number=former.number + 1 if former else 1,
        title=(record.title or "")[:500],
        body=record.body,
        captions=list(record.captions),
        author=(record.author or "")[:300],
        layout=record.layout,
        content_hash=content_hash(record),
        capture=capture,
        batch=batch,
    )
    if former:
        carry_evidence(former, version)
    return version


def save_facts(version: ArticleVersion, record: Record, read: dict[str, Any]) -> None:
    """Meeting first: roles belong to it. `read` is what the record says of the article itself."""
    news = disagreements(version.article, read)
    propose(version, version.article, news, [], record.layout)
    meeting = save_meeting(version, record.meeting)
    save_officials(version, record.officials, meeting)
    save_observations(version, record.indicators)


def write_article(article: Article, record: Record, place: Place | None) -> dict[str, Any]:
    """Set what the record says, and return it; fields that a person has set stay."""
    held_on = day(record.meeting.held_on) if record.meeting else None
    published = moment(record.published_at)
    read = {
        "url": record.url or "",
        "title": (record.title or record.body[:120])[:500],
        "summary": record.body.split("\n\n", 1)[0][:400],
        "event_on": held_on,
        "published_at": published,
        "published_has_time": "T" in (record.published_at or ""),
        "captured_on": day(record.captured_on),
        "place": place,
    }
    for field, value in read.items():
        if field not in article.human_fields:
            setattr(article, field, value)
    article.folded_title = fold(article.title)
    article.set_sort_date()
    article.unit = article.place.unit_on(article.sort_date) if article.place else None
    article.save()
    return read


def day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def moment(text: str | None) -> datetime | None:
    """An ISO date stands for its first minute in Vietnam."""
    if text is None:
        return None
    parsed = datetime.fromisoformat(text)
    return parsed if parsed.tzinfo else timezone.make_aware(parsed)
