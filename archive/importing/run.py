"""The whole run of an import, from paths to counts."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils import timezone

from archive import attention
from archive.importing import resuming
from archive.importing.memory import (
    frozen,
    give_back,
    share_one_heap,
    uncollected,
    widen_cache,
)
from archive.importing.options import Options
from archive.importing.reference import current_knowledge, ensure_reference_rows
from archive.importing.saving import Result, Writer
from archive.importing.storage import sweep
from archive.importing.workers import understood
from archive.models import ImportBatch
from archive.pages import iter_raw
from archive.search import index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from archive.importing.workers import Item
    from archive.pages import Input

__all__ = ["Counts", "Options", "import_paths"]

TOGETHER = 200  # inputs of one transaction and of one commit of the index


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
        counts.stopped = not close(batch, options)
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
    postponing = attention.Postponing()
    with closing(understood(inputs, knowledge, options.processes)) as items, frozen():
        for together in chunks(items, TOGETHER, options.stop):
            with uncollected():
                results = import_items(together, writer, postponing)
                together.clear()  # there is no rubbish to look for among them
            for result in results:
                counts.outcomes[result.outcome] += 1
                report(result)
            in_steps(postponing.sum_up(), options.stop)
    return counts


def import_items(
    items: Sequence[Item], writer: Writer, postponing: attention.Postponing
) -> list[Result]:
    """Save, then index what changed; queue and sums wait."""
    saved = writer.save(items)
    postponing.add(saved.changed)
    index.index_articles(sorted(saved.changed))
    return saved.results


def close(batch: ImportBatch, options: Options) -> bool:
    """Make up for what is left to do, a run that was killed may have left too; False where that was stopped."""
    if options.dry_run:
        batch.delete()
        return not options.stop()
    left = index.pending()
    attention.postpone(left)
    index.index_in_chunks(left)
    if not in_steps(told(attention.catch_up(), options.looked), options.stop):
        return False
    batch.finished_at = timezone.now()
    batch.save(update_fields=["finished_at"])
    return True


def told(
    steps: Iterator[attention.Looked | None], looked: Callable[[attention.Looked], None]
) -> Iterator[None]:
    """The steps, with word of those that look through articles."""
    for step in steps:
        if step:
            looked(step)
        yield


def in_steps(steps: Iterator[None], stop: Callable[[], bool]) -> bool:
    """Take steps until all are done; False where it was stopped before: they are taken again later."""
    if stop():
        return False
    for _ in steps:
        give_back()
        if stop():
            return False
    return True


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
