"""What files hold: every letter, every digit, and nothing that a spreadsheet would run."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pyarrow.parquet

from archive.exporting.formats import GROUP, as_csv, as_jsonl, as_parquet

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


def parquet(rows):
    return pyarrow.parquet.ParquetFile(io.BytesIO(b"".join(as_parquet(rows))))


def test_parquet_reads_back():
    first, second = parquet(ROWS).read().to_pylist()
    assert first == {
        "name": "Thu ngân sách",
        "value": "905.653",
        "on": "2022-07-13",
        "unit": None,
    }
    assert second["name"] == "=1+1"


def test_parquet_of_many_rows_comes_in_groups():
    file = parquet({"n": n} for n in range(GROUP + 1))
    assert (file.num_row_groups, file.metadata.num_rows) == (2, GROUP + 1)


def test_parquet_of_nothing_is_an_empty_table():
    assert parquet([]).metadata.num_rows == 0
