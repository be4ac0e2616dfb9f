"""The naive engine: every document is looked at for every query. The reference for what is right."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.search.backends.scoring import (
    FACETS,
    completion_rank,
    facet_values,
    hit_of,
    passes,
    wanted_of,
)
from archive.search.document import tokens_of
from archive.search.hits import Completion, Hits
from archive.search.likeness import LONGEST, fits
from archive.search.query import All, Any, Like, Not, Phrase, Word
from archive.search.ranking import K1, B, kept, wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.document import Document, Subject, Token
    from archive.search.query import Node, Query
    from archive.search.ranking import Wish


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one document: tokens by term, as written and accent-free; lengths as weights add up."""

    exact: dict[str, list[Token]]
    folded: dict[str, list[Token]]
    lengths: dict[str, float]

    def at(self, word: Word) -> list[Token]:
        return self.folded.get(word.folded, []) if word.loose else self.exact.get(word.exact, [])


def field_of(tokens: Iterable[Token]) -> Field:
    exact: dict[str, list[Token]] = defaultdict(list)
    folded: dict[str, list[Token]] = defaultdict(list)
    for token in tokens:
        exact[token.exact].append(token)
        if token.folded:
            folded[token.folded].append(token)
    return Field(
        dict(exact), dict(folded), {"exact": length_of(exact), "folded": length_of(folded)}
    )


def length_of(terms: dict[str, list[Token]]) -> float:
    return sum(token.weight for tokens in terms.values() for token in tokens)


class MemoryEngine:
    """Holds documents in a dictionary."""

    def __init__(self) -> None:
        self.documents: dict[int, Document] = {}
        self.fields: dict[int, dict[str, Field]] = {}

    def add(self, documents: Iterable[Document]) -> None:
        for document in documents:
            fields = tokens_of(document).items()
            self.documents[document.id] = document
            self.fields[document.id] = {name: field_of(tokens) for name, tokens in fields}

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
        scores = (
            self.scores(query) if query.sort == "relevance" else dict.fromkeys(self.fields, 0.0)
        )
        ordered = self.ordered(found, query, scores)[query.offset : query.offset + query.limit]
        hits = tuple(hit_of(document, query, scores[document.id]) for document in ordered)
        return Hits(len(found), hits, {name: dict(counts) for name, counts in facets.items()})

    def ordered(
        self, found: list[Document], query: Query, scores: dict[int, float]
    ) -> list[Document]:
        def day(document: Document) -> int:
            return document.date.toordinal() if document.date else 0

        if query.sort != "relevance":
            sign = -1 if query.sort == "newest" else 1
            return sorted(found, key=lambda d: (d.date is None, sign * day(d), d.id))
        late = {d.id: query.first is not None and not self.holds(query.first, d.id) for d in found}
        return sorted(found, key=lambda d: (late[d.id], -round(scores[d.id], 6), -day(d), d.id))

    # --- what must hold

    def holds(self, node: Node, id_: int) -> bool:
        match node:
            case Word():
                return bool(self.fields[id_][node.field].at(node))
            case Like(form):
                terms = getattr(self.fields[id_][node.field], "folded" if form.loose else "exact")
                return any(map(fits(form), terms))
            case Phrase(words):
                return self.stands_together(words, id_)
            case All(parts):
                return all(self.holds(part, id_) for part in parts)
            case Any(parts, least):
                return sum(self.holds(part, id_) for part in parts) >= least
            case Not(part):
                return not self.holds(part, id_)

    def stands_together(self, words: Sequence[Word], id_: int) -> bool:
        field = self.fields[id_][words[0].field]
        places = [{token.position for token in field.at(word)} for word in words]
        return any(all(start + i in there for i, there in enumerate(places)) for start in places[0])

    # --- in which order

    def scores(self, query: Query) -> dict[int, float]:
        scores = dict.fromkeys(self.fields, 0.0)
        for wish in wishes(query):
            for id_, score in self.bm25(wish).items():
                scores[id_] += wish.boost * score
        return scores

    def bm25(self, wish: Wish) -> dict[int, float]:
        """Score of each document that has the term."""
        frequency = {
            id_: sum(token.weight for token in tokens)
            for id_, fields in self.fields.items()
            if (tokens := getattr(fields[wish.field], wish.form).get(wish.text))
        }
        if not frequency:
            return {}
        lengths = {
            id_: fields[wish.field].lengths[wish.form] for id_, fields in self.fields.items()
        }
        average = sum(lengths.values()) / len(lengths)
        idf = math.log(len(self.fields) / (len(frequency) + 1)) + 1
        return {
            id_: idf * (f * (K1 + 1)) / (f + K1 * (1 - B + B * kept(lengths[id_]) / average))
            for id_, f in frequency.items()
        }

    # --- besides

    def digests(self) -> Iterator[tuple[int, str]]:
        return ((id_, self.documents[id_].digest) for id_ in sorted(self.documents))

    def knows(self, word: str) -> bool:
        return any(word in fields["all"].folded for fields in self.fields.values())

    def nearest(self, word: str) -> str | None:
        if len(word) > LONGEST:
            return None
        counts: Counter[str] = Counter()
        for fields in self.fields.values():
            counts.update(fields["all"].folded.keys())
        close = [other for other in counts if other.isalpha() and distance(word, other) == 1]
        return max(close, key=lambda other: (counts[other], other), default=None)

    def complete(self, start: str, limit: int) -> list[Completion]:
        counts: Counter[Subject] = Counter()
        for document in self.documents.values():
            counts.update(set(document.subjects))
        wanted = wanted_of(start)
        found = [s for s in counts if wanted and f" {wanted}" in f" {wanted_of(s.label)}"]
        ranked = sorted(found, key=lambda s: completion_rank(s, counts[s], wanted))[:limit]
        return [Completion(s.kind, s.key, s.label, counts[s]) for s in ranked]


def distance(a: str, b: str) -> int:
    """Edits of one letter between two words."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
