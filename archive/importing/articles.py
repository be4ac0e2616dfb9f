"""One page and its record → article, version, capture and facts, in the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from archive import hiding
from archive.history.changes import machine_changes
from archive.history.proposals import disagreements, propose
from archive.importing.captures import identity_of_url, keep_capture
from archive.importing.digests import content_hash
from archive.importing.ledger import Ledger, is_new
from archive.importing.meetings import save_meeting
from archive.importing.observations import save_observations
from archive.importing.people import save_officials
from archive.importing.versions import add_former, is_former, new_version
from archive.models import Article, ArticleVersion, ImportItem, Place
from archive.models.turns import hold_article, take_names_of
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from archive.extraction.record import Record
    from archive.importing.known import Known
    from archive.importing.understanding import Understood
    from archive.models import ImportBatch, Source

Outcome = ImportItem.Outcome


@dataclass(frozen=True, slots=True)
class Incoming:
    """A page that was read and understood, on its way into the rows.

    `chosen_place` is the caller's word on the place, which `place` then repeats.
    """

    page: Understood
    source: Source
    place: Place | None
    batch: ImportBatch
    chosen_place: Place | None = None

    @property
    def record(self) -> Record:
        return self.page.record


def save_page(incoming: Incoming, ledger: Ledger) -> tuple[Article, ImportItem.Outcome]:
    """Save everything one page says. Natural keys decide the outcome; nothing is stored twice.

    What is new waits in the ledger; a change of an article that is there is written at once.
    """
    outcome, article = outcome_of(incoming, ledger.known)
    if article is None:
        article = ledger.add(Article, identity=identity(incoming), source=incoming.source)
        add_version(incoming, article, ledger)
        ledger.known.articles.add(article.identity, article)
        ledger.known.twins.add(incoming.page.content_hash, article)
    elif outcome == Outcome.UPDATED:
        ledger.forget()
        article = hold_article(identity=article.identity) or article
        add_version(incoming, article, ledger)
        ledger.forget()
    else:
        keep_capture(article, incoming, ledger)
    return article, outcome


def outcome_of(incoming: Incoming, known: Known) -> tuple[ImportItem.Outcome, Article | None]:
    """What saving the page would be, and the article it meets; changes nothing."""
    same_text = known.twins[incoming.page.content_hash]
    article = known.articles.first(identity(incoming))
    if article is not None:
        seen = any(twin is article or twin == article for twin in same_text)
        return (Outcome.UNCHANGED if seen else Outcome.UPDATED), article
    return (Outcome.DUPLICATE, same_text[0]) if same_text else (Outcome.NEW, None)


def identity(incoming: Incoming) -> str:
    """The address without fragment; without one source, title and date."""
    record = incoming.record
    if record.url:
        return identity_of_url(record.url)
    held_on = record.meeting.held_on if record.meeting else None
    day = (record.published_at or held_on or record.captured_on or "")[:10]
    return f"{incoming.source.slug}|{fold(record.title or record.body[:200])}|{day}"


def add_version(incoming: Incoming, article: Article, ledger: Ledger) -> None:
    """A text that was captured before the newest one is kept as a former version; it tells no facts."""
    record = incoming.record
    if is_former(article, incoming.page.raw.captured_at):
        capture = keep_capture(article, incoming, ledger)
        ledger.write()
        add_former(article, record, capture, incoming.batch)
        return
    with machine_changes(article, incoming.batch):
        read = write_article(article, record, incoming.place)
        capture = keep_capture(article, incoming, ledger)
        version = new_version(article, record, capture, incoming.batch, ledger)
        save_facts(version, record, read, ledger)
        if not is_new(article):
            ledger.write()
            hiding.enforce([article.pk])


def refresh(version: ArticleVersion, record: Record, place: Place | None) -> None:
    """Put a new reading of the same capture in place of the old: dates, place and facts.

    Where the reading cuts the text otherwise, that is a new version, because evidence points into
    the old one.
    """
    take_names_of(place)
    version.article = hold_article(pk=version.article_id) or version.article
    with machine_changes(version.article, None):
        ledger = Ledger()
        read = write_article(version.article, record, place)
        if version.content_hash != content_hash(record):
            version = new_version(version.article, record, version.capture, version.batch, ledger)
        save_facts(version, record, read, ledger)
        ledger.write()
        hiding.enforce([version.article_id])


def save_facts(
    version: ArticleVersion, record: Record, read: dict[str, Any], ledger: Ledger
) -> None:
    """Meeting first: roles belong to it. `read` is what the record says of the article itself."""
    if not is_new(version.article):
        news = disagreements(version.article, read)
        propose(version, version.article, news, [], record.layout)
    meeting = save_meeting(version, record.meeting, ledger)
    save_officials(version, record.officials, meeting, ledger)
    save_observations(version, record.indicators, ledger)


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
    if not is_new(article):
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
