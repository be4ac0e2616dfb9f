"""The whole run of an import, from paths to counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone

from archive import attention, hiding
from archive.extraction import extract
from archive.importing import likeness
from archive.importing.articles import Incoming, identity_of_url, outcome_of, save_page
from archive.importing.captures import keep_revisit
from archive.importing.reference import current_knowledge, ensure_reference_rows
from archive.importing.sources import resolve_source
from archive.importing.storage import sweep
from archive.models import Article, ImportBatch, ImportItem, Place, Source
from archive.models.turns import again
from archive.pages import BadInput, Revisit, iter_raw, read
from archive.pages.page import NotAnArticleError, PageError
from archive.search import index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from django.contrib.auth.models import User

    from archive.extraction.knowledge import Knowledge
    from archive.pages import Input
    from archive.pages.page import RawPage

Outcome = ImportItem.Outcome
CHANGING = frozenset({Outcome.NEW, Outcome.UPDATED})
INDEX_EVERY = 200  # articles; one commit of the index costs as much as some hundred documents


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller of an import may choose. `place` and `source` overrule what pages say.

    `user` is who imports; inputs are named from `root` on, where one is given.
    """

    format: str = "auto"
    source: Source | None = None
    place: Place | None = None
    dry_run: bool = False
    user: User | None = None
    root: Path | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one input; `changed` are the articles to index again."""

    name: str
    outcome: ImportItem.Outcome
    reason: str = ""
    article_id: int | None = None
    changed: frozenset[int] = frozenset()


@dataclass(slots=True)
class Counts:
    """How many inputs ended in each outcome, and the batch that holds them; a dry run leaves none."""

    outcomes: Counter[str] = field(default_factory=Counter)
    batch: ImportBatch | None = None

    def line(self) -> str:
        order = ("new", "updated", "unchanged", "duplicate", "skipped", "rejected")
        parts = [f"read {self.outcomes.total()}", *(f"{key} {self.outcomes[key]}" for key in order)]
        return ", ".join(parts)


def import_paths(
    paths: Sequence[Path], options: Options, report: Callable[[Result], None]
) -> Counts:
    """Import everything under `paths`; each input reaches `report` with its one outcome."""
    ensure_reference_rows()
    sweep()
    counts = Counts()
    names = ", ".join(path.name for path in paths)
    batch = ImportBatch.objects.create(description=names[:500], user=options.user)
    inputs = (item for path in paths for item in iter_raw(path, options.format))
    for results in chunks(import_inputs(inputs, options, batch), INDEX_EVERY):
        finish(results, batch, dry_run=options.dry_run)
        for result in results:
            counts.outcomes[result.outcome] += 1
            report(result)
    close(batch, dry_run=options.dry_run)
    counts.batch = None if options.dry_run else batch
    return counts


def import_inputs(
    inputs: Iterable[Input], options: Options, batch: ImportBatch
) -> Iterator[Result]:
    """One result an input, in order; a bad one never stops the rest."""
    knowledge = current_knowledge()
    for item in inputs:
        if options.root:
            item = replace(item, name=item.name.removeprefix(f"{options.root}/"))  # noqa: PLW2901
        if isinstance(item, BadInput):
            outcome = Outcome.SKIPPED if item.skipped else Outcome.REJECTED
            yield Result(item.name, outcome, item.reason)
        elif isinstance(item, Revisit):
            yield import_revisit(item, options, batch)
        else:
            yield import_page(item, options, batch, knowledge)


def import_page(raw: RawPage, options: Options, batch: ImportBatch, knowledge: Knowledge) -> Result:
    """Read, understand and save one page in one transaction."""
    try:
        record = extract(read(raw, knowledge.registry.layout_of(raw.url)), knowledge)
    except NotAnArticleError as error:
        return Result(raw.name, Outcome.SKIPPED, str(error))
    except PageError as error:
        return Result(raw.name, Outcome.REJECTED, str(error))
    chosen = options.source.standing if options.source else None
    source = chosen or resolve_source(raw, knowledge, propose=not options.dry_run)
    slug = record.place.slug if record.place else None
    place = options.place or Place.objects.select_related("parent").filter(slug=slug).first()
    incoming = Incoming(raw, record, source, place, batch, options.place)
    if options.dry_run:
        outcome, met = outcome_of(incoming)
        return Result(raw.name, outcome, article_id=met.pk if met else None)
    return again(partial(save, incoming))


def save(incoming: Incoming) -> Result:
    """Save one page in the caller's transaction and group it with what is like it."""
    name = incoming.raw.name
    article, outcome = save_page(incoming)
    if outcome not in CHANGING:
        return Result(name, outcome, article_id=article.pk)
    regrouped = likeness.group(article, incoming.record.body)
    hiding.enforce(regrouped)  # what is hidden of one is hidden of its copies
    return grouped_result(name, outcome, article, regrouped)


def grouped_result(name: str, outcome: Outcome, article: Article, regrouped: set[int]) -> Result:
    """A new article that is nearly an older one is a duplicate, kept beside it."""
    changed = frozenset({article.pk, *regrouped})
    if outcome == Outcome.NEW and article.duplicate_of_id:
        reason = f"nearly the text of article {article.duplicate_of_id}"
        return Result(name, Outcome.DUPLICATE, reason, article.pk, changed)
    return Result(name, outcome, article_id=article.pk, changed=changed)


def import_revisit(seen: Revisit, options: Options, batch: ImportBatch) -> Result:
    """Note that a kept page was seen again; without the page there is nothing to keep."""
    article = Article.objects.filter(identity=identity_of_url(seen.url)).first()
    if article is None:
        return Result(
            seen.name, Outcome.SKIPPED, "a second visit to a page that the archive does not hold"
        )
    if not options.dry_run:
        keep_revisit(article, seen, batch)
    return Result(seen.name, Outcome.UNCHANGED, article_id=article.pk)


def finish(results: Sequence[Result], batch: ImportBatch, *, dry_run: bool) -> None:
    """Write down the outcomes and index what changed."""
    if dry_run:
        return
    ImportItem.objects.bulk_create(
        ImportItem(
            batch=batch,
            name=result.name[:1000],
            outcome=result.outcome,
            reason=result.reason[:500],
            article_id=result.article_id,
        )
        for result in results
    )
    changed = sorted({pk for result in results for pk in result.changed})
    attention.refresh(changed)
    index.index_articles(changed)


def close(batch: ImportBatch, *, dry_run: bool) -> None:
    """End the batch, and complete what a run that was killed had saved but not indexed."""
    if dry_run:
        batch.delete()
        return
    left = index.pending()
    attention.refresh(left)
    index.index_in_chunks(left)
    batch.finished_at = timezone.now()
    batch.save(update_fields=["finished_at"])


def chunks(results: Iterable[Result], size: int) -> Iterator[list[Result]]:
    chunk: list[Result] = []
    for result in results:
        chunk.append(result)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
