"""An installation on SQLite and Whoosh goes to PostgreSQL and another index, and everything is there."""

import json

import pytest

from tests.postgres.installation import Installation

pytestmark = pytest.mark.usefixtures("on_postgres")
EDITS = """
from django.contrib.auth.models import User
from archive.editing.judging import correct, reject
from archive.history.changes import By
from archive.models import Article, Observation, Mention, Takedown
user = User.objects.create_user("bien-tap", password="mật khẩu dài")
correct(Observation.objects.exclude(value=None).first(), {"value": 907}, By(user, "theo báo cáo"))
reject(Mention.objects.first(), By(user))
correct(Article.objects.last(), {"title": "Tiêu đề của người sửa: Đắk Lắk"}, By(user))
"""


@pytest.fixture
def small(tmp_path):
    """Five pages with what editors did to them."""
    archive = Installation(tmp_path / "home")
    archive.home.mkdir()
    assert archive.run("migrate", "--verbosity", "0")[0] == 0
    assert archive.run("import_pages", "fixtures/pages")[0] == 0
    code, _, err = archive.run("shell", "-v", "0", "-c", EDITS)
    assert code == 0, err
    return archive


def hits(archive):
    answer = json.loads(archive.run("search", "hoi nghi", "--json")[1])
    return answer["total"], [(hit["id"], hit["title"], hit["score"]) for hit in answer["hits"]]


def test_everything_arrives_and_the_rest_is_refused(small, installation):
    database = installation("up").database
    other = small.home / "index-there"
    code, out, err = small.run("move_up", "--database", database, "--dry-run")
    assert (code, err) == (0, "")
    assert "archive_article: 5 rows" in out
    move = ("move_up", "--database", database, "--search", f"whoosh://{other}")
    code, out, err = small.run(*move)
    assert (code, err) == (0, ""), out
    lines = out.splitlines()
    assert "auth_user: 1 rows, equal" in out
    assert "archive_change: " in out
    assert all(", equal, " in line for line in lines if " rows, " in line)
    assert "captures 5, damaged 0" in lines
    assert "documents 5" in out
    assert "answered differently 0" in out
    # The same folder on the new database is the same archive, and takes new pages.
    moved = Installation(small.home, database)
    assert hits(moved) == hits(small)
    assert moved.run("index", "verify")[0] == 0
    assert "new 0" in moved.run("import_pages", "fixtures/pages")[1]
    code, _, err = moved.run("shell", "-v", "0", "-c", "from archive.models import *\n"
                             "assert Observation.objects.get(state='edited').value == 907\n"
                             "Official.objects.create(slug='moi', name='Mới', folded='moi')")  # fmt: skip
    assert code == 0, err
    code, _, err = small.run(*move)
    assert (code, "holds an archive already" in err) == (1, True)


def test_what_was_cut_off_is_completed(small, installation):
    """A move that ended in the middle, and a table that was tampered with since."""
    database = installation("cut").database
    victim = next((small.home / "captures").rglob("*.gz"))
    content = victim.read_bytes()
    victim.unlink()
    code, out, err = small.run("move_up", "--database", database)
    assert (code, "file is missing" in err, "All arrived" in out) == (1, True, False)
    victim.write_bytes(content)
    half = Installation(small.home, database)
    code, _, err = half.run(
        "shell", "-v", "0", "-c",
        "from archive.models import *\nEvidence.objects.all().delete()\nArticle.objects.update(title='x')",
    )  # fmt: skip
    assert code == 0, err
    code, out, err = small.run("move_up", "--database", database)
    assert (code, err) == (0, "")
    assert "All arrived" in out


def test_a_database_that_cannot_be_used_is_told(small):
    code, _, err = small.run("move_up", "--database", "postgres://nobody@127.0.0.1:1/none")
    assert (code, "cannot be reached" in err) == (1, True)
    code, _, err = small.run("move_up", "--database", f"sqlite:///{small.home / 'b.sqlite3'}")
    assert (code, "goes to PostgreSQL" in err) == (1, True)
