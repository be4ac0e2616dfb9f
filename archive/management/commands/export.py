"""`export`: data sets as files."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.exporting.datasets import DATASETS, Selection
from archive.exporting.formats import FORMATS
from archive.management.console import ArchiveCommand

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ArchiveCommand):
    help = "Stream a data set out: what is public, without the retold samples."
    examples = """\
  manage.py export observations --format csv -o figures.csv
  manage.py export officials --format jsonl --place hai-duong --from 2020-01-01"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dataset", choices=tuple(DATASETS))
        parser.add_argument("--format", choices=tuple(FORMATS), required=True)
        parser.add_argument("--place", metavar="SLUG", help="a province stands for its districts")
        parser.add_argument("--source", metavar="SLUG")
        parser.add_argument("--from", dest="since", type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--to", dest="until", type=date.fromisoformat, metavar="DATE")
        parser.add_argument(
            "-o", "--output", type=Path, metavar="FILE", help="else standard output"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        chosen = {key: options[key] for key in ("place", "source", "since", "until")}
        rows = DATASETS[options["dataset"]](Selection(**chosen))
        output = options["output"]
        target = output.open("wb") if output else nullcontext(sys.stdout.buffer)
        with target as file:
            for chunk in FORMATS[options["format"]](rows):
                file.write(chunk)
