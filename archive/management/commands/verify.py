"""`verify`: are all stored captures still the bytes that came in?"""

from __future__ import annotations

import sys
from typing import Any

from archive.importing.captures import damaged_captures
from archive.management.console import FAILED, ArchiveCommand
from archive.models import Capture


class Command(ArchiveCommand):
    help = "Recompute every stored capture's SHA-256 and report what is missing or altered."
    examples = "  manage.py verify"

    def handle(self, *_args: Any, **_options: Any) -> None:
        damaged = 0
        for capture, problem in damaged_captures():
            damaged += 1
            self.stdout.write(f"{capture.sha256} article {capture.article_id}: {problem}")
        self.stdout.write(f"captures {Capture.objects.count()}, damaged {damaged}")
        if damaged:
            sys.exit(FAILED)
