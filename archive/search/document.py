"""What an engine indexes of one article: texts in parts, and terms with their weights."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from archive.search.analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.search.words import Term

FieldName = Literal["all", "title", "people", "places", "pairs"]
SubjectKind = Literal["place", "official", "meeting", "indicator"]

# How much one occurrence in a part counts. Chosen on the relevance set.
WEIGHTS = {
    "title": 4.0, "lead": 2.0, "body": 1.0, "captions": 1.0, "people": 2.0, "places": 3.0, "day": 1.0,
}  # fmt: skip
OWN_FIELDS: dict[str, FieldName] = {"title": "title", "people": "people", "places": "places"}
CONCEPT = "§"
GAP = 100  # positions between two parts, so that no phrase runs over
BEFORE_CAPTURE = frozenset({"event", "published"})  # kinds of date that say when it was news


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article tells of and a reader may pick while typing; `key` is a slug or a number."""

    kind: SubjectKind
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """One public article. `places` are slugs, the article's own first, then those it lies in.

    `people` and `place_names` are searched; `officials` are slugs for facets. `province_kind` is what
    the province was on the day (`tỉnh`, `thành phố`), empty where unknown. `digest` changes when
    anything in the document does: by it the index is compared with the database.
    """

    id: int
    url: str
    title: str
    body: str
    captions: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    place_names: tuple[str, ...]
    date: date | None
    date_kind: str
    kinds: tuple[str, ...]
    source: str
    officials: tuple[str, ...]
    digest: str
    province_kind: str = ""
    subjects: tuple[Subject, ...] = ()

    def parts(self) -> Iterator[tuple[str, str]]:
        """(part, text) in the order of reading; the news's own day is a text too."""
        lead, _, rest = self.body.partition("\n\n")
        yield "title", self.title
        yield "lead", lead
        yield "body", rest
        yield from (("captions", caption) for caption in self.captions)
        yield from (("people", name) for name in self.people)
        yield from (("places", name) for name in self.place_names)
        if self.date and self.date_kind in BEFORE_CAPTURE:
            yield "day", f"{self.date.day}/{self.date.month}/{self.date.year}"


NAMES = tuple(field.name for field in fields(Document))


@dataclass(frozen=True, slots=True)
class Token:
    """A term as a field of the index holds it; `folded` is empty for what has no twin."""

    exact: str
    folded: str
    position: int
    weight: float


def tokens_of(document: Document) -> dict[FieldName, list[Token]]:
    """Everything that is searched. A term's weights in `all` add up to its weighted frequency."""
    fields: dict[FieldName, list[Token]] = {
        "all": [], "title": [], "people": [], "places": [], "pairs": [],
    }  # fmt: skip
    offset = 0
    for part, text in document.parts():
        terms = analyse(text, document.province_kind)
        weight = WEIGHTS[part]
        found = [Token(t.exact, t.folded, offset + t.position, weight) for t in terms]
        fields["all"] += found
        fields["pairs"] += paired(terms, offset, weight)
        if part in OWN_FIELDS:
            fields[OWN_FIELDS[part]] += [replace(token, weight=1.0) for token in found]
        offset += len(terms) + GAP
    return fields


def paired(terms: list[Term], offset: int, weight: float) -> Iterator[Token]:
    """Neighbouring words as one term each; likewise a concept and its neighbours."""
    words = [term for term in terms if term.role == "word"]
    for a, b in pairwise(words):
        exact, folded = f"{a.exact} {b.exact}", f"{a.folded} {b.folded}"
        yield Token(exact, folded, offset + a.position, weight)
    units = [term for term in terms if term.role == "word" or term.exact[0] == CONCEPT]
    starts: dict[int, list[Term]] = {}
    for unit in units:
        starts.setdefault(unit.start, []).append(unit)
    follows = {a.end: b.start for a, b in pairwise(words)}
    for unit in units:
        for following in starts.get(follows.get(unit.end, -1), ()):
            if unit.role != "word" or following.role != "word":
                text = f"{unit.exact} {following.exact}"
                yield Token(text, "", offset + unit.position, weight)


def sealed(*, day: str = "", **values: Any) -> Document:
    """A document with its digest. `day` is ISO, empty where there is none."""
    document = Document(date=date.fromisoformat(day) if day else None, digest="", **values)
    text = json.dumps(plain(document), default=str, ensure_ascii=False)
    return replace(document, digest=hashlib.sha256(text.encode()).hexdigest()[:24])


def plain(document: Document) -> dict[str, Any]:
    """What `dataclasses.asdict` gives, without its copies."""
    values = {name: getattr(document, name) for name in NAMES}
    subjects = [{"kind": s.kind, "key": s.key, "label": s.label} for s in document.subjects]
    return {**values, "subjects": subjects}
