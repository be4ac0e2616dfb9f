"""An installation of its own, as an operator has it: a folder, a database on the server of the tests, whole processes."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from django.db import connection, connections

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Installation:
    """`database` empty: SQLite in the folder."""

    home: Path
    database: str = ""

    def run(self, *arguments):
        """A command of manage.py; returns exit code, output, complaints."""
        env = {
            **os.environ,
            "ARCHIVE_HOME": str(self.home),
            "DJANGO_SETTINGS_MODULE": "archive.settings",
        }
        env.pop("DATABASE_URL", None)
        if self.database:
            env["DATABASE_URL"] = self.database
        done = subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT, env=env, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr


def new_database(name, template="template1"):
    """A database beside the one of the tests, empty or a copy of another; returns its address."""
    drop_database(name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    where = connections.settings["default"]
    user = quote(where["USER"]) + (f":{quote(where['PASSWORD'])}" if where["PASSWORD"] else "")
    return f"postgres://{user}@{where['HOST']}:{where['PORT']}/{name}"


def drop_database(name):
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
