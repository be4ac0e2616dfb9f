"""`import_pages`: pages from files, folders and archives into the archive."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.importing.reference import ensure_reference_rows
from archive.importing.report import report_line
from archive.importing.run import Options, import_paths
from archive.management.console import FAILED, ArchiveCommand, Ticker
from archive.models import Place, Source

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from archive.importing.saving import Result

FORMATS = ("auto", "text", "html", "warc", "wet", "wacz", "jsonl", "zip")


class Command(ArchiveCommand):
    help = "Read pages, store captures, articles and extracted facts, and index them."
    examples = """\
  manage.py import_pages fixtures/pages
  manage.py import_pages crawl/*.html --source kinh-mon --report report.jsonl
  manage.py import_pages pages.jsonl.gz --place hai-duong/kinh-mon --dry-run"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--format", choices=FORMATS, default="auto")
        parser.add_argument("--source", metavar="SLUG", help="all pages come from this source")
        parser.add_argument("--place", metavar="SLUG", help="all pages belong to this place")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen")
        parser.add_argument("--report", type=Path, metavar="FILE", help="one JSON line a page")

    def handle(self, *_args: Any, **options: Any) -> None:
        missing = [str(path) for path in options["paths"] if not path.exists()]
        if missing:
            raise self.usage_error(f"no such file or folder: {', '.join(missing)}")
        ensure_reference_rows()
        chosen = Options(
            format=options["format"],
            source=self.named(Source, options["source"]),
            place=self.named(Place, options["place"]),
            dry_run=options["dry_run"],
        )
        with ExitStack() as stack:
            report = options["report"]
            lines = stack.enter_context(report.open("w", encoding="utf-8")) if report else None
            ticker = stack.enter_context(Ticker("imported"))

            def tell(result: Result) -> None:
                ticker.tick()
                if lines:
                    lines.write(json.dumps(report_line(result), ensure_ascii=False) + "\n")
                if result.outcome == "rejected":
                    self.stderr.write(f"rejected {result.name}: {result.reason}")

            counts = import_paths(options["paths"], chosen, tell)
        self.stdout.write(counts.line())
        if counts.outcomes["rejected"]:
            sys.exit(FAILED)

    def named(self, model: type[Any], slug: str | None) -> Any:
        if slug is None:
            return None
        row = model.objects.filter(slug=slug).first()
        if row is None:
            raise self.usage_error(f"no {model.__name__.lower()} has the slug {slug!r}")
        return row
