"""Pages may be kept by anyone, and cost a few bytes while they have not changed."""

import pytest

from tests.browse import rows
from tests.browse.test_every_page import PATHS

FORMS = ("gui-bai", "yeu-cau-go")


@pytest.mark.parametrize(
    "path", [p for p in PATHS if not any(f in p for f in FORMS)] + ["/bai/atom/"]
)
def test_unchanged_page_is_not_sent_again(db, client, path):
    rows.full_article()
    first = client.get(path)
    assert first["Cache-Control"] == "public, no-cache"
    assert "Cookie" not in first.get("Vary", "")
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_withdrawn_article_is_gone_at_once(db, client):
    article = rows.full_article()
    seen = client.get(article.get_absolute_url())
    article.visibility, article.visibility_reason = "withdrawn", "theo yêu cầu"
    article.save()
    again = client.get(article.get_absolute_url(), headers={"If-None-Match": seen["ETag"]})
    assert again.status_code == 410


@pytest.mark.parametrize("path", ["/quan-tri/login/", "form"])
def test_what_belongs_to_one_visitor_is_kept_by_nobody(db, client, path):
    path = f"/bai/{rows.full_article().pk}/bao-loi/" if path == "form" else path
    kept = client.get(path)["Cache-Control"]
    assert "no-store" in kept
    assert "private" in kept
