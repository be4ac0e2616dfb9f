"""From home, every link of the site leads to a page that has a way on."""

import re
from collections import deque
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import call_command


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


def test_no_link_is_broken_and_no_anchor_is_missing(sample_site, client):
    waiting, seen, anchors, broken = deque(["/"]), {}, [], []
    while waiting:
        address = waiting.popleft()
        response = client.get(address, follow=True)
        if response.status_code != 200:
            broken.append((address, response.status_code))
            continue
        if not response["Content-Type"].startswith("text/html"):
            continue
        source = response.content.decode()
        seen[address] = set(re.findall(r' id="([^"]+)"', source))
        for link in map(unescape, re.findall(r'<a [^>]*?href="([^"]+)"', source)):
            target = urlsplit(urljoin(address, link))
            page = target.path + (f"?{target.query}" if target.query else "")
            if target.netloc or page.count("&") > 1 or target.path.startswith("/static/"):
                continue  # elsewhere, or one of countless combinations of filters
            anchors.append((address, page, target.fragment))
            if page not in seen:
                seen[page] = set()
                waiting.append(page)
    assert broken == []
    assert len(seen) > 50
    missing = [jump for jump in anchors if jump[2] and jump[2] not in seen[jump[1]]]
    assert missing == []
