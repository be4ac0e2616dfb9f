"""What search engines and programs are told: sitemap, robots, JSON-LD, how a shared link looks."""

import json
import re
from xml.etree import ElementTree

import pytest

from archive.browse import sitemaps
from archive.browse.linked import as_script
from tests.browse import rows

SITE = "http://127.0.0.1:8000"
SECTIONS = list(sitemaps.SITEMAPS)


def addresses(client, path):
    tree = ElementTree.fromstring(client.get(path).content)
    return [loc.text for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_sitemap_names_every_public_page_in_both_languages(db, client):
    article = rows.full_article()
    meeting = article.meetingreports.get().meeting
    told = [loc for name in SECTIONS for loc in addresses(client, f"/sitemap-{name}.xml")]
    for path in (
        "/", "/bai/", article.get_absolute_url(), meeting.get_absolute_url(),
        "/can-bo/sai-thi-yen/", "/so-lieu/tong-thu-ngan-sach/", "/dia-phuong/hai-duong/kinh-mon/",
        "/dia-phuong/hai-duong/",
    ):  # fmt: skip
        assert f"{SITE}{path}" in told
        assert f"{SITE}/en{path}" in told
    assert len(told) == len(set(told))


def test_every_address_of_the_sitemap_is_its_own_canonical_page(db, client):
    rows.full_article()
    for name in SECTIONS:
        for address in addresses(client, f"/sitemap-{name}.xml"):
            response = client.get(address.removeprefix(SITE))
            assert response.status_code == 200, address
            assert f'<link rel="canonical" href="{address}">' in response.content.decode()


def test_sitemap_is_cut_by_size(db, client, monkeypatch):
    monkeypatch.setattr(sitemaps.Articles, "limit", 2)
    rows.archive_of(5)
    index = addresses(client, "/sitemap.xml")
    assert len([address for address in index if "sitemap-bai.xml" in address]) == 5
    assert len(addresses(client, "/sitemap-bai.xml?p=5")) == 2


def test_samples_and_hidden_articles_are_not_told(db, client):
    rows.full_article(source=rows.source("bai-mau", "Bài mẫu", sample=True))
    rows.full_article(visibility="hidden", visibility_reason="kiểm tra")
    for name in SECTIONS[1:]:
        assert addresses(client, f"/sitemap-{name}.xml") == []


def test_robots_are_kept_from_desk_and_search(db, client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /quan-tri/\nDisallow: /tim/\n" in text
    assert "Disallow: /en/tim/\n" in text
    assert f"Sitemap: {SITE}/sitemap.xml" in text


def linked(client, path):
    source = client.get(path).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', source)[1])


def test_article_is_a_news_article(db, client):
    article = rows.full_article(url="https://example.vn/1")
    data = linked(client, article.get_absolute_url())
    assert data["@type"] == "NewsArticle"
    assert data["isBasedOn"] == "https://example.vn/1"
    assert data["inLanguage"] == "vi"
    assert data["contentLocation"]["containedInPlace"]["name"] == "Hải Dương"
    assert data["about"][0]["startDate"] == "2022-07-13"
    assert data["mentions"] == [
        {"@type": "Person", "name": "Sái Thị Yến", "url": f"{SITE}/can-bo/sai-thi-yen/"}
    ]
    assert "datePublished" not in data  # not known, not guessed


@pytest.mark.parametrize(
    ("path", "kind", "key", "value"),
    [
        ("meeting", "Event", "startDate", "2022-07-13"),
        ("/can-bo/sai-thi-yen/", "Person", "jobTitle", ["Bí thư Thị ủy"]),
        ("/so-lieu/tong-thu-ngan-sach/", "Dataset", "temporalCoverage", "2022/2022"),
    ],
)
def test_other_records_say_what_they_are(db, client, path, kind, key, value):
    article = rows.full_article()
    if path == "meeting":
        path = article.meetingreports.get().meeting.get_absolute_url()
    data = linked(client, path)
    assert (data["@type"], data[key]) == (kind, value)


def test_sample_is_no_news_article(db, client):
    article = rows.full_article(source=rows.source("bai-mau", "Bài mẫu", sample=True))
    assert "ld+json" not in client.get(article.get_absolute_url()).content.decode()


def test_text_cannot_end_the_script():
    assert (
        as_script({"name": "</script><b>&"})
        == '{"name": "\\u003c/script\\u003e\\u003cb\\u003e\\u0026"}'
    )


def test_shared_link_shows_title_and_first_words(db, client):
    article = rows.full_article(title='Hội nghị "lần thứ 9"')
    source = client.get(article.get_absolute_url()).content.decode()
    assert '<meta property="og:title" content="Hội nghị &quot;lần thứ 9&quot;">' in source
    assert '<meta property="og:description" content="Ngày 13/7, Ban Chấp hành' in source


def test_browser_learns_how_to_search(db, client):
    description = client.get("/tim/mo-ta.xml")
    assert description["Content-Type"].startswith("application/opensearchdescription+xml")
    tree = ElementTree.fromstring(description.content)
    template = tree.find("{http://a9.com/-/spec/opensearch/1.1/}Url").get("template")
    assert template == f"{SITE}/tim/?q={{searchTerms}}"
    assert 'type="application/opensearchdescription+xml"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("path", "canonical"),
    [("/bai/?tu=2022-01-01", "/bai/"), ("/bai/?trang=2", "/bai/?trang=2"), ("/bai/?trang=1", "/bai/"),
     ("/bai/?trang=x", "/bai/"), ("/en/bai/", "/en/bai/")],
)  # fmt: skip
def test_canonical_address(db, client, path, canonical):
    source = client.get(path).content.decode()
    assert f'<link rel="canonical" href="{SITE}{canonical}">' in source
