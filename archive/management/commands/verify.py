"""`verify`: are all stored captures still the bytes that came in?"""

from __future__ import annotations

import sys
from typing import Any

from archive.importing.captures import checked_captures
from archive.management.console import FAILED, STOPPED, ArchiveCommand
from archive.management.progress import Meter, Stopping
from archive.models import Capture


class Command(ArchiveCommand):
    help = (
        "Recompute every stored capture's SHA-256 and report what is missing or altered. Only reads, so that "
        "it may be interrupted at any time."
    )
    examples = "  manage.py verify"

    def handle(self, *_args: Any, **_options: Any) -> None:
        total, damaged = Capture.objects.count(), 0
        with (
            Stopping("stopping") as stopping,
            Meter("verified", total, lambda: meter.count) as meter,
        ):
            for capture, problem in checked_captures():
                meter.tick()
                if problem:
                    damaged += 1
                    self.stdout.write(f"{capture.sha256} article {capture.article_id}: {problem}")
                if stopping():
                    break
        self.stdout.write(f"captures {meter.count}, damaged {damaged}")
        if stopping():
            self.stderr.write(f"stopped after {meter.count} of {total}: run it again to check all")
            sys.exit(STOPPED)
        if damaged:
            sys.exit(FAILED)
