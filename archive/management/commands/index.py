"""`index`: the search index and the database in step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from archive.management.console import FAILED, ArchiveCommand
from archive.search import index

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ArchiveCommand):
    help = "Rebuild the search index, apply what is pending, or compare it with the database."
    examples = """\
  manage.py index rebuild    build a new index beside the live one, then swap
  manage.py index update     index what changed
  manage.py index update --if-outdated
                             nothing but rebuild an index that another version wrote
  manage.py index verify     say what differs; exit 1 where anything does"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("rebuild", "update", "verify"))
        parser.add_argument(
            "--if-outdated",
            action="store_true",
            help="update only where another version of the program wrote the index",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        match options["action"]:
            case "rebuild":
                self.stdout.write(f"indexed {index.rebuild()}")
            case "update" if options["if_outdated"] and not index.is_outdated():
                return
            case "update":
                self.stdout.write(f"updated {index.update()}")
            case "verify":
                self.verify()

    def verify(self) -> None:
        difference = index.verify()
        for name in ("missing", "stale", "surplus"):
            for id_ in getattr(difference, name):
                self.stdout.write(f"{name} article {id_}")
        if difference:
            self.stderr.write("The index differs from the database: run `manage.py index update`.")
            sys.exit(FAILED)
        self.stdout.write("index and database agree")
