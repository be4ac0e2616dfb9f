"""`move_up`: from SQLite and Whoosh to PostgreSQL and a cluster, with the proof that all arrived."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import environ
from django.core.management.base import CommandError

from archive.keeping.moving import move as moving
from archive.keeping.moving.tables import MoveError
from archive.management.console import FAILED, ArchiveCommand, Ticker

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from archive.keeping.moving.move import Proof


class Command(ArchiveCommand):
    help = (
        "Copy this installation to an empty PostgreSQL and, where --search names one, build the index of another"
        " engine; then compare rows, captures and answers of both sides. Stop the site first: nobody can write"
        " meanwhile. Run again, it completes what was cut off. Nothing here is changed."
    )
    examples = """\
  manage.py move_up --database postgres://archive@db/archive --dry-run
  manage.py move_up --database postgres://archive@db/archive --search opensearch://one:9200,two:9200/archive"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database", required=True, metavar="URL")
        parser.add_argument(
            "--search", default="", metavar="URL", help="as in SEARCH_URL; not this one"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be moved")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            moving.connect(dict(environ.Env.db_url_config(options["database"])))
            if options["dry_run"]:
                self.announce()
                return
            with Ticker("batches of rows") as ticker:
                proof = moving.move(options["search"], ticker.tick)
        except (MoveError, ValueError) as error:
            raise CommandError(str(error)) from error
        self.tell(proof)
        if not proof.is_whole:
            sys.exit(FAILED)
        self.stdout.write(
            "All arrived. Set DATABASE_URL and SEARCH_URL to these addresses and start the site."
        )

    def announce(self) -> None:
        if not moving.is_free():
            raise MoveError("the database holds an archive already: give an empty one")
        for table, rows in moving.counts():
            self.stdout.write(f"{table}: {rows} rows")

    def tell(self, proof: Proof) -> None:
        """One line a table and a proof; what differs on standard error too."""
        for table in proof.tables:
            verdict = "equal" if table.is_whole else f"DIFFERS: {table.there.rows} rows there"
            self.stdout.write(
                f"{table.table}: {table.here.rows} rows, {verdict}, {table.here.digest[:16]}"
            )
        self.stdout.write(f"captures {proof.captures}, damaged {len(proof.damaged)}")
        for digest, problem in proof.damaged:
            self.stderr.write(f"capture {digest}: {problem}")
        if proof.answers:
            asked, differing = proof.answers.asked, proof.answers.differing
            self.stdout.write(
                f"documents {proof.indexed}; questions {asked}, answered differently {len(differing)}"
            )
            for text, here, there in differing:
                self.stderr.write(f"{text!r}: {here} articles here, {there} there")
