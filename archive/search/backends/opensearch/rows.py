"""Document → what an index holds of it, and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import lru_cache
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
        parts = [tokens] if name == "pairs" else list(parts_of(tokens))
        for form in FORMS:
            row[f"{name}_{form}"] = [written(part, form) for part in parts]
    for facet, field in LISTS.items():
        row[field] = list(facet_values(document, facet))
    if document.date:
        row["day"] = document.date.toordinal()
    row["subjects"] = [start for subject in document.subjects for start in starts_of(subject)]
    row["document"] = {**asdict(document), "date": str(document.date or "")}
    return row


def parts_of(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Tokens come in the order of their positions; where these jump a part begins."""
    part: list[Token] = []
    for token in tokens:
        if part and token.position - part[-1].position >= GAP:
            yield part
            part = []
        part.append(token)
    if part:
        yield part


def written(tokens: Sequence[Token], form: str) -> str:
    """A line a position, each term in it as often as it counts; weights are whole numbers.

    Every position has a term in both forms, so positions are kept.
    """
    pieces: list[str] = []
    before = None
    for token in tokens:
        text: str = getattr(token, form)
        if text:
            pieces.append(TOGETHER if token.position == before else APART)
            pieces.append(text if token.weight == 1 else repeated(text, int(token.weight)))
            before = token.position
    return "".join(pieces[1:])


@lru_cache(maxsize=65536)
def repeated(text: str, times: int) -> str:
    return TOGETHER.join([text] * times)


def document_of(values: dict[str, Any]) -> Document:
    """The document that `row_of` was given."""
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    day = date.fromisoformat(values["date"]) if values["date"] else None
    subjects = tuple(Subject(**subject) for subject in values["subjects"])
    return Document(**{**values, **lists, "date": day, "subjects": subjects})
