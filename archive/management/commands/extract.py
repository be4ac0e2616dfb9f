"""`extract`: what pages say, as JSON, without a database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.extraction.knowledge import Knowledge
from archive.importing.understanding import Refused, recorded
from archive.management.console import FAILED, ArchiveCommand
from archive.pages import BadInput, Revisit, iter_raw

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from archive.pages import Input

FORMATS = ("auto", "text", "html", "warc", "wet", "wacz", "jsonl", "zip")


class Command(ArchiveCommand):
    help = "Parse and extract without a database; one JSON object a page on standard output."
    examples = """\
  manage.py extract fixtures/pages
  manage.py extract page.html | jq .officials"""
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--format", choices=FORMATS, default="auto")

    def handle(self, *_args: Any, **options: Any) -> None:
        missing = [str(path) for path in options["paths"] if not path.exists()]
        if missing:
            raise self.usage_error(f"no such file or folder: {', '.join(missing)}")
        knowledge = Knowledge.load()
        rejected = 0
        for path in options["paths"]:
            for item in iter_raw(path, options["format"]):
                rejected += not self.tell(item, knowledge)
        if rejected:
            sys.exit(FAILED)

    def tell(self, item: Input, knowledge: Knowledge) -> bool:
        """Print the record of one page; False where it was rejected."""
        if isinstance(item, BadInput):
            return self.tell_refused(item)
        if isinstance(item, Revisit):
            self.stderr.write(f"skipped {item.name}: seen again unchanged, without its text")
            return True
        record = recorded(item, knowledge)
        if isinstance(record, Refused):
            return self.tell_refused(record)
        self.stdout.write(json.dumps(record.to_json(item.name), ensure_ascii=False))
        return True

    def tell_refused(self, item: BadInput | Refused) -> bool:
        self.stderr.write(f"{'skipped' if item.skipped else 'rejected'} {item.name}: {item.reason}")
        return item.skipped
