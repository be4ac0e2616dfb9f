"""How all commands speak: data on standard output, progress on standard error, three exit codes."""

from __future__ import annotations

import sys
from argparse import RawDescriptionHelpFormatter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from django.core.management.base import (
    BaseCommand,
    CommandError,
    CommandParser,
    DjangoHelpFormatter,
)
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from archive.search.engine import OutdatedIndexError, SearchUnavailableError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

MASK = "\x00"  # cannot stand in an argument, so it marks one
FAILED = 1  # something was rejected or a check failed
STOPPED = 130  # Ctrl-C, as shells tell of it
SPARSE = 500  # items between two progress lines where standard error is no terminal


class HelpFormatter(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Django's order of options, with the examples as they were written."""


class ArchiveCommand(BaseCommand):
    """Base of the commands: `examples` become the end of `--help`; wrong usage exits with 2."""

    examples = ""
    requires_migrations_checks = True

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        kwargs.setdefault("formatter_class", HelpFormatter)
        if self.examples:
            kwargs["epilog"] = f"examples:\n{self.examples}"
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.parse_args = partial(parse_operands, parser.parse_intermixed_args)  # type: ignore[method-assign,assignment]
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        """A search index that cannot be used ends a command in a sentence that says what to do."""
        try:
            return super().execute(*args, **options)
        except (SearchUnavailableError, OutdatedIndexError) as error:
            raise CommandError(str(error), returncode=FAILED) from error

    def usage_error(self, message: str) -> CommandError:
        return CommandError(message, returncode=2)

    def failure(self, message: str) -> CommandError:
        return CommandError(message, returncode=FAILED)


def parse_operands(
    parse: Callable[..., Namespace], args: Sequence[str] | None = None, namespace: Any = None
) -> Namespace:
    """Options before or after operands; all that follows `--` is an operand, `-thường` too.

    argparse forgets `--` when options and operands are mixed, so operands that look like options are
    masked while it reads.
    """
    words = list(sys.argv[1:] if args is None else args)
    if "--" in words:
        at = words.index("--")
        words = [*words[:at], *(MASK + word for word in words[at + 1 :])]
    values = parse(words, namespace)
    for name, value in vars(values).items():
        setattr(values, name, unmasked(value))
    return values


def unmasked(value: Any) -> Any:
    if isinstance(value, list):
        return [unmasked(item) for item in value]
    if isinstance(value, (str, Path)) and str(value).startswith(MASK):
        return type(value)(str(value).removeprefix(MASK))
    return value


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
