"""Records → bytes of a file, streamed: CSV for spreadsheets, JSON Lines for programs, Parquet."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    """Text that would be a formula is quoted; numbers stay numbers."""
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
    """One file with text columns. Raises RuntimeError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415  (an extra: large, and needed here alone)
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise RuntimeError(
            "parquet needs pyarrow: pip install 'kho-tin-cap-uy[parquet]'"
        ) from error
    texts = [{k: None if v is None else str(plain(v)) for k, v in row.items()} for row in rows]
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(texts), buffer)
    yield buffer.getvalue()


FORMATS: dict[str, Callable[[Iterable[dict[str, Any]]], Iterator[bytes]]] = {
    "csv": as_csv,
    "jsonl": as_jsonl,
    "parquet": as_parquet,
}
