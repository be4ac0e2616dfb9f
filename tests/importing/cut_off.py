"""An archive of its own for imports that are cut off and go on, and pages for them."""

import json

import pytest

from archive.importing import run
from tests.importing.test_workers import TEXT

PAGES = 7


@pytest.fixture
def store(db, settings, tmp_path, monkeypatch):
    """Where captures and index go; two pages are a transaction."""
    settings.SEARCH_URL = f"memory://{tmp_path}"
    settings.ARCHIVE_HOME = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path / "captures"},
        },
    }
    monkeypatch.setattr(run, "TOGETHER", 2)


@pytest.fixture
def pages(tmp_path):
    """A file of seven articles."""
    path = tmp_path / "pages.jsonl"
    lines = (
        {"url": f"https://x.vn/{n}", "text": TEXT.format(n, n) * (n + 1)} for n in range(PAGES)
    )
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path
