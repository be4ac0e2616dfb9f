"""The commands and the site with SEARCH_URL on a cluster."""

import pytest
from django.core.management import call_command

from archive.models import Article
from archive.search import index
from tests.browse import rows


@pytest.fixture(autouse=True)
def _cluster(settings, addressed, prefix):
    settings.SEARCH_URL = addressed(prefix, "shards=1&replicas=1")
    yield
    index.engine().destroy()


def said(capsys, *arguments):
    call_command(*arguments)
    return capsys.readouterr().out


def test_index_commands(db, capsys):
    rows.archive_of(3)
    assert "indexed 3" in said(capsys, "index", "rebuild")
    assert "index and database agree" in said(capsys, "index", "verify")
    gone, kept, *_ = Article.objects.order_by("pk").values_list("pk", flat=True)
    index.engine().remove([gone])
    with pytest.raises(SystemExit):
        said(capsys, "index", "verify")
    assert f"missing article {gone}" in capsys.readouterr().out
    assert "updated 1" in said(capsys, "index", "update")
    assert "index and database agree" in said(capsys, "index", "verify")
    Article.objects.filter(pk=kept).delete()
    assert "updated 1" in said(capsys, "index", "update")


def test_search_from_the_shell_and_on_the_site(db, client, capsys):
    rows.archive_of(3)
    said(capsys, "index", "rebuild")
    title = Article.objects.first().title
    assert title in said(capsys, "search", title)
    page = client.get("/tim/", {"q": title})
    assert page.status_code == 200
    assert page.context["hits"].total >= 1


def test_evaluation(capsys):
    """In an index of its own, which is gone afterwards."""
    out = said(capsys, "evaluate_search")
    figures = next(line for line in out.splitlines() if line.startswith("all")).split()
    assert float(figures[-1]) >= 0.95
    with capsys.disabled():
        print("\n" + out)
    assert list(index.engine().client.indices.get(index="*-evaluation-articles-*")) == []
