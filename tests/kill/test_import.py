"""An import that is killed at any moment and started again gives what an undisturbed one gives.

Each import here is killed up to five times before it may end; between, one of the processes that read pages is
killed, and the run has to go on as if nothing had been. `KILLS` and `PAGES` say how many kills in all and how
many pages: a few in every run of the tests, 200 and 2,000 by `make test-kill`.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from django.db import connection

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="compares the database files of whole installations"
)

ROOT = Path(__file__).resolve().parents[2]
KILLS, PAGES = int(os.environ.get("KILLS", "2")), int(os.environ.get("PAGES", "48"))
CHAIN = 5  # kills of one import
PASSING = {"created_at", "changed_at", "indexed_at", "batch_id"}  # when, not what
RUNS = {"archive_importbatch", "archive_importitem"}  # after a kill at the very end, one more
TICKS = os.sysconf("SC_CLK_TCK")
WORDS = "rừng biển lúa chè cà phê tôm cá mía ngô khoai sắn vải nhãn cam quýt hồ tiêu điều cao su".split()
CHECKS = """
import django, sys
django.setup()
from django.core.management import call_command
for command in ("search", "rừng", "--json", "--limit", "50"), ("verify",), ("index", "verify"):
    call_command(*command)
"""


def python(home, *arguments):
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "ARCHIVE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "archive.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def importing(home, pages):
    return python(home, "manage.py", "import_pages", str(pages), "--processes", "2")


def done(process):
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out


def page(number):
    """A page of its own, with people, a meeting and figures like the sample's."""
    text = (ROOT / "fixtures" / "pages" / "plain.txt").read_text(encoding="utf-8")
    choose = random.Random(number).choices
    extra = "\n\n".join(
        f"Các xã trồng {' '.join(choose(WORDS, k=60))} trên {number + i} ha đất đồi."
        for i in range(8)
    )
    return json.dumps(
        {
            "url": f"http://huyenuy.example.vn/tin/{number}",
            "text": text.replace("\n\nDịch Covid", f"\n\n{extra}\n\nDịch Covid"),
            "captured_at": f"2024-01-{1 + number % 28:02}T00:00:00+07:00",
        }
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "pages.jsonl"
    path.write_text("\n".join(map(page, range(PAGES))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An archive with tables and nothing in them."""
    home = tmp_path_factory.mktemp("empty")
    done(python(home, "manage.py", "migrate", "--verbosity", "0"))
    return home


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, empty, pages):
    """State after an undisturbed run; seconds of processor time of its main process, and of one with no page."""
    home = copied(empty, tmp_path_factory.mktemp("undisturbed") / "home")
    spent = watched(importing(home, pages))
    nothing = pages.with_name("nothing.jsonl")
    nothing.touch()
    starting = watched(importing(copied(home, home.with_name("idle")), nothing))
    reached = state(home)
    assert len(reached["hits"]) == min(PAGES, 50)
    return reached, starting, spent


def watched(process):
    """The processor time that a process takes until it ends."""
    spent = 0.0
    while process.poll() is None:
        spent = max(spent, busy(process.pid))
        time.sleep(0.01)
    done(process)
    return spent


def copied(home, copy):
    shutil.copytree(home, copy)
    return copy


def busy(pid):
    """Seconds of processor time of a process; 0 where it has ended."""
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS
    return 0.0


def below(pid):
    """The processes that a process and those below it began."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found - {pid})


def state(home):
    """Rows of every table without what only tells when, files of captures, hits of a search, complaints."""
    with closing(sqlite3.connect(home / "archive.sqlite3")) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = {name: rows(database, name) for (name,) in names if name.startswith("archive_")}
    files = sorted(
        p.relative_to(home).as_posix() for p in (home / "captures").rglob("*") if p.is_file()
    )
    found, captures, index = done(python(home, "-c", CHECKS)).splitlines()
    assert captures.endswith("damaged 0")
    assert "agree" in index
    hits = [(hit["id"], hit["score"]) for hit in json.loads(found)["hits"]]
    tables = {name: found for name, found in tables.items() if name not in RUNS}
    return {"tables": tables, "files": files, "hits": hits}


def rows(database, table):
    cursor = database.execute(f'SELECT * FROM "{table}"')
    kept = [i for i, column in enumerate(cursor.description) if column[0] not in PASSING]
    return sorted(repr([row[i] for i in kept]) for row in cursor)


def run_until(process, moment):
    while process.poll() is None and busy(process.pid) < moment:
        time.sleep(0.005)


def killed(process, moment, chance):
    """Run to the moment and kill; on the way there, one time in two, kill a process that reads."""
    run_until(process, moment * chance.random())
    if readers := chance.choice(([], below(process.pid))):
        with suppress(ProcessLookupError):
            os.kill(chance.choice(readers), signal.SIGKILL)
    run_until(process, moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("first", range(0, KILLS, CHAIN))
def test_a_run_that_was_killed_is_completed(tmp_path, empty, pages, undisturbed, first):
    expected, starting, spent = undisturbed
    kills = min(CHAIN, KILLS - first)
    step = 2 * (spent - starting) / (kills + 1)  # so that most kills come before the end
    chance = random.Random(first)
    home = copied(empty, tmp_path / "home")
    for _ in range(kills):
        killed(importing(home, pages), starting + step * chance.random(), chance)
    done(importing(home, pages))
    got = state(home)
    assert got["files"] == expected["files"]
    assert {t for t in got["tables"] if got["tables"][t] != expected["tables"][t]} == set()
    assert got["hits"] == expected["hits"]
    shutil.rmtree(home)
