"""Queries without an answer are kept for the staff: the words, how often, on which day; never more."""

import pytest

from archive.browse import missed
from archive.models import MissedQuery
from archive.search import index
from tests.browse import rows


@pytest.fixture
def archive(db):
    rows.full_article()
    index.engine().rebuild(index.documents())


def test_a_query_without_an_answer_is_counted(archive, client):
    for path in ("/tim/?q=Thuỷ+điện", "/tim/?q=thuỷ+ĐIỆN", "/tim/?q=hội+nghị"):
        assert client.get(path).status_code == 200
    assert list(MissedQuery.objects.values_list("text", "count")) == [("thuỷ điện", 2)]


@pytest.mark.parametrize(
    "path",
    [
        "/tim/?q=zzzz&nam=2022",
        "/tim/?q=zzzz&trang=2",
        "/tim/?q=ai+do%40example.vn",
        "/tim/?q=gọi+0912+345+678",
        "/tim/?q=" + "dài+" * 80,
        "/tim/?q=",
    ],
)
def test_a_narrowed_search_or_what_may_be_personal_is_not_kept(archive, client, path):
    client.get(path)
    assert not MissedQuery.objects.exists()


def test_the_list_does_not_grow_for_ever(db, monkeypatch):
    monkeypatch.setattr(missed, "MOST", 2)
    for text in ("một", "một", "hai", "ba"):
        missed.remember(text)
    assert set(MissedQuery.objects.values_list("text", flat=True)) == {"một", "ba"}


def test_the_staff_sees_them(admin_client):
    missed.remember("thủy điện")
    assert "thủy điện" in admin_client.get("/quan-tri/archive/missedquery/").content.decode()
