"""A backup carried into an empty place gives the same archive. Whole processes, as an operator runs them."""

import gzip
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import tarfile
import time
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def installation(home):
    """The environment of an installation on files, whatever database the tests run on."""
    env = {**os.environ, "ARCHIVE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    env.pop("DATABASE_URL", None)
    return env


def manage(home, *arguments):
    """Run a command in the installation at `home`; returns exit code, output, complaints."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=installation(home),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    assert manage(home, "migrate", "--verbosity", "0")[0] == 0
    assert manage(home, "import_pages", "fixtures/pages")[0] == 0
    return home


@pytest.fixture(scope="module")
def backup(home, tmp_path_factory):
    file = tmp_path_factory.mktemp("backup") / "archive.tar"
    code, out, _ = manage(home, "backup", str(file))
    assert (code, out.split(",")[0]) == (0, "articles 5")
    return file


def rewritten(backup, target, change):
    """The backup with each member's content passed through `change(name, content)`; None drops it."""
    with tarfile.open(backup) as old, tarfile.open(target, "w") as new:
        for member in old:
            content = change(member.name, old.extractfile(member).read())
            if content is not None:
                member.size = len(content)
                new.addfile(member, io.BytesIO(content))
    return target


def hits(home):
    _, out, _ = manage(home, "search", "hoi nghi", "--json")
    answer = json.loads(out)
    return answer["total"], [(hit["id"], hit["title"], hit["score"]) for hit in answer["hits"]]


def test_the_restored_archive_is_the_same(home, backup, tmp_path):
    code, out, err = manage(tmp_path, "restore", str(backup))
    assert (code, err) == (0, "")
    assert out.startswith("restored captures 5")
    assert hits(tmp_path) == hits(home)
    assert manage(tmp_path, "verify")[1] == "captures 5, damaged 0\n"
    assert manage(tmp_path, "index", "verify")[0] == 0
    assert "new 0" in manage(tmp_path, "import_pages", "fixtures/pages")[1]


def test_a_backup_during_an_import_is_whole(tmp_path):
    """Rows and captures belong together whenever the backup is taken."""
    busy = tmp_path / "busy"
    page = (ROOT / "fixtures" / "pages" / "plain.txt").read_text(encoding="utf-8")
    pages = tmp_path / "pages.jsonl"
    pages.write_text(
        "\n".join(
            json.dumps({"url": f"http://x.vn/{n}", "text": page.replace("2020", str(1400 + n))})
            for n in range(420)
        )
    )
    assert manage(busy, "migrate", "--verbosity", "0")[0] == 0
    with subprocess.Popen(
        [sys.executable, "manage.py", "import_pages", str(pages), "--processes", "1"],
        cwd=ROOT,
        env=installation(busy),
        stdout=subprocess.DEVNULL,
    ) as importing:
        while importing.poll() is None and not list((busy / "captures").rglob("*.gz")):
            time.sleep(0.05)
        assert manage(busy, "backup", str(tmp_path / "a.tar"))[0] == 0
        is_running = importing.poll() is None
        importing.kill()
    assert is_running
    assert manage(tmp_path / "home", "restore", str(tmp_path / "a.tar"))[0] == 0
    assert manage(tmp_path / "home", "verify")[0] == 0


def test_an_archive_that_holds_articles_is_not_overwritten(home, backup):
    code, _, err = manage(home, "restore", str(backup))
    assert code == 1
    assert "holds articles already" in err


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda name, content: None if name == "database" else content, "cut off"),
        (lambda name, content: content + b" " if name == "database" else content, "was altered"),
        (
            lambda name, content: gzip.compress(b"x") if name.startswith("captures/") else content,
            "was altered",
        ),
        (lambda name, content: None if name == "manifest.json" else content, "manifest"),
    ],
    ids=["no database", "other database", "other capture", "no manifest"],
)
def test_a_damaged_backup_changes_nothing(backup, tmp_path, change, reason):
    broken = rewritten(backup, tmp_path / "broken.tar", change)
    home = tmp_path / "home"
    code, _, err = manage(home, "restore", str(broken))
    assert code == 1
    assert reason in err
    with closing(sqlite3.connect(home / "archive.sqlite3")) as database:
        assert database.execute("SELECT COUNT(*) FROM sqlite_master").fetchone() == (0,)


def test_a_backup_that_was_cut_off_is_refused(backup, tmp_path):
    short = tmp_path / "short.tar"
    short.write_bytes(backup.read_bytes()[:-200_000])
    code, _, err = manage(tmp_path / "home", "restore", str(short))
    assert code == 1
    assert "no whole backup" in err or "cut off" in err


def test_a_lost_capture_is_named_and_the_rest_kept(home, tmp_path):
    victim = next((home / "captures").rglob("*.gz"))
    content = victim.read_bytes()
    victim.unlink()
    try:
        code, out, err = manage(home, "backup", str(tmp_path / "a.tar"))
    finally:
        victim.write_bytes(content)
    assert code == 1
    assert "captures 4" in out
    assert hashlib.sha256(gzip.decompress(content)).hexdigest() in err


def test_members_cannot_write_elsewhere(backup, tmp_path):
    evil = tmp_path / "evil.tar"
    with tarfile.open(backup) as old, tarfile.open(evil, "w") as new:
        for member in old:
            new.addfile(member, old.extractfile(member))
            if member.name == "manifest.json":
                bad = tarfile.TarInfo("../../escaped")
                bad.size = 1
                new.addfile(bad, io.BytesIO(b"x"))
    home = tmp_path / "deep" / "er" / "home"
    assert manage(home, "restore", str(evil))[0] == 0
    assert not list(tmp_path.rglob("escaped"))
