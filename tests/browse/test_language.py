"""The site in two languages: Vietnamese at the root, English under /en/, nothing left untranslated."""

import datetime
import gettext
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation

from archive.browse import words
from archive.models import Meeting, Observation, Participation, State
from scripts import messages
from tests.browse import rows
from tests.browse.test_every_page import PATHS
from tests.browse.untranslated import untranslated

ENGLISH = Path(settings.BASE_DIR, "locale/en/LC_MESSAGES")


def test_every_sentence_has_an_english_one():
    known = {(m.context, str(m.id)): m.string for m in read_po((ENGLISH / "django.po").open("rb"))}
    sought = {(m.context, str(m.id)) for m in messages.collected() if m.id}
    assert sought - known.keys() == set(), "run `make messages`"
    assert [key for key in sought if not known[key] or not all(known[key])] == []


def test_compiled_file_is_that_of_the_sentences():
    compiled = gettext.GNUTranslations((ENGLISH / "django.mo").open("rb"))
    for message in read_po((ENGLISH / "django.po").open("rb")):
        if isinstance(message.id, str) and message.id and not message.context:
            assert compiled.gettext(message.id) == message.string


@pytest.fixture
def english(db, client):
    """`english("/bai/")` → the source of the English page."""
    article = rows.full_article(captions=["Quang cảnh hội nghị"], url="https://example.vn/1")
    rows.meeting(article, ordinal=3)

    def get(path):
        path = article.get_absolute_url() if path == "article" else path
        response = client.get(f"/en{path}", follow=True)
        assert response["Content-Language"] == "en"
        return response.content.decode()

    return get


@pytest.mark.parametrize(
    "path", [*PATHS, "article", "/khong-co/", "/can-bo/khong-co/", "/nguon/x/"]
)
def test_english_page_says_all_in_english(english, path):
    source = english(path)
    assert '<html lang="en">' in source
    assert untranslated(source) == []


def test_pages_name_each_other(db, client):
    source = client.get("/bai/?tu=2022-01-01").content.decode()
    assert '<link rel="alternate" hreflang="en" href="http://127.0.0.1:8000/en/bai/">' in source
    assert '<a href="/en/bai/?tu=2022-01-01" lang="en" hreflang="en">English</a>' in source
    assert '<link rel="canonical" href="http://127.0.0.1:8000/bai/">' in source
    assert 'hreflang="vi">Tiếng Việt</a>' in client.get("/en/bai/").content.decode()


def test_links_stay_in_the_language(english):
    source = english("/")
    inner = [link for link in source.split('href="')[1:] if link.startswith("/")]
    strays = [link[:40] for link in inner if not link.startswith(("/en/", "/static/", '/"'))]
    assert [link for link in strays if 'lang="vi"' not in link] == []


def test_only_the_address_decides(db, client):
    response = client.get("/", headers={"Accept-Language": "en"})
    assert response["Content-Language"] == "vi"
    assert "Accept-Language" not in response.get("Vary", "")


def test_old_address_is_followed_in_english(db, client):
    from archive.models import Redirect

    Redirect.objects.create(old_path="/cu/", new_path="/bai/")
    assert client.get("/en/cu/")["Location"] == "/en/bai/"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (lambda: words.vi_date(datetime.date(2022, 7, 13)), "13 July 2022"),
        (lambda: words.number(Decimal("1259.84")), "1,259.84"),
        (lambda: words.period("2022-H1"), "first half of 2022"),
        (lambda: words.period("2022-07"), "July 2022"),
        (lambda: words.period("2024-06-30"), "30 June 2024"),
        (lambda: words.counted(1, "bài"), "1 article"),
        (lambda: words.counted(1200, "bài"), "1,200 articles"),
        (lambda: Meeting(kind="plenum").get_kind_display(), "committee plenum"),
        (lambda: Meeting(day_part="sáng").get_day_part_display(), "in the morning"),
        (lambda: Observation(kind="target").get_kind_display(), "target"),
        (lambda: str(Participation.Role.CHAIR.label), "presided"),
        (lambda: str(State.EDITED.label), "corrected"),
    ],
)
def test_words_in_english(written, expected):
    with translation.override("en"):
        assert written() == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Bài</p>", ["Bài"]),
        ('<p lang="vi">Bài <b>một</b></p>', []),
        ('<p lang="vi">Bài <b lang="en">một</b></p>', ["một"]),
        ('<p aria-label="Bài">12</p>', ["Bài"]),
        ("<p>Articles</p>", []),
    ],
)
def test_what_counts_as_untranslated(body, expected):
    assert untranslated(f'<html lang="en"><body>{body}</body></html>') == expected
