"""Extraction does not fall below the level that was reached (`tests/pages/levels.json`)."""

import json
from pathlib import Path

import pytest

from archive.evaluation.pages import load_gold, records_of
from archive.evaluation.scoring import score_pages
from archive.extraction.knowledge import Knowledge

ROOT = Path(__file__).resolve().parents[2]
LEVELS = json.loads((ROOT / "tests" / "pages" / "levels.json").read_text())
PAGES = {"sample": ROOT / "fixtures" / "pages"}


@pytest.mark.parametrize("name", sorted(LEVELS))
def test_level(name):
    folder = ROOT / "tests" / "pages" / name
    gold = load_gold(folder)
    score = score_pages(gold, records_of(PAGES.get(name, folder), set(gold), Knowledge.load()))
    have = {**score.groups(), "overall": score.overall()}
    assert {k: have[k] for k in LEVELS[name] if have[k] < LEVELS[name][k] - 0.0005} == {}
