"""What files hold: every letter, every digit, and nothing that a spreadsheet would run."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

from archive.exporting.formats import as_csv, as_jsonl

ROWS = [
    {
        "name": "Thu ngân sách",
        "value": Decimal("905.653000"),
        "on": date(2022, 7, 13),
        "unit": None,
    },
    {"name": "=1+1", "value": Decimal("-3.5"), "on": None, "unit": "%"},
]


def test_csv_reads_back():
    text = b"".join(as_csv(ROWS)).decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text))
    assert (first["name"], first["value"], first["on"], first["unit"]) == (
        "Thu ngân sách",
        "905.653",
        "2022-07-13",
        "",
    )
    assert second["name"] == "'=1+1"
    assert second["value"] == "-3.5"


def test_jsonl_reads_back():
    lines = [json.loads(line) for line in b"".join(as_jsonl(ROWS)).splitlines()]
    assert lines[0] == {
        "name": "Thu ngân sách",
        "value": "905.653",
        "on": "2022-07-13",
        "unit": None,
    }
    assert lines[1]["name"] == "=1+1"
