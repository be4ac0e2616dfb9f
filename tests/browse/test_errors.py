"""Addresses that are not there, that moved, and failures."""

import pytest

from archive.browse.views import errors
from archive.models import Redirect
from archive.search.engine import OutdatedIndexError, SearchUnavailableError
from tests.browse import rows

SEARCHING = ["/tim/?q=hoi", "/tim/huong-dan/", "/tim/atom/?q=hoi", "/tim/goi-y/?q=hoi"]


def test_unknown_address_offers_the_search(db, read):
    text = read("/khong-co/", status=404)
    assert "Không thấy trang này" in text


def test_address_that_moved_is_followed(db, client):
    Redirect.objects.create(old_path="/cu/", new_path="/bai/")
    response = client.get("/cu/")
    assert (response.status_code, response["Location"]) == (301, "/bai/")


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        (errors.server_error(None), 500, "Lỗi ở phía máy chủ, không phải do bạn"),
        (errors.bad_request(None, ValueError()), 400, "Yêu cầu không đọc được"),
    ],
)
def test_failure_has_a_page_that_needs_neither_request_nor_database(answer, status, words):
    assert answer.status_code == status
    assert words in answer.content.decode()


@pytest.fixture
def away(monkeypatch):
    """The search can't be asked: `away(error)` from now on."""

    def fail(error=SearchUnavailableError):
        def engine():
            raise error("host search is out of reach")

        for module in ("archive.browse.views.search", "archive.browse.feeds"):
            monkeypatch.setattr(f"{module}.engine", engine)

    return fail


@pytest.mark.parametrize("path", SEARCHING)
@pytest.mark.parametrize("error", [SearchUnavailableError, OutdatedIndexError])
def test_reader_hears_that_the_search_is_away(db, client, away, path, error):
    away(error)
    response = client.get(path)
    source = response.content.decode()
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert "no-store" in response["Cache-Control"]
    assert "Bộ máy tìm kiếm chưa trả lời" in source
    assert "out of reach" not in source  # that is for the log
    assert 'href="/cuoc-hop/"' in source


def test_the_rest_of_the_site_needs_no_search(db, client, away):
    article = rows.full_article()
    away()
    for path in ("/", "/bai/", "/dia-phuong/hai-duong/kinh-mon/", article.get_absolute_url()):
        assert client.get(path).status_code == 200


def test_folder_that_cannot_be_read_is_a_search_that_is_away(db, client, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.SEARCH_URL = f"whoosh://{tmp_path}/file/index"
    assert client.get("/tim/?q=hoi").status_code == 503
