"""The index as Whoosh sees it: a codec through which Whoosh's own readers and searchers read the arrays.

Any query that Whoosh knows can be asked this way; our own executor answers the queries of the site. Both
read the same postings, which is how the tests hold one against the other.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec import base
from whoosh.formats import Existence, Positions
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from archive.search.backends.whoosh_arrays.codec_documents import FIELDS, DocumentReader
from archive.search.backends.whoosh_arrays.layout import LISTS, PAIRS
from archive.search.backends.whoosh_arrays.postings import Postings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.segment import Segment
    from archive.search.backends.whoosh_arrays.snapshot import Part

POSITION = "<u4"


class ArrayPositions(Positions):  # type: ignore[misc]
    """Positions of a term in a document as Whoosh hands them around: four bytes each."""

    def encode(self, positions: list[int]) -> bytes:
        return np.array(positions, POSITION).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        found: list[int] = np.frombuffer(value, POSITION).tolist()
        return found

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4


POSITIONS, EXISTENCE = ArrayPositions(), Existence()


class ArraySegment(base.Segment):  # type: ignore[misc]
    """A part of a snapshot under Whoosh's interface."""

    def __init__(self, part: Part) -> None:
        super().__init__("MAIN")
        self.part = part
        self.segid = part.segment.name

    def codec(self) -> ArrayCodec:
        return ArrayCodec()

    def doc_count_all(self) -> int:
        return len(self.part.segment)

    def deleted_docs(self) -> Iterator[int]:
        alive = self.part.alive
        return iter([] if alive is None else np.flatnonzero(~alive).tolist())

    def deleted_count(self) -> int:
        return len(list(self.deleted_docs()))

    def is_deleted(self, docnum: int) -> bool:
        alive = self.part.alive
        return alive is not None and not alive[docnum]


class ArrayCodec(base.Codec):  # type: ignore[misc]
    """The reading half of a codec: segments are written whole (`inverter`), not posting by posting."""

    def terms_reader(self, _storage: object, segment: ArraySegment) -> TermsReader:
        return TermsReader(segment.part.segment)

    def per_document_reader(self, _storage: object, segment: ArraySegment) -> DocumentReader:
        return DocumentReader(segment)


class TermsReader(base.TermsReader):  # type: ignore[misc]
    """Terms of all fields in the order of Whoosh: field by field, by bytes.

    Any pair can be looked up; listed are those that are kept.
    """

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.listed: dict[str, list[bytes]] = {}

    def indexed_field_names(self) -> list[str]:
        return [*FIELDS, *(f"in_{name}" for name in LISTS)]

    def names(self, field: str) -> list[bytes]:
        if field not in self.listed:
            self.listed[field] = sorted(self.texts(field))
        return self.listed[field]

    def texts(self, field: str) -> set[bytes]:
        if field.startswith("in_"):
            return set(self.segment.labels(field[3:]).packed)
        name, form = field.split("_")
        terms = self.segment.field(name)
        seconds = self.spelled(terms.terms, form)
        if terms.ranges is None:
            return set(seconds) - {b""}
        counts = np.diff(terms.ranges.astype("i8"))
        firsts = self.spelled(np.repeat(np.arange(len(counts)), counts), form)
        return {a + b" " + b for a, b in zip(firsts, seconds, strict=True) if a and b}

    def spelled(self, numbers: Array, form: str) -> list[bytes]:
        """Words as written or accent-free; empty where there is no such form."""
        segment = self.segment
        if form == "folded":
            numbers = segment.twin[numbers]
        return [segment.words[n] if n < len(segment.words) else b"" for n in numbers.tolist()]

    def postings(self, field: str, text: bytes) -> Postings:
        if field.startswith("in_"):
            docs = np.flatnonzero(self.segment.labels(field[3:]).having([text.decode()]))
            return Postings(docs, np.ones(len(docs), "f4"))
        name, form = field.split("_")
        return self.segment.postings(name, form, text.decode())

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        if term[0].startswith(PAIRS):  # those that are not kept are in no list
            return self.postings(*term).number > 0
        names = self.names(term[0])
        at = bisect_left(names, term[1])
        return at < len(names) and names[at] == term[1]

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for field in sorted(self.indexed_field_names()):
            yield from ((field, text) for text in self.names(field))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        names = self.names(fieldname)
        return ((fieldname, text) for text in names[bisect_left(names, prefix) :])

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        terms = self.terms_from(fieldname, prefix)
        return ((term, self.term_info(*term)) for term in terms)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        if (fieldname, text) not in self:
            raise TermNotFound(f"no term {fieldname}:{text!r}")
        docs, weights = self.postings(fieldname, text)
        lengths = self.lengths(fieldname)[docs]
        return TermInfo(
            weight=float(weights.sum()),
            df=len(docs),
            minlength=int(lengths.min()) or 1,
            maxlength=int(lengths.max()) or 1,
            maxweight=float(weights.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def lengths(self, field: str) -> Array:
        if field.startswith("in_"):
            return np.ones(len(self.segment), "u4")
        return self.segment.lengths(*field.split("_"))

    def frequency(self, fieldname: str, text: bytes) -> float:
        weight: float = self.term_info(fieldname, text).weight()
        return weight

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return self.postings(fieldname, text).number

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        info = self.term_info(fieldname, text)
        docs, weights = self.postings(fieldname, text)
        return ListMatcher(
            docs.tolist(),
            weights.tolist(),
            self.values(fieldname, text) if format_ is POSITIONS else None,
            format_,
            scorer,
            term=(fieldname, text),
            terminfo=info,
        )

    def values(self, field: str, text: bytes) -> list[bytes]:
        """The positions in each document."""
        name, form = field.split("_")
        everywhere = np.arange(len(self.segment))
        keys = self.segment.positions(name, form, text.decode(), everywhere).tolist()
        return [
            POSITIONS.encode([key & 0xFFFFFFFF for key in group])
            for _, group in groupby(keys, key=lambda key: key >> 32)
        ]

    def cursor(self, fieldname: str, fieldobj: Any) -> Cursor:
        return Cursor(self, fieldname, fieldobj)


class Cursor(base.FieldCursor):  # type: ignore[misc]
    """Steps through the terms of a field; Whoosh's automata find near words with it."""

    def __init__(self, reader: TermsReader, fieldname: str, fieldobj: Any) -> None:
        self.reader, self.fieldname, self.fieldobj = reader, fieldname, fieldobj
        self.names = reader.names(fieldname)
        self.at = 0

    def first(self) -> str | None:
        self.at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        wanted = term if isinstance(term, bytes) else term.encode()
        self.at = bisect_left(self.names, wanted)
        return self.text()

    def next(self) -> str | None:
        self.at += 1
        return self.text()

    def text(self) -> str | None:
        return self.names[self.at].decode() if self.is_valid() else None

    def term_info(self) -> TermInfo:
        return self.reader.term_info(self.fieldname, self.names[self.at])

    def is_valid(self) -> bool:
        return self.at < len(self.names)
