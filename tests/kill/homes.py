"""Whole installations side by side, each with a database of its own, and what they hold in a form that can be compared."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from tests.postgres.installation import drop_database, new_database

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    ("search", "rừng", "--json", "--limit", "50"),
    ("verify",),
    ("index", "verify"),
    ("sums", "verify"),
)
CHECKS = f"""
import django
django.setup()
from django.core.management import call_command
from archive.models import Article
from tests.kill.rows import numbered, rows_by_table
for command in {COMMANDS}:
    call_command(*command)
print(rows_by_table())
print([*numbered(Article)])
"""


def done(process):
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out


@dataclass(frozen=True)
class Home:
    """`database` empty: SQLite in the folder."""

    folder: Path
    database: str

    def python(self, *arguments):
        env = {
            **os.environ,
            "ARCHIVE_HOME": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "archive.settings",
        }
        env.pop("DATABASE_URL", None)
        if self.database:
            env["DATABASE_URL"] = self.database
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def state(self):
        """Rows of every table without what only tells when, files of captures, hits of a search; nothing is amiss."""
        captures = self.folder / "captures"
        files = sorted(
            p.relative_to(captures).as_posix() for p in captures.rglob("*") if p.is_file()
        )
        found, kept, index, sums, rows, articles = done(self.python("-c", CHECKS)).splitlines()
        assert kept.endswith("damaged 0")
        assert "agree" in index
        assert "agree" in sums
        numbers = json.loads(articles)
        hits = [(numbers.index(hit["id"]), hit["score"]) for hit in json.loads(found)["hits"]]
        return {"tables": json.loads(rows), "files": files, "hits": hits}


class Homes:
    """Makes homes by copying one whose tables are made; takes their databases away at the end."""

    def __init__(self, folder):
        self.folder, self.databases = folder, []

    def __enter__(self):
        self.empty = Home(self.folder / "empty", self.database("empty"))
        self.empty.folder.mkdir()
        done(self.empty.python("manage.py", "migrate", "--verbosity", "0"))
        return self

    def __exit__(self, *_error):
        for name in self.databases:
            drop_database(name)

    def new(self, name):
        shutil.copytree(self.empty.folder, self.folder / name)
        return Home(self.folder / name, self.database(name, template=self.databases[:1]))

    def database(self, name, template=()):
        if connection.vendor != "postgresql":
            return ""
        self.databases.append(f"{name}_{os.getpid()}")
        return new_database(self.databases[-1], *template)
