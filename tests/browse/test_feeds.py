"""Atom feeds of all, of a place, a person, a source, and of any search."""

import datetime
from xml.etree import ElementTree

import pytest

from archive.models import Mention
from archive.search import index
from tests.browse import rows

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(client):
    """`feed("/bai/atom/")` → the parsed feed."""

    def get(path):
        response = client.get(path)
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/atom+xml")
        return ElementTree.fromstring(response.content)

    return get


def titles(tree):
    return [entry.findtext(f"{ATOM}title") for entry in tree.iter(f"{ATOM}entry")]


@pytest.fixture
def two(db):
    rows.full_article(title="Bài một")
    return rows.article(
        "Bài hai", rows.district("Nam Sách", "huyện"), datetime.date(2020, 7, 9),
        source=rows.source("khac", "Cổng khác"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/bai/atom/", ["Bài hai", "Bài một"]),  # what arrived last comes first
        ("/dia-phuong/hai-duong/atom/", ["Bài hai", "Bài một"]),
        ("/dia-phuong/hai-duong/kinh-mon/atom/", ["Bài một"]),
        ("/can-bo/sai-thi-yen/atom/", ["Bài một"]),
        ("/nguon/khac/atom/", ["Bài hai"]),
        ("/tim/atom/?q=sai+thi+yen", ["Bài một", "Bài hai"]),
        ("/tim/atom/?noi=hai-duong/kinh-mon", ["Bài một"]),
        ("/tim/atom/", []),
        ("/en/bai/atom/", ["Bài hai", "Bài một"]),
    ],
)
def test_feed_holds_the_articles_of_its_subject(two, feed, path, expected):
    index.engine().rebuild(index.documents())
    assert titles(feed(path)) == expected


def test_entry_says_when_where_and_by_whom(two, feed):
    entry = next(feed("/nguon/khac/atom/").iter(f"{ATOM}entry"))
    address = f"http://127.0.0.1:8000{two.get_absolute_url()}"
    assert entry.find(f"{ATOM}link").get("href") == address
    assert entry.findtext(f"{ATOM}published") == "2020-07-09T12:00:00+07:00"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Cổng khác"
    places = [category.get("term") for category in entry.iter(f"{ATOM}category")]
    assert places == ["huyện Nam Sách", "Hải Dương"]


def test_hidden_article_and_rejected_mention_are_not_told(two, feed):
    Mention.objects.update(state="rejected")
    assert titles(feed("/can-bo/sai-thi-yen/atom/")) == []
    two.visibility, two.visibility_reason = "hidden", "kiểm tra"
    two.save()
    assert titles(feed("/bai/atom/")) == ["Bài một"]


@pytest.mark.parametrize(
    "path",
    ["/dia-phuong/x/atom/", "/can-bo/x/atom/", "/nguon/x/atom/", "/tim/atom/?q=%22((&nam=abc"],
)
def test_feed_of_nothing_is_no_failure(db, client, path):
    assert client.get(path).status_code in {200, 404}


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("/", "/bai/atom/"),
        ("/dia-phuong/hai-duong/kinh-mon/", "/dia-phuong/hai-duong/kinh-mon/atom/"),
        ("/can-bo/sai-thi-yen/", "/can-bo/sai-thi-yen/atom/"),
        ("/nguon/khac/", "/nguon/khac/atom/"),
        ("/tim/?q=nam", "/tim/atom/?q=nam"),
        ("/en/nguon/khac/", "/en/nguon/khac/atom/"),
    ],
)
def test_page_names_its_feed(two, client, path, feed):
    source = client.get(path).content.decode()
    assert 'type="application/atom+xml" title=' in source
    assert f'href="http://127.0.0.1:8000{feed}">' in source


def test_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/bai/atom/", 2)
