"""A backup of PostgreSQL, taken while others write, carried into an empty database, is the same archive."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("on_postgres")


def hits(archive):
    answer = json.loads(archive.run("search", "hoi nghi", "--json")[1])
    return answer["total"], [(hit["id"], hit["title"], hit["score"]) for hit in answer["hits"]]


def test_the_restored_archive_is_the_same(installation, tmp_path):
    old, new, file = installation("old"), installation("new"), tmp_path / "archive.tar"
    assert old.run("migrate", "--verbosity", "0")[0] == 0
    assert old.run("import_pages", "fixtures/pages")[0] == 0
    code, out, err = old.run("backup", file)
    assert (code, out.split(",")[0], err) == (0, "articles 5", "")
    code, out, err = new.run("restore", file)
    assert (code, err) == (0, "")
    assert out.startswith("restored captures 5")
    assert hits(new) == hits(old)
    assert new.run("verify")[1] == "captures 5, damaged 0\n"
    assert "new 0" in new.run("import_pages", "fixtures/pages")[1]
    code, _, err = new.run("restore", file)
    assert (code, "holds articles already" in err) == (1, True)
