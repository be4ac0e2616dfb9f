"""`batches`: the imports so far, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import User
from django.db.models import Count
from django.utils import timezone

from archive.editing.undoing import UndoError, preview, undo_batch
from archive.history.changes import By
from archive.management.console import ArchiveCommand
from archive.models import ImportBatch

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from archive.editing.undoing import Undone


class Command(ArchiveCommand):
    help = "List the imports, the newest first, or take back what one of them brought."
    examples = """\
  manage.py batches list
  manage.py batches undo 12 --dry-run
  manage.py batches undo 12 --user lan --why "wrong folder\""""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=("list", "undo"))
        parser.add_argument("batch", nargs="?", type=int, metavar="ID", help="of the batch to undo")
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="lines of a list")
        parser.add_argument(
            "--user", metavar="NAME", help="in whose name (default: the only administrator)"
        )
        parser.add_argument("--why", default="", metavar="TEXT")
        parser.add_argument("--dry-run", action="store_true", help="say what undoing would do")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["action"] == "list":
            self.show(options["limit"])
        else:
            self.undo(options)

    def show(self, limit: int) -> None:
        rows = ImportBatch.objects.annotate(inputs=Count("items")).order_by("-pk")[:limit]
        for batch in rows:
            began = timezone.localtime(batch.started_at)
            self.stdout.write(
                f"{batch.pk}\t{began:%Y-%m-%d %H:%M}\t{state_of(batch)}\tinputs {batch.inputs}\t{batch.description}"
            )

    def undo(self, options: dict[str, Any]) -> None:
        batch = ImportBatch.objects.filter(pk=options["batch"]).first()
        if batch is None:
            raise self.usage_error(f"undo: no batch has the number {options['batch']}")
        by = By(self.user_of(options["user"]), options["why"])
        try:
            done = preview(batch, by) if options["dry_run"] else undo_batch(batch, by)
        except UndoError as error:
            raise self.failure(str(error)) from error
        self.tell(done)

    def tell(self, done: Undone) -> None:
        for title, words in done.kept:
            self.stderr.write(f"stays: {title}: {'; '.join(words)}")
        self.stdout.write(
            f"removed {len(done.removed)}, back at their former version {len(done.restored)}, "
            f"kept for what people said {len(done.kept)}"
        )

    def user_of(self, name: str | None) -> User:
        chosen = {"username": name} if name else {"is_superuser": True}
        users = User.objects.filter(is_active=True, **chosen)[:2]
        if len(users) != 1:
            raise self.usage_error("--user: name the account in whose name this is done")
        return users[0]


def state_of(batch: ImportBatch) -> str:
    if batch.undone_at:
        return "undone"
    return "finished" if batch.finished_at else "unfinished"
