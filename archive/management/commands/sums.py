"""`sums`: the sums that lists show, made anew or compared with the rows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from archive import attention, sums
from archive.management.console import FAILED, ArchiveCommand
from archive.models import Postponed

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

UNFINISHED = (
    "An import is under way, or was stopped: its articles are counted when it ends. Give its command again, "
    "or run `manage.py sums rebuild`."
)
DIFFERENT = "The sums differ from the rows: run `manage.py sums rebuild`."


class Command(ArchiveCommand):
    help = (
        "Make the sums that lists show anew beside the running site, or compare them with the rows."
    )
    examples = """\
  manage.py sums verify      say what differs; exit 1 where anything does
  manage.py sums rebuild     make all of them anew, and what a stopped import left for its end"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("rebuild", "verify"))

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["action"] == "rebuild":
            for _ in attention.catch_up():
                pass
            self.stdout.write(f"summed articles {sums.rebuild()}")
            return
        wrong = list(sums.verify())
        for sentence in wrong:
            self.stdout.write(sentence)
        if wrong:
            self.stderr.write(UNFINISHED if Postponed.objects.exists() else DIFFERENT)
            sys.exit(FAILED)
        self.stdout.write("sums and rows agree")
