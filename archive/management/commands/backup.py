"""`backup`: everything of this archive in one file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.keeping.backup import back_up
from archive.management.console import FAILED, ArchiveCommand, Ticker

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ArchiveCommand):
    help = "Write database and captures into one file, as of one moment, while the site runs."
    examples = """\
  manage.py backup /backups/archive-$(date +%F).tar
  manage.py restore /backups/archive-2026-01-31.tar    into an empty ARCHIVE_HOME"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        target = options["file"].resolve()
        if not target.parent.is_dir():
            raise self.usage_error(f"no such folder: {target.parent}")
        with Ticker("captures") as ticker:
            manifest = back_up(target, ticker.tick)
        size = target.stat().st_size / 1e6
        self.stdout.write(
            f"articles {manifest.counts['archive_article']}, captures {manifest.captures}, "
            f"{size:.1f} MB in {options['file']}"
        )
        for digest in manifest.lost:
            self.stderr.write(f"capture {digest} is not in the backup: its file is missing")
        if manifest.lost:
            sys.exit(FAILED)
