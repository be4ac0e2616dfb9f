"""From home, every link of the site leads to a page that has a way up and says all in its language."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import call_command
from selectolax.lexbor import LexborHTMLParser

from tests.browse.untranslated import untranslated

# Pages of which there are as many as there are places or facts, or that differ in a parameter alone.
ALIKE = re.compile(r"/dia-phuong/.+|/bao-loi/|/gui-bai/|[?&][a-z_]+=")
FEW = {"/dia-phuong/": 25}
# Home, the search with its form, framed captures.
NO_WAY_UP = re.compile(r"(?:/en)?/(?:tim/.*)?(?:\?.*)?|.*/khung/")


@pytest.fixture
def sample_site(db, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    call_command("import_pages", "fixtures/pages", "--source", "bai-mau")


@pytest.mark.parametrize("home", ["/", "/en/"])
def test_every_page_from_home(sample_site, client, home):
    pages, broken, jumps = crawl(client, home)
    assert broken == []
    assert len(pages) > 80
    assert [jump for jump in jumps if jump[1] in pages and jump[2] not in ids(pages[jump[1]])] == []
    assert [page for page, source in pages.items() if not has_way_up(page, source)] == []
    assert {page: gaps(source) for page, source in pages.items() if gaps(source)} == {}
    if home == "/en/":
        left = {
            page: untranslated(source) for page, source in pages.items() if "/khung/" not in page
        }
        assert {page: texts for page, texts in left.items() if texts} == {}


def crawl(client, home):
    """Address → source of every page in the language of `home`; what failed; links into pages."""
    waiting, pages, broken, jumps, taken = deque([home]), {}, [], set(), Counter()
    known = {home}
    while waiting:
        address = waiting.popleft()
        response = client.get(address, follow=True)
        if response.status_code != 200:
            broken.append((address, response.status_code))
            continue
        if not response["Content-Type"].startswith("text/html"):
            continue
        pages[address] = response.content.decode()
        for page, fragment in links(address, pages[address]):
            if page.startswith("/en/") != home.startswith("/en/"):
                continue
            if fragment:
                jumps.add((address, page, fragment))
            if page not in known and is_worth(page, taken):
                known.add(page)
                waiting.append(page)
    return pages, broken, jumps


def links(address, source):
    """Links within the site, as (page, fragment)."""
    for link in map(unescape, re.findall(r'<a [^>]*?href="([^"]+)"', source)):
        target = urlsplit(urljoin(address, link))
        if not target.netloc and not target.scheme and not target.path.startswith("/static/"):
            yield target.path + (f"?{target.query}" if target.query else ""), target.fragment


def is_worth(page, taken):
    """All addresses, but of those that are alike only a few."""
    found = ALIKE.search(page)
    if found is None:
        return True
    kind = "/dia-phuong/" if found[0].startswith("/dia-phuong/") else found[0]
    taken[kind] += 1
    return taken[kind] <= FEW.get(kind, 4)


def ids(source):
    return set(re.findall(r' id="([^"]+)"', source))


def gaps(source):
    """Where a space stands before a point, a comma or the like."""
    text = " ".join(LexborHTMLParser(source).body.text().split())
    return re.findall(r"\S+ [;,.:](?: \S+|$)", text)


def has_way_up(page, source):
    return NO_WAY_UP.fullmatch(page) or '<nav class="crumbs"' in source
