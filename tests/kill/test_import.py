"""An import that is killed at any moment and started again gives what an undisturbed one gives.

`KILLS` and `PAGES` say how many moments and pages: a few in every run of the tests, 200 and 2,000 by
`make test-kill`.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS, PAGES = int(os.environ.get("KILLS", "1")), int(os.environ.get("PAGES", "12"))
PASSING = {"created_at", "changed_at", "indexed_at", "batch_id"}  # columns that tell when, not what
RUNS = {"archive_importbatch", "archive_importitem"}  # one more run is one more batch
WORDS = "rừng biển lúa chè cà phê tôm cá mía ngô khoai sắn vải nhãn cam quýt hồ tiêu điều cao su".split()


def manage(home, *arguments):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "ARCHIVE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "archive.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def done(home, *arguments):
    process = manage(home, *arguments)
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
def undisturbed(tmp_path_factory, pages):
    """State after an undisturbed run, and how long it took."""
    home = prepared(tmp_path_factory.mktemp("undisturbed"))
    start = time.monotonic()
    done(home, "import_pages", str(pages))
    seconds = time.monotonic() - start
    reached = state(home)
    assert len(reached["hits"]) == min(PAGES, 50)
    return reached, seconds


def prepared(home):
    done(home, "migrate", "--verbosity", "0")
    return home


def state(home):
    """Rows of every table without what only tells when, files of captures, hits of a search."""
    with closing(sqlite3.connect(home / "archive.sqlite3")) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = {name: rows(database, name) for (name,) in names if name.startswith("archive_")}
    files = sorted(
        p.relative_to(home).as_posix() for p in (home / "captures").rglob("*") if p.is_file()
    )
    hits = json.loads(done(home, "search", "rừng", "--json", "--limit", "50"))
    return {
        "tables": {name: found for name, found in tables.items() if name not in RUNS},
        "files": files,
        "hits": [(hit["id"], hit["score"]) for hit in hits["hits"]],
    }


def rows(database, table):
    cursor = database.execute(f'SELECT * FROM "{table}"')
    kept = [i for i, column in enumerate(cursor.description) if column[0] not in PASSING]
    return sorted(repr([row[i] for i in kept]) for row in cursor)


@pytest.mark.parametrize("kill", range(KILLS))
def test_the_second_run_completes_the_first(tmp_path, pages, undisturbed, kill):
    expected, seconds = undisturbed
    home = prepared(tmp_path)
    process = manage(home, "import_pages", str(pages))
    time.sleep(seconds * (0.3 + 0.7 * random.Random(kill).random()))  # the first third is loading
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done(home, "import_pages", str(pages))
    got = state(home)
    assert got["files"] == expected["files"]
    assert {t for t in got["tables"] if got["tables"][t] != expected["tables"][t]} == set()
    assert got["hits"] == expected["hits"]
    assert "damaged 0" in done(home, "verify")
    assert "agree" in done(home, "index", "verify")
