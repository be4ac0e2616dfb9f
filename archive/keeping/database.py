"""One moment of the database as a file, taken while the site runs, and back again."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The file, and a way to ask it: `query(sql)` gives the rows of that same moment."""

    vendor: str
    file: Path
    query: Callable[[str], Iterator[tuple[Any, ...]]]

    def counts(self) -> dict[str, int]:
        """Rows by table of the archive's own models."""
        models = apps.get_app_config("archive").get_models()
        tables = sorted(model._meta.db_table for model in models)
        return {table: self.count(table) for table in tables}

    def count(self, table: str) -> int:
        [(count,)] = self.query(f"SELECT COUNT(*) FROM {table}")  # noqa: S608  (a model's table)
        return int(count)

    def digests(self) -> Iterator[str]:
        """SHA-256 of every capture, each once, in order."""
        for (digest,) in self.query("SELECT DISTINCT sha256 FROM archive_capture ORDER BY sha256"):
            yield str(digest)


@contextmanager
def snapshot(file: Path) -> Iterator[Snapshot]:
    """Write the database into `file` as it is now; writers go on meanwhile."""
    taker = sqlite_snapshot if connection.vendor == "sqlite" else postgresql_snapshot
    with taker(file) as taken:
        yield taken


@contextmanager
def sqlite_snapshot(file: Path) -> Iterator[Snapshot]:
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, no journal beside it
        yield Snapshot("sqlite", file, copy.execute)


@contextmanager
def postgresql_snapshot(file: Path) -> Iterator[Snapshot]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        [(name,)] = cursor.fetchall()
        run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={name}", f"--file={file}")

        def query(sql: str) -> Iterator[tuple[Any, ...]]:
            with connection.cursor() as own:
                own.execute(sql)
                yield from own

        yield Snapshot("postgresql", file, query)


def load(file: Path) -> None:
    """Put a snapshot in place of the database, whole or not at all."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as copy:
            copy.backup(connection.connection)
        return
    connection.close()
    run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", f"{file}")


def run(program: str, *options: str) -> None:
    """A tool of PostgreSQL against this database. Raises RuntimeError with what it said."""
    arguments, env = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    command = [program, *options, *for_tool(program, arguments[1:])]
    done = subprocess.run(  # noqa: S603
        command, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stderr.strip()[-500:]}")


def for_tool(program: str, arguments: Sequence[str]) -> list[str]:
    """The arguments of psql, whose last names the database; pg_restore wants that as an option."""
    *where, name = arguments
    return [*where, f"--dbname={name}"] if program == "pg_restore" else [*where, name]


def is_empty() -> bool:
    """Whether there is no article yet; a database without tables is empty too."""
    if "archive_article" not in connection.introspection.table_names():
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM archive_article LIMIT 1")
        return cursor.fetchone() is None
