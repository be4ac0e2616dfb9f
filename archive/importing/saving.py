"""Many inputs → rows, in their order and in one transaction, with what became of each.

Where one of them cannot be saved, all are taken back and saved one by one, so that only that one is lost.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.db import DataError, IntegrityError
from django.db.models import prefetch_related_objects

from archive import hiding
from archive.importing.articles import Incoming, outcome_of, save_page
from archive.importing.captures import keep_revisit, visited
from archive.importing.expecting import expect, expect_origins
from archive.importing.ledger import Ledger
from archive.importing.likeness import Text, group
from archive.importing.rows import insert_values
from archive.importing.sources import resolve_source, source_hosts, source_slugs
from archive.importing.understanding import Refused, Understood
from archive.models import Article, ImportItem
from archive.models.turns import again, take_names_of_all
from archive.pages import Revisit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.extraction.knowledge import Knowledge
    from archive.importing.workers import Item
    from archive.models import ImportBatch, Place, Source

log = logging.getLogger(__name__)
Outcome = ImportItem.Outcome
# What a single page may bring about; a database that is locked or full is no page's fault.
FAULTS = (DataError, IntegrityError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)  # fmt: skip
NEVER_SEEN = "a second visit to a page that the archive does not hold"


@dataclass(slots=True)
class Result:
    """What became of one input. `article` is the one that it made, changed or met."""

    name: str
    outcome: ImportItem.Outcome
    reason: str = ""
    article: Article | None = None

    @property
    def article_id(self) -> int | None:
        return self.article.pk if self.article else None


@dataclass(frozen=True, slots=True)
class Saved:
    """The results of inputs in their order, and the articles that they made or changed."""

    results: list[Result]
    changed: set[int]


@dataclass(frozen=True, slots=True)
class Writer:
    """Saves inputs into one batch. `place` and `source` overrule what pages say."""

    batch: ImportBatch
    knowledge: Knowledge
    source: Source | None = None
    place: Place | None = None
    dry_run: bool = False

    def save(self, items: Sequence[Item]) -> Saved:
        try:
            return again(partial(self.save_together, items))
        except FAULTS:
            log.warning(
                "saving %d pages together failed; now one by one", len(items), exc_info=True
            )
        each = [self.save_alone(item) for item in items]
        results = [result for saved in each for result in saved.results]
        return Saved(results, set().union(*(saved.changed for saved in each)))

    def save_alone(self, item: Item) -> Saved:
        try:
            return again(partial(self.save_together, [item]))
        except FAULTS as error:
            result = Result(
                name_of(item), Outcome.REJECTED, f"saving it failed, please report it: {error!r}"
            )
        self.note([result])
        return Saved([result], set())

    def save_together(self, items: Sequence[Item]) -> Saved:
        """Everything about these inputs, in the transaction of the caller."""
        ledger = Ledger()
        pages = self.arrive([item for item in items if isinstance(item, Understood)], ledger)
        results = [self.take(item, pages, ledger) for item in items]
        ledger.write()
        changed = self.settle(items, results)
        self.note(results)
        return Saved(results, changed)

    def arrive(self, pages: Sequence[Understood], ledger: Ledger) -> dict[int, Incoming]:
        """Each page with its source and place, by the identity of the object."""
        known = ledger.known
        if self.place:
            prefetch_related_objects([self.place], "units")
        raws = [page.raw for page in pages]
        slugs, hosts = source_slugs(raws, self.knowledge), source_hosts(raws, self.knowledge)
        expect_origins(known, pages, slugs, hosts)
        incoming = {id(page): self.incoming(page, ledger) for page in pages}
        take_names_of_all(page.place for page in incoming.values())
        expect(known, list(incoming.values()))
        return incoming

    def incoming(self, page: Understood, ledger: Ledger) -> Incoming:
        known, found = ledger.known, page.record.place
        source = self.source.standing if self.source else None
        if source is None:
            propose = not self.dry_run
            source = resolve_source(page.raw, self.knowledge, known, propose=propose)
        place = self.place or (known.places.first(found.slug) if found else None)
        return Incoming(page, source, place, self.batch, self.place)

    def take(self, item: Item, pages: dict[int, Incoming], ledger: Ledger) -> Result:
        if isinstance(item, Refused):
            outcome = Outcome.SKIPPED if item.skipped else Outcome.REJECTED
            return Result(item.name, outcome, item.reason)
        if isinstance(item, Revisit):
            return self.take_revisit(item, ledger)
        incoming = pages[id(item)]
        if self.dry_run:
            outcome, met = outcome_of(incoming, ledger.known)
            return Result(item.raw.name, outcome, article=met)
        article, outcome = save_page(incoming, ledger)
        return Result(item.raw.name, outcome, article=article)

    def take_revisit(self, seen: Revisit, ledger: Ledger) -> Result:
        """Note that a kept page was seen again; without the page there is nothing to keep."""
        ledger.write()
        article = visited(seen)
        if article is None:
            return Result(seen.name, Outcome.SKIPPED, NEVER_SEEN)
        if not self.dry_run:
            keep_revisit(article, seen, self.batch)
        return Result(seen.name, Outcome.UNCHANGED, article=article)

    def settle(self, items: Sequence[Item], results: Sequence[Result]) -> set[int]:
        """Hide and group what has a new text; a new article that is nearly an older one is a duplicate."""
        if self.dry_run:
            return set()
        texts = {
            result.article: Text(result.article, item.likeness, item.keys)
            for item, result in zip(items, results, strict=True)
            if isinstance(item, Understood) and result.article and is_shown(result, item)
        }
        ids = {article.pk for article in texts}
        hiding.enforce(ids)
        regrouped = group(list(texts.values()))
        hiding.enforce(regrouped)  # what is hidden of one is hidden of its copies
        for result in results:
            if result.outcome == Outcome.NEW and result.article and result.article.duplicate_of_id:
                result.outcome = Outcome.DUPLICATE
                result.reason = f"nearly the text of article {result.article.duplicate_of_id}"
        return ids | regrouped

    def note(self, results: Sequence[Result]) -> None:
        if self.dry_run:
            return
        rows = [
            (self.batch.pk, result.name[:1000], str(result.outcome), result.reason[:500], result.article_id)
            for result in results
        ]  # fmt: skip
        insert_values(ImportItem, ("batch_id", "name", "outcome", "reason", "article_id"), rows)


def is_shown(result: Result, page: Understood) -> bool:
    """Whether the page's text is the one that its article now has."""
    if result.outcome == Outcome.UPDATED and result.article:
        return bool(result.article.current.content_hash == page.content_hash)
    return bool(result.outcome == Outcome.NEW)


def name_of(item: Item) -> str:
    return item.raw.name if isinstance(item, Understood) else item.name
