"""The whole run of an import, from paths to counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils import timezone

from archive import attention
from archive.importing.reference import current_knowledge, ensure_reference_rows
from archive.importing.saving import Result, Writer
from archive.importing.storage import sweep
from archive.importing.understanding import Refused, understand
from archive.models import ImportBatch, Place, Source
from archive.pages import BadInput, Revisit, iter_raw
from archive.search import index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from django.contrib.auth.models import User

    from archive.extraction.knowledge import Knowledge
    from archive.importing.saving import Item
    from archive.pages import Input

TOGETHER = 200  # inputs of one transaction and of one commit of the index


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
    knowledge = current_knowledge()
    inputs = named(
        (item for path in paths for item in iter_raw(path, options.format)), options.root
    )
    writer = Writer(batch, knowledge, options.source, options.place, options.dry_run)
    for items in chunks((understood(item, knowledge) for item in inputs), TOGETHER):
        for result in import_items(items, writer):
            counts.outcomes[result.outcome] += 1
            report(result)
    close(batch, dry_run=options.dry_run)
    counts.batch = None if options.dry_run else batch
    return counts


def named(inputs: Iterable[Input], root: Path | None) -> Iterator[Input]:
    for item in inputs:
        yield replace(item, name=item.name.removeprefix(f"{root}/")) if root else item


def understood(item: Input, knowledge: Knowledge) -> Item:
    if isinstance(item, BadInput):
        return Refused(item.name, item.reason, item.skipped)
    return item if isinstance(item, Revisit) else understand(item, knowledge)


def import_items(items: Sequence[Item], writer: Writer) -> list[Result]:
    """Save, then index what changed."""
    saved = writer.save(items)
    changed = sorted(saved.changed)
    attention.refresh(changed)
    index.index_articles(changed)
    return saved.results


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


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
