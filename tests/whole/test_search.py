"""The same articles come first however the query is typed, from the shell as on the site."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from archive.models import Article
from archive.search import index
from tests.whole.conftest import SAMPLES

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def samples(storage):
    call_command("import_pages", str(SAMPLES), "--source", "bai-mau", stdout=StringIO())


def ask(*args):
    out = StringIO()
    call_command("search", *args, "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("hoi nghi kinh mon", "hai-duong/kinh-mon"),
        ("Thị uỷ Duy Tiên", "ha-nam/duy-tien"),
        ("Thị ủy Duy Tiên", "ha-nam/duy-tien"),
        ("THÀNH ỦY PHỦ LÝ", "ha-nam/phu-ly"),
        ("khóa XXVIII", "hai-duong/nam-sach"),
        ("sai thi yen", "hai-duong/kinh-mon"),
        ("ket nap dang 120 quan chung", "ha-nam/phu-ly"),
        ("905,653 tỷ đồng", "hai-duong/kinh-mon"),
        ("Quận ủy Nam Từ Liêm", "ha-noi/nam-tu-liem"),
    ],
)
def test_first_hit(samples, query, place):
    assert ask(query)["hits"][0]["place"] == place


def test_place_and_date_narrow(samples):
    assert ask("hội nghị", "--place", "hai-duong")["total"] == 2
    assert ask("hội nghị", "--from", "2022-06-01")["total"] == 2
    assert ask("hội nghị", "--sort", "oldest")["hits"][0]["date"] == "2020-07-09"


def test_index_and_rows_agree(samples):
    assert not index.verify()


def test_a_withdrawn_article_leaves_the_index(samples):
    article = Article.objects.get(place__slug="ha-nam/phu-ly")
    article.visibility, article.visibility_reason = "withdrawn", "yêu cầu gỡ"
    article.save()
    index.index_articles([article.pk])
    assert ask("Phủ Lý")["total"] == 0
    assert not index.verify()


def test_update_mends_what_differs(samples):
    Article.objects.filter(place__slug="ha-nam/phu-ly").update(title="Tên mới")
    assert index.verify().stale
    index.update()
    assert not index.verify()


def test_rebuild_gives_the_same(samples):
    before = ask("hội nghị")
    index.rebuild()
    after = ask("hội nghị")
    assert [hit["id"] for hit in before["hits"]] == [hit["id"] for hit in after["hits"]]


def test_an_index_of_another_version_is_rebuilt(samples, storage):
    for path in (storage / "index").iterdir():
        path.unlink()
    (storage / "index" / "current-v2").write_text("v2-1")
    index.engine_at.cache_clear()
    assert index.is_outdated()
    call_command("index", "update", "--if-outdated", stdout=StringIO())
    assert not index.verify()
