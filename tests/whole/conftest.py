"""Whole pages: the real ones where they are at hand, and the retold ones, which always are."""

import json
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = Path(os.environ.get("REFERENCE_HOME") or ROOT.parent / "shared")
SAMPLES = ROOT / "fixtures" / "pages"
SAMPLE_GOLD = ROOT / "tests" / "pages" / "sample"


@pytest.fixture(scope="session")
def reference():
    """Folder with `pages/` and `gold/` of the five real pages."""
    if not (REFERENCE / "pages").is_dir():
        pytest.skip(f"the reference pages are not at {REFERENCE} (set REFERENCE_HOME)")
    return REFERENCE


@pytest.fixture
def storage(settings, tmp_path):
    """Captures and index of one test, in its own folder."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path / "captures"},
        },
    }
    settings.SEARCH_URL = f"whoosh://{tmp_path / 'index'}"
    return tmp_path


def gold_of(folder, stem):
    return json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))
