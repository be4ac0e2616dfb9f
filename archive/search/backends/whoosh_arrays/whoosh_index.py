"""The folder of an index as a Whoosh index: `WhooshIndex(folder).searcher()` is Whoosh's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from whoosh import fields, index
from whoosh.analysis import IDAnalyzer
from whoosh.filedb.filestore import FileStorage

from archive.search.backends.whoosh_arrays.codec import EXISTENCE, POSITIONS, ArraySegment
from archive.search.backends.whoosh_arrays.codec_documents import FIELDS
from archive.search.backends.whoosh_arrays.layout import LISTS, PAIRS, SHOWN

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.snapshot import Snapshots


class TermsField(fields.FieldType):  # type: ignore[misc]
    """Terms that our own analysis made, with weights; texts also with positions."""

    def __init__(self, format_: Any, *, scorable: bool) -> None:
        self.format, self.scorable = format_, scorable
        self.stored = self.unique = False
        self.analyzer = IDAnalyzer()  # a query's text is a term

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TermsField) and vars(other) == vars(self)

    __hash__ = fields.FieldType.__hash__


def schema() -> fields.Schema:
    texts = {
        name: TermsField(EXISTENCE if name.startswith(PAIRS) else POSITIONS, scorable=True)
        for name in FIELDS
    }
    lists = {f"in_{name}": TermsField(EXISTENCE, scorable=False) for name in LISTS}
    stored = {name: fields.STORED() for name in ("id", "digest", *SHOWN, "body")}
    return fields.Schema(day=fields.NUMERIC(int, sortable=True), **texts, **lists, **stored)


class Table(NamedTuple):
    """What Whoosh asks of its table of contents."""

    schema: fields.Schema
    segments: list[ArraySegment]
    generation: int


class WhooshIndex(index.FileIndex):  # type: ignore[misc]
    """Read-only; the engine writes."""

    def __init__(self, snapshots: Snapshots) -> None:
        self.snapshots = snapshots
        self.storage = FileStorage(str(snapshots.folder), readonly=True)
        self.indexname = "MAIN"
        self._schema = schema()

    def latest_generation(self) -> int:
        return self.snapshots.current().generation

    def _read_toc(self) -> Table:
        snapshot = self.snapshots.current()
        segments = [ArraySegment(part) for part in snapshot.parts]
        return Table(self._schema, segments, snapshot.generation)
