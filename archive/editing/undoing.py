"""Taking back an import: what it brought goes, what people have said since stays and is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from archive.editing.showing import show
from archive.history.changes import Action, label_of, write_down
from archive.history.subjects import FACTS, RECORDS, SUBJECTS
from archive.history.values import field_name
from archive.importing.facts import carries_judged
from archive.importing.reextract import reextract_version
from archive.importing.reference import current_knowledge
from archive.models import (
    Article,
    Capture,
    Change,
    Indicator,
    Meeting,
    Official,
    Position,
    State,
    Visibility,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from archive.history.changes import By
    from archive.models import ArticleVersion, ImportBatch


class UndoError(Exception):
    """Raised where a batch cannot be taken back; the message says why."""


@dataclass(slots=True)
class Undone:
    """What became of a batch.

    Headlines of articles that went, of those that are back at their former version, and of those
    that stay, with the words of people that hold them.
    """

    removed: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    kept: list[tuple[str, list[str]]] = field(default_factory=list)


@transaction.atomic
def undo_batch(batch: ImportBatch, by: By) -> Undone:
    """Undo one import. Raises UndoError where it was undone before."""
    if batch.undone_at:
        raise UndoError(f"Đợt {batch.pk} đã được hoàn tác.")
    done = Undone()
    articles = Article.objects.filter(versions__batch=batch).distinct()
    touched = list(articles.order_by("pk"))
    shown = [article.pk for article in touched]
    shown += Article.objects.filter(duplicate_of__in=shown).values_list("pk", flat=True)
    related = rows_behind(shown)
    for article in touched:
        undo_article(article, batch, by, done)
    drop_captures(Capture.objects.filter(batch=batch, versions=None))
    drop_unused(related)
    batch.undone_at = timezone.now()
    batch.save(update_fields=["undone_at"])
    show(shown)
    return done


def preview(batch: ImportBatch, by: By) -> Undone:
    """What undoing would do; changes nothing."""
    with transaction.atomic():
        done = undo_batch(batch, by)
        transaction.set_rollback(True)
    return done


def undo_article(article: Article, batch: ImportBatch, by: By, done: Undone) -> None:
    """Take the batch's versions out of one article, the whole article where it has no other."""
    ours = article.versions.filter(batch=batch)
    former = article.versions.exclude(pk__in=ours).order_by("number").last()
    words = human_words(article, former)
    if words:
        if former is None:
            drop_machine_facts(article)
        done.kept.append((article.title, words))
    elif former is None:
        write_down(article, Action.REMOVED, {"title": [article.title, None]}, by)
        done.removed.append(article.title)
        drop_captures(article.captures.all())
        article.delete()
    else:
        ours.delete()
        if former.capture:
            reextract_version(former, former.capture, current_knowledge())
        write_down(article, Action.REVERTED, {}, by)
        done.restored.append(article.title)


def human_words(article: Article, former: ArticleVersion | None) -> list[str]:
    """What people have said that would be lost: all of it, or what no former version holds."""
    words = [field_name("article", name) for name in article.human_fields if former is None]
    if former is None and article.visibility != Visibility.PUBLIC:
        words.append(article.visibility_reason)
    for record in FACTS:
        facts = SUBJECTS[record].model.objects.filter(article=article)
        judged = facts.exclude(state=State.EXTRACTED)
        if former is not None:
            judged = judged.exclude(evidence__version=former).exclude(evidence=None)
        words += [label_of(fact) for fact in judged.distinct()]
    return words


def drop_machine_facts(article: Article) -> None:
    """Take out what only a machine has read, but nothing on which a person's fact hangs."""
    for record in reversed(FACTS):
        for fact in SUBJECTS[record].model.objects.by_machine().filter(article=article):
            if not carries_judged(fact):
                fact.delete()


def drop_captures(captures: QuerySet[Capture]) -> None:
    """Delete sightings, and the bytes that no other one needs once all is saved."""
    paths = {capture.sha256: capture.path for capture in captures}
    captures.delete()
    needed = set(Capture.objects.filter(sha256__in=paths).values_list("sha256", flat=True))
    for sha256, path in paths.items():
        if sha256 not in needed:
            transaction.on_commit(partial(default_storage.delete, path))


def rows_behind(article_ids: list[int]) -> dict[type[Any], set[int]]:
    """The people, posts, meetings and series that these articles tell of."""
    return {
        Position: ids(Position, reports__article__in=article_ids),
        Official: ids(Official, mentions__article__in=article_ids),
        Meeting: ids(Meeting, reports__article__in=article_ids),
        Indicator: ids(Indicator, observations__article__in=article_ids),
    }  # fmt: skip


def ids(model: type[Any], **told: Any) -> set[int]:
    return set(model.objects.filter(**told).values_list("pk", flat=True))


def drop_unused(related: dict[type[Any], set[int]]) -> None:
    """Of these, what nothing tells of any more and nobody has touched."""
    unused: dict[type[Any], dict[str, Any]] = {
        Position: {"reports": None},
        Official: {"mentions": None, "positions": None, "merged": None, "human_fields": []},
        Meeting: {"reports": None, "participations": None, "merged": None, "human_fields": []},
        Indicator: {"observations": None, "merged": None, "key": "", "definition": ""},
    }
    for model, told in unused.items():
        known = Change.objects.filter(record=RECORDS.get(model, ""))
        rows = model.objects.filter(pk__in=related[model], **told)
        rows.exclude(pk__in=known.values("record_id")).delete()
