"""From SQLite and Whoosh to PostgreSQL and a cluster of three nodes, with the proof that all arrived.

MOVING_PAGES=300 moves so many generated pages beside those of the fixtures.
"""

import json
import os

import pytest

from tests.bench import crawl
from tests.postgres.installation import Installation
from tests.postgres.server import NoServerError, server

PAGES = int(os.environ.get("MOVING_PAGES", "20"))


@pytest.fixture
def database():
    try:
        with server() as url:
            yield url
    except NoServerError as error:
        pytest.skip(str(error))


@pytest.fixture
def small(tmp_path):
    archive = Installation(tmp_path / "home")
    archive.home.mkdir()
    assert archive.run("migrate", "--verbosity", "0")[0] == 0
    crawled = tmp_path / "crawl.warc.gz"
    crawl.write(crawled, PAGES)
    code, _, err = archive.run("import_pages", "fixtures/pages", crawled)
    assert code == 0, err
    return archive


def answers(archive):
    out = archive.run("search", "hoi nghi", "--json", "--sort", "newest", "--limit", "50")[1]
    answer = json.loads(out)
    shown = [(hit["id"], hit["title"], hit["snippet"]) for hit in answer["hits"]]
    return answer["total"], answer["facets"], shown


def test_all_arrives_and_is_found(small, database, addressed, prefix, monkeypatch, capsys):
    search = addressed(prefix, "shards=2&replicas=1")
    before = answers(small)
    code, out, err = small.run("move_up", "--database", database, "--search", search)
    assert (code, err) == (0, ""), out
    assert "answered differently 0" in out
    assert "All arrived" in out
    with capsys.disabled():
        print("\n" + "\n".join(out.splitlines()[-3:]))
    moved = Installation(small.home, database)
    monkeypatch.setenv("SEARCH_URL", search)
    assert moved.run("index", "verify")[:2] == (0, "index and database agree\n")
    assert answers(moved) == before
    assert "new 0" in moved.run("import_pages", "fixtures/pages")[1]
