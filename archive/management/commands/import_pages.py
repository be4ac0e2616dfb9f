"""`import_pages`: pages from files, folders and archives into the archive."""

from __future__ import annotations

import json
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.importing.options import Options
from archive.importing.reference import ensure_reference_rows
from archive.importing.report import report_line
from archive.importing.resuming import RunningError
from archive.importing.run import import_paths
from archive.importing.workers import WorkerError
from archive.management.console import FAILED, STOPPED, ArchiveCommand
from archive.management.progress import Meter, Stopping, size_of
from archive.models import Place, Source

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from archive.importing.run import Counts
    from archive.importing.saving import Result

FORMATS = ("auto", "text", "html", "warc", "wet", "wacz", "jsonl", "zip")
CORES = len(os.sched_getaffinity(0))


class Command(ArchiveCommand):
    help = (
        "Read pages, store captures, articles and extracted facts, and index them. "
        "The same command again goes on where an import was stopped or killed."
    )
    examples = """\
  manage.py import_pages fixtures/pages
  manage.py import_pages crawl/*.html --source kinh-mon --report report.jsonl
  manage.py import_pages pages.jsonl.gz --place hai-duong/kinh-mon --dry-run
  manage.py import_pages crawl.warc.gz --processes 4
  manage.py import_pages crawl.warc.gz --retry-rejected"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--format", choices=FORMATS, default="auto")
        parser.add_argument("--source", metavar="SLUG", help="all pages come from this source")
        parser.add_argument("--place", metavar="SLUG", help="all pages belong to this place")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen")
        parser.add_argument("--report", type=Path, metavar="FILE", help="one JSON line a page")
        parser.add_argument(
            "--processes",
            type=int,
            default=CORES,
            metavar="N",
            help="how many read pages at once (default: the cores of the machine)",
        )
        parser.add_argument(
            "--retry-rejected", action="store_true", help="only what was rejected the last time"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        self.check_usage(options)
        ensure_reference_rows()
        with ExitStack() as stack:
            stopping = stack.enter_context(Stopping("stopping: what was read is being saved"))
            chosen = Options(
                format=options["format"],
                source=self.named(Source, options["source"]),
                place=self.named(Place, options["place"]),
                dry_run=options["dry_run"],
                processes=options["processes"],
                retry_rejected=options["retry_rejected"],
                stop=stopping,
                looked=lambda looked: meter.say(
                    f"looked through {looked.articles:,} of {looked.among:,} articles for the editors' queue"
                ),
            )
            report = options["report"]
            lines = stack.enter_context(report.open("w", encoding="utf-8")) if report else None
            total = size_of(options["paths"])
            meter = stack.enter_context(Meter("imported", total, lambda: chosen.position.bytes))

            def tell(result: Result) -> None:
                meter.tick()
                if lines:
                    lines.write(json.dumps(report_line(result), ensure_ascii=False) + "\n")
                if result.outcome == "rejected":
                    self.stderr.write(f"rejected {result.name}: {result.reason}")

            try:
                counts = import_paths(options["paths"], chosen, tell)
            except (RunningError, WorkerError) as error:
                raise self.failure(str(error)) from error
        self.end(counts)

    def check_usage(self, options: dict[str, Any]) -> None:
        missing = [str(path) for path in options["paths"] if not path.exists()]
        if missing:
            raise self.usage_error(f"no such file or folder: {', '.join(missing)}")
        if options["processes"] < 1:
            raise self.usage_error("--processes: at least one process has to read")

    def end(self, counts: Counts) -> None:
        self.stdout.write(counts.line())
        if counts.stopped:
            self.stderr.write("stopped: give the same command again, and it goes on from here")
            sys.exit(STOPPED)
        if counts.outcomes["rejected"]:
            sys.exit(FAILED)

    def named(self, model: type[Any], slug: str | None) -> Any:
        if slug is None:
            return None
        row = model.objects.filter(slug=slug).first()
        if row is None:
            raise self.usage_error(f"no {model.__name__.lower()} has the slug {slug!r}")
        return row
