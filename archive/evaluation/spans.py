"""Whether the spans of a record lie where they say: measured on the record itself, gold has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from archive.evaluation.comparing import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
DIGIT = re.compile(r"\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|trăm", re.IGNORECASE)


def span_checks(record: Json) -> Iterator[tuple[str, bool]]:
    """The words of each span and whether they say what the fact claims.

    A name's span says the name, a figure's holds a number, all others hold words.
    """
    for official in record.get("officials") or []:
        name = plain(official["name"])
        for span in official.get("spans") or []:
            words = words_at(record, span)
            yield words, plain(words) == name
        for spans in (*official.get("position_spans", []), *official.get("role_spans", [])):
            yield from held(record, spans)
    for figure in record.get("indicators") or []:
        words = words_at(record, figure.get("span"))
        yield words, DIGIT.search(words) is not None
    for spans in ((record.get("meeting") or {}).get("spans") or {}).values():
        yield from held(record, spans)


def held(record: Json, spans: list[Any]) -> Iterator[tuple[str, bool]]:
    for span in spans:
        words = words_at(record, span)
        yield words, bool(words.strip())


def words_at(record: Json, span: Any) -> str:
    """The text of a span, empty where it lies outside."""
    if isinstance(span, dict):
        text = record.get("title") if span["in"] == "title" else record["captions"][span["index"]]
        start, end = span["span"]
    elif span:
        text, (start, end) = record.get("body"), span
    else:
        return ""
    return (text or "")[start:end]
