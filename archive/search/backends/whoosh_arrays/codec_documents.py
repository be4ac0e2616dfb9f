"""What Whoosh asks of the documents of a segment: deletions, lengths, stored fields, the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec import base
from whoosh.columns import ColumnReader

from archive.search.backends.whoosh_arrays.layout import FORMS, PAIRS, TEXTS
from archive.search.ranking import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.codec import ArraySegment

FIELDS = tuple(f"{name}_{form}" for name in (*TEXTS, PAIRS) for form in FORMS)


class DocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Lengths, stored fields and columns of the documents of a segment."""

    def __init__(self, segment: ArraySegment) -> None:
        self.whole = segment
        self.segment = segment.part.segment

    def doc_count(self) -> int:
        return self.doc_count_all() - self.whole.deleted_count()

    def doc_count_all(self) -> int:
        return len(self.segment)

    def has_deletions(self) -> bool:
        return self.whole.deleted_count() > 0

    def is_deleted(self, docnum: int) -> bool:
        return self.whole.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        return self.whole.deleted_docs()

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return {
            "id": str(self.segment.ids[docnum]),
            "digest": self.segment.strings("digest")[docnum].decode(),
            **self.segment.hit(docnum),
            "body": self.segment.body(docnum),
        }

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return kept(int(self.lengths(fieldname)[docnum])) or default

    def lengths(self, fieldname: str) -> Array:
        if fieldname not in FIELDS:
            return np.zeros(len(self.segment), "u4")
        return self.segment.lengths(*fieldname.split("_"))

    def field_length(self, fieldname: str) -> int:
        return int(self.lengths(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        return int(self.lengths(fieldname).min())

    def max_field_length(self, fieldname: str) -> int:
        return int(self.lengths(fieldname).max())

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname == "day"

    def column_reader(self, _fieldname: str, _column: object) -> Days:
        return Days(self.segment.days)


class Days(ColumnReader):  # type: ignore[misc]
    """The day of each document, as a number."""

    def __init__(self, days: Array) -> None:
        self.days = days

    def __len__(self) -> int:
        return len(self.days)

    def __getitem__(self, docnum: int) -> int:
        return int(self.days[docnum])

    def __iter__(self) -> Iterator[int]:
        return iter(self.days.tolist())

    def sort_key(self, docnum: int) -> int:
        return self[docnum]
