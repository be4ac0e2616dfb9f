"""The whole run of an import, from paths to counts."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils import timezone

from archive import attention
from archive.importing import resuming
from archive.importing.memory import frozen, share_one_heap, uncollected, widen_cache
from archive.importing.options import Options
from archive.importing.reference import current_knowledge, ensure_reference_rows
from archive.importing.saving import Result, Saved, Writer
from archive.importing.storage import sweep
from archive.importing.workers import understood
from archive.models import Article, ImportBatch
from archive.pages import iter_raw
from archive.search import index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from archive.importing.workers import Item
    from archive.pages import Input

__all__ = ["Counts", "Options", "import_paths"]

TOGETHER = 200  # inputs of one transaction and of one commit of the index
MANY = 2000  # new articles, or a quarter of the archive, that go into queue and sums together


@dataclass(slots=True)
class Counts:
    """How many inputs ended in each outcome, and the batch that holds them; a dry run leaves none.

    `stopped`: the caller ended it early, and the same call goes on.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    batch: ImportBatch | None = None
    stopped: bool = False

    def line(self) -> str:
        order = ("new", "updated", "unchanged", "duplicate", "skipped", "rejected")
        parts = [f"read {self.outcomes.total()}", *(f"{key} {self.outcomes[key]}" for key in order)]
        return ", ".join(parts)


def import_paths(
    paths: Sequence[Path], options: Options, report: Callable[[Result], None]
) -> Counts:
    """Import everything under `paths`; each input reaches `report` with its one outcome.

    Where the same call was stopped or killed it goes on, and reports the earlier outcomes first.
    Raises RunningError where it is under way in another process.
    """
    ensure_reference_rows()
    sweep()
    key = resuming.key_of(paths, options)
    with resuming.alone(key):
        batch = begin(paths, options, key)
        counts = run(batch, inputs_of(paths, options, batch), options, report)
        counts.stopped = options.stop()
        close(batch, options, finished=not counts.stopped)
    counts.batch = None if options.dry_run else batch
    return counts


def begin(paths: Sequence[Path], options: Options, key: str) -> ImportBatch:
    values = {"description": ", ".join(path.name for path in paths)[:500], "user": options.user}
    if options.dry_run or options.retry_rejected:
        return ImportBatch.objects.create(**values)
    return resuming.batch_of(key, **values)


def inputs_of(paths: Sequence[Path], options: Options, batch: ImportBatch) -> Iterator[Input]:
    """What is still to be read."""
    found = (item for path in paths for item in iter_raw(path, options.format, options.position))
    inputs = (named(item, options.root) for item in found)
    if options.retry_rejected:
        wanted = resuming.rejected_before()
        return (item for item in inputs if item.name[: resuming.NAME] in wanted)
    return resuming.not_done(inputs, batch)


def named(item: Input, root: Path | None) -> Input:
    return replace(item, name=item.name.removeprefix(f"{root}/")) if root else item


def run(
    batch: ImportBatch,
    inputs: Iterator[Input],
    options: Options,
    report: Callable[[Result], None],
) -> Counts:
    """Understand, save, index and report, some hundred inputs at a time."""
    counts = Counts()
    knowledge = current_knowledge()
    widen_cache()
    share_one_heap()
    writer = Writer(batch, knowledge, options.source, options.place, options.dry_run)
    for result in resuming.done_before(batch):
        counts.outcomes[result.outcome] += 1
        report(result)
    later = Later()
    with closing(understood(inputs, knowledge, options.processes)) as items, frozen():
        for together in chunks(items, TOGETHER, options.stop):
            with uncollected():
                results = import_items(together, writer, later)
            for result in results:
                counts.outcomes[result.outcome] += 1
                report(result)
    return counts


class Later:
    """New articles whose place in the queue and share in the sums are made together.

    A sum costs what it sums, so that an import would take ever longer if each some hundred pages made all of
    their places anew. What a killed run leaves is known by its lack of a `Review`.
    """

    def __init__(self) -> None:
        self.waiting: set[int] = set()
        self.held = Article.objects.count()

    def refresh(self, saved: Saved) -> None:
        attention.refresh(saved.changed - saved.new)
        self.waiting |= saved.new
        if len(self.waiting) >= max(MANY, self.held // 4):
            attention.refresh(self.waiting)
            self.held += len(self.waiting)
            self.waiting.clear()


def import_items(items: Sequence[Item], writer: Writer, later: Later) -> list[Result]:
    """Save, then index what changed."""
    saved = writer.save(items)
    later.refresh(saved)
    index.index_articles(sorted(saved.changed))
    return saved.results


def close(batch: ImportBatch, options: Options, *, finished: bool) -> None:
    """End the batch; what is left to do, a run that was killed may have left too."""
    if options.dry_run:
        batch.delete()
        return
    left = index.pending()
    attention.refresh({*left, *attention.missing()})
    index.index_in_chunks(left)
    if finished:
        batch.finished_at = timezone.now()
        batch.save(update_fields=["finished_at"])


def chunks(items: Iterable[Item], size: int, stop: Callable[[], bool]) -> Iterator[list[Item]]:
    """Some items at a time; none any more once `stop` says so, but what was read is given."""
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size or stop():
            yield chunk
            chunk = []
        if stop():
            return
    if chunk:
        yield chunk
