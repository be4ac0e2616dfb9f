"""Document → what an index holds of it, and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from archive.search.backends.opensearch.mapping import APART, FORMS, LISTS, TOGETHER
from archive.search.backends.scoring import facet_values, starts_of
from archive.search.document import GAP, Document, Subject, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.search.document import Token


def row_of(document: Document) -> dict[str, Any]:
    row: dict[str, Any] = {"id": document.id, "digest": document.digest}
    for name, tokens in tokens_of(document).items():
        for form in FORMS:
            row[f"{name}_{form}"] = list(texts_of(tokens, form))
    for facet, field in LISTS.items():
        row[field] = list(facet_values(document, facet))
    if document.date:
        row["day"] = document.date.toordinal()
    row["subjects"] = [start for subject in document.subjects for start in starts_of(subject)]
    row["document"] = {**asdict(document), "date": str(document.date or "")}
    return row


def texts_of(tokens: Sequence[Token], form: str) -> Iterator[str]:
    """One text a part. Every position of a part has a term in both forms, so positions are kept."""
    ordered = sorted(tokens, key=lambda token: token.position)
    places = [(at, list(same)) for at, same in groupby(ordered, lambda token: token.position)]
    part: list[str] = []
    before = 0
    for position, here in places:
        if part and position - before >= GAP:
            yield APART.join(part)
            part = []
        part.append(TOGETHER.join(written(here, form)))
        before = position
    if part:
        yield APART.join(part)


def written(tokens: Sequence[Token], form: str) -> Iterator[str]:
    """Each term as often as it counts; weights are whole numbers."""
    for token in tokens:
        text: str = getattr(token, form)
        if text:
            yield from [text] * int(token.weight)


def document_of(values: dict[str, Any]) -> Document:
    """The document that `row_of` was given."""
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    day = date.fromisoformat(values["date"]) if values["date"] else None
    subjects = tuple(Subject(**subject) for subject in values["subjects"])
    return Document(**{**values, **lists, "date": day, "subjects": subjects})
