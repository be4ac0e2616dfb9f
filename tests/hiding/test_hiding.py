"""What is hidden is gone from every place where rows go out, and comes back exactly."""

import json

import pytest
from django.core import serializers
from django.test import Client
from django.utils import timezone

from archive import hiding
from archive.exporting.datasets import Selection, articles, meetings, observations, officials
from archive.exporting.warc import captures_of
from archive.models import (
    Article,
    ArticleVersion,
    Evidence,
    Meeting,
    MeetingReport,
    Mention,
    Original,
    Participation,
    PositionReport,
    Takedown,
)
from archive.search import index
from archive.search.rows import documents
from archive.vietnamese.dates import vi_day
from tests.browse import rows

NAME = "Trần Văn Bình"
KEPT = (
    Article,
    ArticleVersion,
    Evidence,
    Meeting,
    MeetingReport,
    Mention,
    Participation,
    PositionReport,
)
PAGES = (
    "/",
    "/bai/",
    "/bai/atom/",
    "/can-bo/",
    "/cuoc-hop/",
    "/tim/?q=tran+van+binh",
    "/tim/?q=hội+nghị",
)


def everything():
    """All rows that hiding may touch, but for the moments at which they were written."""
    dumped = json.loads(
        serializers.serialize("json", [row for m in KEPT for row in m.objects.order_by("pk")])
    )
    for row in dumped:
        row["fields"].pop("changed_at", None)
        row["fields"].pop("indexed_at", None)
    return dumped


def pages(article):
    client = Client()
    own = [article.get_absolute_url(), "/can-bo/tran-van-binh/", "/en" + article.get_absolute_url()]
    return {path: client.get(path, follow=True).content.decode() for path in (*PAGES, *own)}


def test_before_it_is_hidden_the_name_is_found(article):
    index.rebuild()
    assert [path for path, text in pages(article).items() if NAME in text]


@pytest.mark.parametrize("scope", ["words", "everywhere"])
def test_a_hidden_name_is_on_no_page(
    article, order, manager, scope, django_capture_on_commit_callbacks
):
    index.rebuild()
    with django_capture_on_commit_callbacks(execute=True):
        assert hiding.hide(order(scope), manager) == 1
    shown = pages(article)
    assert [path for path, text in shown.items() if NAME in text] == []
    assert "▇" in shown[article.get_absolute_url()]
    assert not any(NAME in str(document) for document in documents())
    assert not index.verify()


def test_a_hidden_name_is_in_no_data(article, order, manager):
    def data():
        return str(
            [
                list(dataset(Selection()))
                for dataset in (articles, officials, meetings, observations)
            ]
        )

    assert NAME in data()
    hiding.hide(order("everywhere"), manager)
    assert NAME not in data()


def test_the_bytes_of_the_page_are_kept_back_while_something_in_them_is_hidden(
    article, order, manager, client
):
    assert list(captures_of(Selection()))
    hidden = order()
    hiding.hide(hidden, manager)
    assert not list(captures_of(Selection()))
    capture = article.captures.get()
    for path in ("", "khung/", "tai/"):
        assert client.get(f"/bai/{article.pk}/ban-luu/{capture.pk}/{path}").status_code == 404
    assert capture.sha256[:16] not in client.get(f"/bai/{article.pk}/ban-luu/").content.decode()
    hiding.lift(hidden, manager, "rút đơn")
    assert list(captures_of(Selection()))


def test_facts_that_stand_keep_true_spans(article, order, manager):
    hiding.hide(order(), manager)
    for item in Evidence.objects.filter(where="body"):
        assert item.version.body[item.start : item.end] == item.quote
    assert Mention.objects.valid().get().name == "Sái Thị Yến"


def test_a_hidden_caption_leaves_the_others(article, order, manager, client):
    hiding.hide(order(words="Ông Trần Văn Bình nhận quà"), manager)
    text = client.get(article.get_absolute_url()).content.decode()
    assert "nhận quà" not in text
    assert "Quang cảnh hội nghị" in text
    assert "Trần Văn Bình" in text  # the body was not asked for


def test_a_withdrawn_article_leaves_a_tombstone(article, order, manager, client):
    index.rebuild()
    path = article.get_absolute_url()
    hiding.hide(order("article"), manager)
    gone = client.get(path)
    assert gone.status_code == 410
    text = gone.content.decode()
    assert "đời tư của một người" in text
    assert "Đơn của người được nêu" not in text
    assert f"Gỡ ngày {vi_day(timezone.localdate())}" in text  # the day in Vietnam
    assert article.title not in text
    assert client.get(f"/bai/{article.pk}/ban-luu/").status_code == 410


def test_the_page_of_a_hidden_person_is_gone(article, order, manager, client):
    hiding.hide(order("everywhere"), manager)
    assert client.get("/can-bo/tran-van-binh/").status_code == 410
    assert client.get("/can-bo/sai-thi-yen/").status_code == 200


def test_copies_of_a_withdrawn_article_go_too(article, order, manager, client):
    copy = rows.article("Bản chép", article.place, duplicate_of=article)
    hiding.hide(order("article"), manager)
    copy.refresh_from_db()
    assert copy.visibility == "withdrawn"


@pytest.mark.parametrize("scope", ["words", "everywhere", "article"])
def test_lifting_puts_back_exactly_what_was_there(article, order, manager, scope):
    before = everything()
    hidden = order(scope)
    hiding.hide(hidden, manager)
    assert everything() != before
    hiding.lift(hidden, manager, "rút đơn")
    assert everything() == before
    assert not Original.objects.exists()
    assert Takedown.objects.get().lifted_by == "quan-ly"


def test_lifting_one_of_two_orders_leaves_the_other(article, order, manager):
    before = everything()
    first, second = order(words="Trần Văn Bình"), order(words="Sái Thị Yến")
    hiding.hide(first, manager)
    hiding.hide(second, manager)
    hiding.lift(first, manager, "rút đơn")
    body = article.current.body
    assert NAME in body
    assert "Sái Thị Yến" not in body
    hiding.lift(second, manager, "rút đơn")
    assert everything() == before
