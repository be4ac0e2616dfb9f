"""`welcome`: where the site is, and how to get an account where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model

from archive.management.console import ArchiveCommand

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ArchiveCommand):
    help = "Print the address of the site, and how to make the first account."
    examples = "  manage.py welcome --port 8000"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *_args: Any, **options: Any) -> None:
        self.stdout.write(f"Kho tin Cấp ủy: http://127.0.0.1:{options['port']}/")
        if not get_user_model().objects.exists():
            self.stdout.write("To edit: make editor")
