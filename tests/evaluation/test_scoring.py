"""The scorer counts as it should, and as the reference scorer does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from archive.evaluation.comparing import likeness, plain, same_unit
from archive.evaluation.pages import load_gold, records_of
from archive.evaluation.scoring import score_pages
from archive.extraction.knowledge import Knowledge

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = Path(os.environ.get("REFERENCE_HOME") or ROOT.parent / "shared")


@pytest.mark.parametrize(
    ("a", "b"),
    [("Thị uỷ", "thị ủy"), ("khoá", "khóa"), ("a – b", "A - b"), ("“x”", '"x"'), ("Ðảng", "đảng")],
)
def test_spellings_that_count_as_one(a, b):
    assert plain(a) == plain(b)


@pytest.mark.parametrize(
    ("got", "want", "same"),
    [
        ("tỷ đồng", "tỉ đồng", True),
        ("tổ chức", "tổ chức đảng", True),
        ("triệu", "triệu đồng", False),  # a scale alone says nothing
        ("%", "% hộ", False),
        ("ha", "tấn", False),
    ],
)
def test_units(got, want, same):
    assert same_unit(got, [want]) is same


def test_abbreviations_count_as_their_words():
    assert likeness("Thu NSNN", "Thu ngân sách nhà nước") == 1


@pytest.fixture(scope="module")
def dev():
    folder = ROOT / "tests" / "pages" / "dev"
    gold = load_gold(folder)
    return folder, gold, records_of(folder, set(gold), Knowledge.load())


def damaged(record):
    """A record with one of everything wrong."""
    return {
        **record,
        "title": "khác",
        "captions": [*record["captions"], "thừa"],
        "officials": [
            {**o, "roles": ["report"], "positions": o["positions"][1:]}
            for o in record["officials"][1:]
        ],
        "indicators": [{**i, "period": "1999"} for i in record["indicators"][::2]],
    }


def test_it_measures_names_of_meetings_and_spans_besides(dev):
    _, gold, records = dev
    page = min(name for name in gold if gold[name]["meeting"] and records[name]["officials"])
    record = records[page]
    sound = score_pages({page: gold[page]}, {page: record})
    assert (sound.share("meeting.name"), sound.share("spans")) == (1, 1)
    people = [{**record["officials"][0], "spans": [[0, 3], [10**6, 10**6 + 3]]}]
    bad = {**record, "officials": people, "meeting": {**record["meeting"], "name": "Lễ"}}
    damaged = score_pages({page: gold[page]}, {page: bad})
    assert damaged.share("meeting.name") == 0
    assert [miss.got for miss in damaged.misses if miss.field == "spans"] == [
        record["body"][:3],
        "",
    ]


@pytest.mark.parametrize("change", ["as read", "damaged", "missing"])
def test_it_agrees_with_the_reference_scorer(dev, change):
    if not (REFERENCE / "score.py").exists():
        pytest.skip(f"no score.py in {REFERENCE}")
    folder, gold, records = dev
    if change == "damaged":
        records = {name: damaged(record) for name, record in records.items()}
    if change == "missing":
        records = {name: record for name, record in records.items() if name != min(records)}
    done = subprocess.run(
        [sys.executable, REFERENCE / "score.py", folder, "--json"],
        input="\n".join(json.dumps(record, ensure_ascii=False) for record in records.values()),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    theirs, ours = json.loads(done.stdout), score_pages(gold, records)
    assert ours.groups() == pytest.approx(theirs["groups"])
    assert ours.overall() == pytest.approx(theirs["S"])
