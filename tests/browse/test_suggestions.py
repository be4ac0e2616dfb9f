"""What begins with what is typed, as data for the script: places, officials, meetings, indicators."""

import pytest

from archive.models import Indicator
from archive.search import index
from tests.browse import rows


@pytest.fixture
def archive(db):
    rows.full_article()
    Indicator.objects.update(key="budget_rev")
    index.engine().rebuild(index.documents())


@pytest.mark.parametrize(
    ("start", "label", "url"),
    [
        ("kinh m", "Kinh Môn, Hải Dương", "/dia-phuong/hai-duong/kinh-mon/"),
        ("yen", "Sái Thị Yến", "/can-bo/sai-thi-yen/"),
        ("tong thu", "Tổng thu ngân sách", "/so-lieu/tong-thu-ngan-sach/"),
        ("Hội nghị", "Hội nghị lần thứ 9", "/cuoc-hop/"),
    ],
)
def test_suggests(archive, client, start, label, url):
    first = client.get("/tim/goi-y/", {"q": start}).json()["subjects"][0]
    assert first["label"] == label
    assert first["url"].startswith(url)
    assert client.get(first["url"], follow=True).status_code == 200


@pytest.mark.parametrize("start", ["", " ", "zzz", "%", "\x00", "a" * 5000])
def test_nothing_to_suggest(archive, client, start):
    assert client.get("/tim/goi-y/", {"q": start}).json() == {"subjects": []}


def test_kinds_are_named_in_the_language_of_the_page(archive, client):
    assert client.get("/en/tim/goi-y/?q=kinh").json()["subjects"][0]["url"].startswith("/en/")


def test_what_is_hidden_is_not_suggested(archive, client):
    from archive.models import Article

    article = Article.objects.get()
    article.visibility, article.visibility_reason = "hidden", "kiểm tra"
    article.save()
    index.index_articles([article.pk])
    assert client.get("/tim/goi-y/?q=kinh").json() == {"subjects": []}
