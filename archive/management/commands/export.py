"""`export`: data sets as files."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.exporting.datasets import DATASETS, Selection
from archive.exporting.formats import FORMATS
from archive.exporting.warc import as_warc, captures_of
from archive.management.console import FAILED, ArchiveCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.management.base import CommandParser

    from archive.models import Capture

CAPTURES, WARC = "captures", "warc"


class Command(ArchiveCommand):
    help = (
        "Stream a data set or the captured pages out: what is public, without the retold samples."
    )
    examples = """\
  manage.py export observations --format csv -o figures.csv
  manage.py export officials --format jsonl --place hai-duong --from 2020-01-01
  manage.py export captures --format warc --source kinh-mon -o kinh-mon.warc.gz"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dataset", choices=(*DATASETS, CAPTURES))
        parser.add_argument("--format", choices=(*FORMATS, WARC), required=True)
        parser.add_argument("--place", metavar="SLUG", help="a province stands for its districts")
        parser.add_argument("--source", metavar="SLUG")
        parser.add_argument("--from", dest="since", type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--to", dest="until", type=date.fromisoformat, metavar="DATE")
        parser.add_argument(
            "-o", "--output", type=Path, metavar="FILE", help="else standard output"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        dataset, form = options["dataset"], options["format"]
        if (dataset == CAPTURES) != (form == WARC):
            raise self.usage_error("captures go out as warc, and nothing else does")
        chosen = {key: options[key] for key in ("place", "source", "since", "until")}
        self.lost: list[Capture] = []
        self.write(self.chunks(dataset, form, Selection(**chosen)), options["output"])
        for capture in self.lost:
            self.stderr.write(f"capture {capture.sha256} is left out: its file is missing")
        if self.lost:
            sys.exit(FAILED)

    def chunks(self, dataset: str, form: str, selection: Selection) -> Iterator[bytes]:
        if dataset == CAPTURES:
            return as_warc(captures_of(selection), self.lost.append)
        return FORMATS[form](DATASETS[dataset](selection))

    def write(self, chunks: Iterator[bytes], output: Path | None) -> None:
        with output.open("wb") if output else nullcontext(sys.stdout.buffer) as file:
            for chunk in chunks:
                file.write(chunk)
