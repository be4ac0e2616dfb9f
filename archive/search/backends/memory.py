"""The naive engine: every document is looked at for every query. The reference for what is right."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.search.analysis import analyse
from archive.search.backends.scoring import FACETS, facet_values, hit_of, passes
from archive.search.hits import Hits
from archive.search.query import All, Any, Not, Phrase, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.search.document import Document
    from archive.search.query import FieldName, Node, Query

WEIGHTS: dict[FieldName, float] = {"title": 4.0, "people": 2.0, "places": 2.0, "all": 1.0}


@dataclass(frozen=True, slots=True)
class Field:
    """Positions of each term of one field, as written and accent-free."""

    exact: dict[str, list[int]]
    folded: dict[str, list[int]]

    def at(self, word: Word) -> list[int]:
        return self.folded.get(word.folded, []) if word.loose else self.exact.get(word.exact, [])


def field_of(text: str) -> Field:
    exact: dict[str, list[int]] = defaultdict(list)
    folded: dict[str, list[int]] = defaultdict(list)
    for term in analyse(text):
        exact[term.exact].append(term.position)
        folded[term.folded].append(term.position)
    return Field(dict(exact), dict(folded))


class MemoryEngine:
    """Holds documents in a dictionary."""

    def __init__(self) -> None:
        self.documents: dict[int, Document] = {}
        self.fields: dict[int, dict[FieldName, Field]] = {}

    def add(self, documents: Iterable[Document]) -> None:
        for document in documents:
            self.documents[document.id] = document
            self.fields[document.id] = {
                "all": field_of(document.everything),
                "title": field_of(document.title),
                "people": field_of("\n".join(document.people)),
                "places": field_of("\n".join(document.place_names)),
            }

    def remove(self, ids: Iterable[int]) -> None:
        for id_ in ids:
            self.documents.pop(id_, None)
            self.fields.pop(id_, None)

    def rebuild(self, documents: Iterable[Document]) -> None:
        fresh = MemoryEngine()
        fresh.add(documents)
        self.documents, self.fields = fresh.documents, fresh.fields

    def find(self, query: Query) -> Hits:
        found = [
            document
            for document in self.documents.values()
            if self.holds(query.node, document.id) and passes(document, query)
        ]
        facets = {name: Counter[str]() for name in FACETS}
        for document in found:
            for name in FACETS:
                facets[name].update(facet_values(document, name))
        ordered = self.ordered(found, query)[query.offset : query.offset + query.limit]
        hits = tuple(hit_of(d, query, self.score(query.node, d.id)) for d in ordered)
        return Hits(len(found), hits, {name: dict(counts) for name, counts in facets.items()})

    def ordered(self, found: list[Document], query: Query) -> list[Document]:
        def day(document: Document) -> int:
            return document.date.toordinal() if document.date else 0

        if query.sort == "relevance":
            return sorted(found, key=lambda d: (-self.score(query.node, d.id), -day(d), d.id))
        sign = -1 if query.sort == "newest" else 1
        return sorted(found, key=lambda d: (d.date is None, sign * day(d), d.id))

    def holds(self, node: Node, id_: int) -> bool:
        match node:
            case Word():
                return bool(self.fields[id_][node.field].at(node))
            case Phrase(words):
                return self.stands_together(words, id_)
            case All(parts):
                return all(self.holds(part, id_) for part in parts)
            case Any(parts):
                return any(self.holds(part, id_) for part in parts)
            case Not(part):
                return not self.holds(part, id_)

    def stands_together(self, words: tuple[Word, ...], id_: int) -> bool:
        field = self.fields[id_][words[0].field]
        places = [set(field.at(word)) for word in words]
        return any(all(start + i in there for i, there in enumerate(places)) for start in places[0])

    def score(self, node: Node, id_: int) -> float:
        """Where the words stand, and whether accents agree; enough to say which comes first."""
        match node:
            case Word():
                exact = Word(node.exact, node.folded, loose=False)
                return sum(
                    weight * ((len(field.at(node)) > 0) + (len(field.at(exact)) > 0))
                    for weight, field in self.weighted(id_)
                )
            case Phrase(parts) | All(parts) | Any(parts):
                return sum(self.score(part, id_) for part in parts)
            case Not():
                return 0.0

    def weighted(self, id_: int) -> list[tuple[float, Field]]:
        return [(weight, self.fields[id_][name]) for name, weight in WEIGHTS.items()]

    def digests(self) -> dict[int, str]:
        return {id_: document.digest for id_, document in self.documents.items()}

    def knows(self, word: str) -> bool:
        return any(word in fields["all"].folded for fields in self.fields.values())

    def nearest(self, word: str) -> str | None:
        counts: Counter[str] = Counter()
        for fields in self.fields.values():
            counts.update(fields["all"].folded.keys())
        close = [other for other in counts if other.isalpha() and distance(word, other) == 1]
        return max(close, key=lambda other: (counts[other], other), default=None)


def distance(a: str, b: str) -> int:
    """Edits of one letter between two words."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
