"""Records → bytes of a file, streamed: CSV for spreadsheets, JSON Lines for programs, Parquet."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

GROUP = 10_000  # rows
BLOCK = 1 << 20  # bytes
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would calculate a cell that begins so


def as_csv(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """UTF-8 with a mark, so that spreadsheets read the letters; no cell is a formula."""
    buffer = io.StringIO()
    writer: Any = None
    yield b"\xef\xbb\xbf"
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(buffer, list(row))
            writer.writeheader()
        writer.writerow({key: cell(value) for key, value in row.items()})
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def cell(value: object) -> object:
    """Text that would be a formula is quoted; numbers stay numbers; yes and no as in JSON."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return plain(value)


def plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def as_jsonl(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """One object a line; decimals as strings, so that no digit is lost."""
    for row in rows:
        line = json.dumps({key: plain(value) for key, value in row.items()}, ensure_ascii=False)
        yield f"{line}\n".encode()


def as_parquet(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """One file with text columns. Its index stands at its end, so it is made on disk first."""
    import pyarrow as pa  # noqa: PLC0415  (half a second to load, and needed here alone)
    import pyarrow.parquet as pq  # noqa: PLC0415

    with tempfile.TemporaryFile() as file:
        writer: Any = None
        for group in groups(rows):
            table = pa.table(
                {key: pa.array([text(row[key]) for row in group], pa.string()) for key in group[0]}
            )
            writer = writer or pq.ParquetWriter(file, table.schema)
            writer.write_table(table)
        (writer or pq.ParquetWriter(file, pa.schema([]))).close()
        file.seek(0)
        yield from iter(partial(file.read, BLOCK), b"")


def groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows by the ten thousand: what is in memory at once."""
    rest = iter(rows)
    return iter(lambda: list(islice(rest, GROUP)), [])


def text(value: object) -> str | None:
    return None if value is None else str(plain(value))


FORMATS: dict[str, Callable[[Iterable[dict[str, Any]]], Iterator[bytes]]] = {
    "csv": as_csv,
    "jsonl": as_jsonl,
    "parquet": as_parquet,
}
