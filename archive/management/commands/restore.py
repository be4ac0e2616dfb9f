"""`restore`: a backup into an empty archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from archive.keeping.restore import BackupError, restore
from archive.management.console import FAILED, ArchiveCommand, Ticker

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ArchiveCommand):
    help = "Restore a backup into an archive that holds no article, and build the index."
    examples = "  ARCHIVE_HOME=/srv/archive manage.py restore /backups/archive-2026-01-31.tar"
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not options["file"].is_file():
            raise self.usage_error(f"no such file: {options['file']}")
        try:
            with Ticker("captures") as ticker:
                differing = restore(options["file"], ticker.tick)
        except BackupError as error:
            raise CommandError(str(error)) from error
        for line in differing:
            self.stderr.write(line)
        if differing:
            sys.exit(FAILED)
        self.stdout.write(f"restored captures {ticker.count}; rows as in the backup, index built")
