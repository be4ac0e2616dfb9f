"""What is kept of a page can be seen, cited and taken along, and does nothing."""

import datetime
import gzip

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from archive.browse.replay import replayable
from archive.importing.captures import captured_bytes
from archive.models import Capture
from tests.browse import rows

EVIL = """<html><head><title>Hội nghị</title><base href="http://x.vn/"><link rel=preload href=//x.vn/a>
<meta http-equiv=refresh content="0;url=http://x.vn"><style>p { color: red }</style></head>
<body onload="a()" background="http://x.vn/b.gif"><script>a()</script><h1>Thị ủy họp</h1>
<img src="http://x.vn/c.png" onerror=a()><a href="javascript:a()">Một</a><a href="#hai">Hai</a>
<iframe src="//x.vn"></iframe><form action="http://x.vn"><input name=q formaction="//x.vn"></form>
<svg><script href="//x.vn/s.js"></script></svg><p style="color: red">Nội dung</p></body></html>"""


@pytest.fixture(autouse=True)
def _storage(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }


@pytest.fixture
def kept(db):
    """An article with one HTML capture whose file is there."""

    def make(content=EVIL, **changes):
        article = rows.full_article()
        capture = Capture.objects.create(
            article=article,
            sha256=f"{article.pk:064x}",
            size=len(content),
            media="html",
            **{
                "url": "http://kinhmon.vn/1",
                "captured_at": datetime.datetime(2022, 8, 1, 3, tzinfo=datetime.UTC),
                **changes,
            },
        )
        default_storage.save(capture.path, ContentFile(gzip.compress(content.encode())))
        return capture

    return make


def path(capture, end=""):
    return f"/bai/{capture.article_id}/ban-luu/{capture.pk}/{end}"


@pytest.mark.parametrize(
    "gone", ["script", "x.vn", "onload", "onerror", "javascript", "iframe", "refresh", "<base"]
)
def test_nothing_that_acts_or_fetches_is_left(gone):
    assert gone not in replayable(EVIL, "html").lower()


@pytest.mark.parametrize("stays", ["Thị ủy họp", "Nội dung", 'href="#hai"', "color: red"])
def test_words_and_styles_stay(stays):
    assert stays in replayable(EVIL, "html")


def test_plain_text_is_shown_as_text():
    assert "&lt;script&gt;" in replayable("<script>a</script>", "text")


def test_the_frame_has_a_policy_of_its_own(kept, client):
    response = client.get(path(kept(), "khung/"))
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "Thị ủy họp" in response.content.decode()


def test_the_page_around_it_says_what_it_is(kept, read, client):
    capture = kept()
    text = read(path(capture))
    assert f"urn:pwid:127.0.0.1:2022-08-01T03:00:00Z:page:{capture.url}" in text
    assert capture.sha256 in text
    assert 'sandbox src="' in client.get(path(capture)).content.decode()


def test_a_capture_without_address_has_no_pwid(kept, read):
    assert "urn:pwid" not in read(path(kept(url="")))


def test_the_bytes_can_be_taken_along(kept, client):
    capture = kept()
    response = client.get(path(capture, "tai/"))
    assert response.content == captured_bytes(capture)
    assert response["Content-Type"] == "application/octet-stream"


def test_a_capture_goes_with_its_article_alone(kept, client):
    one, other = kept(), kept()
    assert client.get(f"/bai/{one.article_id}/ban-luu/{other.pk}/").status_code == 404


@pytest.mark.parametrize("end", ["", "khung/", "tai/"])
def test_a_withdrawn_article_takes_its_captures_along(kept, client, end):
    capture = kept()
    capture.article.visibility, capture.article.visibility_reason = "withdrawn", "x"
    capture.article.save()
    assert client.get(path(capture, end)).status_code == 404
    assert client.get(f"/bai/{capture.article_id}/ban-luu/").status_code == 410


def test_a_lost_file_is_told_with_a_page(kept, client):
    capture = kept()
    default_storage.delete(capture.path)
    assert client.get(path(capture, "khung/")).status_code == 404


def test_versions_are_shown_by_what_differs(kept, read):
    article = kept().article
    first = article.versions.get()
    article.versions.create(
        number=2, title=first.title, body=first.body.replace("106%", "107%"), layout="generic",
        content_hash="x",
    )  # fmt: skip
    text = read(f"/bai/{article.pk}/ban-luu/")
    assert "Từ bản 1 sang bản 2" in text
    assert "đạt 106 107 % dự toán" in text


def test_copies_at_other_addresses_are_listed(kept, read):
    article = kept().article
    copy = rows.full_article(title="Bài đăng lại ở báo tỉnh", url="http://bao.vn/1")
    copy.duplicate_of = article
    copy.save()
    assert "Bài đăng lại ở báo tỉnh" in read(f"/bai/{article.pk}/ban-luu/")


def test_queries(kept, client, django_assert_max_num_queries):
    capture = kept()
    with django_assert_max_num_queries(8):
        client.get(f"/bai/{capture.article_id}/ban-luu/")
