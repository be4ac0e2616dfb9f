"""While the search engine is away the site says so, and goes on."""

import pytest

pytest.importorskip("opensearchpy", reason="needs the extra `opensearch`")

from archive.editing import showing
from archive.models import Article
from archive.search import index
from archive.search.engine import SearchUnavailableError
from tests.browse import rows

NOBODY = "opensearch://127.0.0.1:1/kho"  # a port where nothing listens


@pytest.fixture(autouse=True)
def _away(settings):
    settings.SEARCH_URL = NOBODY


@pytest.mark.parametrize("path", ["/tim/?q=kinh", "/tim/huong-dan/", "/en/tim/?q=kinh"])
def test_a_search_says_that_it_is_away(client, db, path):
    rows.archive_of(1)
    response = client.get(path)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    wanted = "out of reach" if path.startswith("/en/") else "Tạm thời chưa tìm được"
    assert wanted in response.content.decode()


def test_the_query_is_kept(client, db):
    assert 'value="kinh môn"' in client.get("/tim/?q=kinh+môn").content.decode()


def test_other_pages_go_on(read, db):
    rows.archive_of(1)
    read("/bai/")


def test_an_edit_is_saved_and_stays_pending(db, django_capture_on_commit_callbacks):
    rows.archive_of(1)
    [article] = Article.objects.all()
    with django_capture_on_commit_callbacks(execute=True):
        showing.show([article.pk])
    assert index.pending() == [article.pk]


def test_indexing_by_a_command_says_what_to_do():
    with pytest.raises(SearchUnavailableError, match="correct SEARCH_URL"):
        index.engine().remove([1])
