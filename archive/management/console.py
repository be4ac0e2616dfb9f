"""How all commands speak: data on standard output, progress on standard error, three exit codes."""

from __future__ import annotations

import sys
from typing import Any, Self

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

FAILED = 1  # something was rejected or a check failed
SPARSE = 500  # items between two progress lines where standard error is no terminal


class ArchiveCommand(BaseCommand):
    """Base of the commands: `examples` become the end of `--help`; wrong usage exits with 2."""

    examples = ""
    requires_migrations_checks = True

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(
            prog_name,
            subcommand,
            epilog=f"examples:\n{self.examples}" if self.examples else "",
            **kwargs,
        )
        # Operands may stand between options: `import_pages a --dry-run b`.
        parser.parse_args = parser.parse_intermixed_args  # type: ignore[method-assign]
        return parser

    def usage_error(self, message: str) -> CommandError:
        return CommandError(message, returncode=2)


class Ticker:
    """Counts items as they pass: a running figure on a terminal, sparse lines elsewhere."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.count = 0
        self.bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description} {task.completed:.0f}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self.task = self.bar.add_task(label, total=None)

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.bar.stop()

    def tick(self) -> None:
        self.count += 1
        self.bar.advance(self.task)
        if self.bar.disable and self.count % SPARSE == 0:
            print(f"{self.label} {self.count}", file=sys.stderr)
