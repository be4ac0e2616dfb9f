"""The Whoosh engine: an index in a folder, behind the same interface as every engine.

Terms are made by `archive.search.analysis` alone; Whoosh stores and scores them. Each text has two
fields, as written and accent-free. What a document looks like when it is shown is JSON in a stored field,
so an answer needs no database; facets and days are columns.
"""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter
from dataclasses import asdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Self
from typing import Any as Anything

from whoosh import fields, index
from whoosh import query as wq
from whoosh.analysis import Token as WhooshToken
from whoosh.scoring import BM25F

from archive.search.backends.scoring import hit_of
from archive.search.document import Document, Subject, Token, tokens_of
from archive.search.hits import Completion, Hits
from archive.search.query import All, Any, Not, Phrase, Word
from archive.search.ranking import K1, B, wishes
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from archive.search.query import Node, Query

VERSION = 2  # of the schema; an index of another version is rebuilt, not read
TEXTS = ("all", "title", "people", "places")  # with positions; `pairs` has none
LISTS = ("place", "kind", "source", "official")  # filters and facets
DAY = "day"
RETRIES = 20  # an index may be swapped while it is opened
MOST_COMPLETIONS = 2000  # subjects that are looked at for what somebody types


class Carrier(str):  # noqa: SLOT000 - it carries an attribute
    """Tokens on their way through Whoosh, which hands strings alone to an analyzer."""

    tokens: Sequence[Token]

    def __new__(cls, tokens: Sequence[Token]) -> Self:
        carrier = super().__new__(cls)
        carrier.tokens = tokens
        return carrier


class Terms:
    """Whoosh's analyzer: hands on the tokens of our own analysis, as written or accent-free."""

    def __init__(self, form: str) -> None:
        self.form = form

    def __call__(self, value: Carrier, **_options: Anything) -> Iterator[WhooshToken]:
        token = WhooshToken(positions=True)
        token.stopped = False
        for term in value.tokens:
            token.text = getattr(term, self.form)
            token.pos = term.position
            token.boost = term.weight
            if token.text:
                yield token

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Terms) and other.form == self.form

    def __hash__(self) -> int:
        return hash(self.form)


def schema() -> fields.Schema:
    texts = {
        f"{name}_{form}": fields.TEXT(analyzer=Terms(form), phrase=name != "pairs")
        for name in (*TEXTS, "pairs")
        for form in ("exact", "folded")
    }
    lists = {f"in_{name}": fields.KEYWORD(commas=True, sortable=True) for name in LISTS}
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        day=fields.NUMERIC(int, sortable=True, default=0),
        subjects=fields.TEXT(analyzer=Terms("exact"), phrase=False),
        shown=fields.STORED(),
        digest=fields.STORED(),
        **texts,
        **lists,
    )


class WhooshEngine:
    """Documents in `folder`; generations of the index lie in it side by side, `current` names one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    # --- the index on disk

    @property
    def pointer(self) -> Path:
        return self.folder / f"current-v{VERSION}"

    def generation(self) -> Path:
        """The folder of the live generation, made where there is none."""
        if not self.pointer.exists():
            self.switch(self.fresh())
        return self.folder / self.pointer.read_text(encoding="ascii")

    def fresh(self) -> Path:
        path = self.folder / f"v{VERSION}-{time.time_ns():x}"
        path.mkdir()
        index.create_in(str(path), schema())
        return path

    def switch(self, path: Path) -> None:
        """Point readers at another generation; the rename is atomic."""
        temporary = self.pointer.with_suffix(".new")
        temporary.write_text(path.name, encoding="ascii")
        temporary.replace(self.pointer)

    def open(self) -> index.Index:
        """The live index. Tries again while another process swaps or commits."""
        for attempt in range(RETRIES):
            try:
                return index.open_dir(str(self.generation()))
            except (FileNotFoundError, index.EmptyIndexError):
                time.sleep(0.01 * (attempt + 1))
        raise RuntimeError(
            f"the search index in {self.folder} cannot be opened: run `manage.py index rebuild`"
        )

    # --- writing

    def add(self, documents: Iterable[Document]) -> None:
        writer = self.open().writer(timeout=30)
        for document in documents:
            writer.update_document(**row_of(document))
        writer.commit()

    def remove(self, ids: Iterable[int]) -> None:
        writer = self.open().writer(timeout=30)
        for id_ in ids:
            writer.delete_by_term("id", str(id_))
        writer.commit()

    def rebuild(self, documents: Iterable[Document]) -> None:
        path = self.fresh()
        writer = index.open_dir(str(path)).writer(limitmb=256)
        for document in documents:
            writer.add_document(**row_of(document))
        writer.commit()
        old = self.generation()
        self.switch(path)
        shutil.rmtree(old, ignore_errors=True)

    # --- reading

    def find(self, query: Query) -> Hits:
        with self.open().searcher(weighting=BM25F(K1=K1, B=B)) as searcher:
            wanted = filtered(condition(query.node), query)
            numbers = list(searcher.docs_for_query(wanted))
            facets = count_facets(searcher.reader(), numbers)
            page = self.ordered(searcher, query, numbers)[query.offset :][: query.limit]
            hits = tuple(hit_of(shown(searcher, n), query, score) for n, score in page)
            return Hits(len(numbers), hits, facets)

    def ordered(
        self, searcher: Anything, query: Query, numbers: Sequence[int]
    ) -> list[tuple[int, float]]:
        """Document numbers with their scores; ties by day, then by id."""
        if not (numbers and query.limit):
            return []
        days = searcher.reader().column_reader(DAY)
        ids = {number: int(searcher.stored_fields(number)["id"]) for number in numbers}
        if query.sort != "relevance":
            sign = -1 if query.sort == "newest" else 1
            key = lambda n: (days[n] == 0, sign * days[n], ids[n])  # noqa: E731
            return [(number, 0.0) for number in sorted(numbers, key=key)]
        scores = scores_of(searcher, query)
        first = set(numbers)
        if query.first is not None:
            first = set(searcher.docs_for_query(condition(query.first)))
        rank = lambda n: (n not in first, -round(scores.get(n, 0.0), 6), -days[n], ids[n])  # noqa: E731
        return [(number, scores.get(number, 0.0)) for number in sorted(numbers, key=rank)]

    def digests(self) -> dict[int, str]:
        with self.open().reader() as reader:
            return {int(row["id"]): row["digest"] for _, row in reader.iter_docs()}

    def knows(self, word: str) -> bool:
        with self.open().reader() as reader:
            return ("all_folded", word) in reader

    def nearest(self, word: str) -> str | None:
        with self.open().reader() as reader:
            near = [t for t in reader.terms_within("all_folded", word, maxdist=1) if t.isalpha()]
            return max(near, key=lambda t: (reader.doc_frequency("all_folded", t), t), default=None)

    def complete(self, start: str, limit: int) -> list[Completion]:
        """Terms of the field `subjects` are label from some word on, kind, key and label."""
        wanted = " ".join(fold(start).split())
        if not wanted:
            return []
        counts: dict[Subject, int] = {}
        with self.open().searcher() as searcher:
            reader = searcher.reader()
            for n, term in enumerate(reader.expand_prefix("subjects", wanted)):
                _, kind, key, label = term.decode().split("\t")
                counts[Subject(kind, key, label)] = living(searcher, term)
                if n > MOST_COMPLETIONS:
                    break
        ranked = sorted(
            (s for s, count in counts.items() if count), key=lambda s: (-counts[s], s.kind, s.key)
        )
        return [Completion(s.kind, s.key, s.label, counts[s]) for s in ranked[:limit]]


def living(searcher: Anything, term: bytes) -> int:
    """How many documents that are not deleted have this subject."""
    return sum(1 for _ in searcher.docs_for_query(wq.Term("subjects", term)))


def scores_of(searcher: Anything, query: Query) -> dict[int, float]:
    wanted = wq.Or([wq.Term(f"{w.field}_{w.form}", w.text, boost=w.boost) for w in wishes(query)])
    if not wanted.subqueries:
        return {}
    return {hit.docnum: hit.score or 0.0 for hit in searcher.search(wanted, limit=None)}


def row_of(document: Document) -> dict[str, Anything]:
    row: dict[str, Anything] = {
        f"{name}_{form}": Carrier(tokens)
        for name, tokens in tokens_of(document).items()
        for form in ("exact", "folded")
    }
    row["in_place"] = ",".join(document.places)
    row["in_kind"] = ",".join(document.kinds)
    row["in_source"] = document.source
    row["in_official"] = ",".join(document.officials)
    row["subjects"] = Carrier([token for s in document.subjects for token in starts_of(s)])
    row["id"] = str(document.id)
    row["day"] = document.date.toordinal() if document.date else 0
    row["digest"] = document.digest
    row["shown"] = json.dumps(asdict(document), default=str, ensure_ascii=False)
    return row


def starts_of(subject: Subject) -> Iterator[Token]:
    """The subject as found by each of its words."""
    words = fold(subject.label).split()
    for i in range(len(words)):
        start = (" ".join(words[i:]), subject.kind, subject.key, subject.label)
        yield Token("\t".join(start), "", i, 1.0)


def shown(searcher: Anything, number: int) -> Document:
    values = json.loads(searcher.stored_fields(number)["shown"])
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    day = date.fromisoformat(values["date"]) if values["date"] else None
    subjects = tuple(Subject(**subject) for subject in values["subjects"])
    return Document(**{**values, **lists, "date": day, "subjects": subjects})


def count_facets(reader: Anything, numbers: Sequence[int]) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in LISTS}
    for name in LISTS:
        column = reader.column_reader(f"in_{name}")
        for number in numbers:
            counts[name].update(value for value in column[number].split(",") if value)
    days = reader.column_reader(DAY)
    years = Counter(str(date.fromordinal(days[n]).year) for n in numbers if days[n])
    return {**{name: dict(counter) for name, counter in counts.items()}, "year": dict(years)}


# --- our queries as Whoosh's


def condition(node: Node) -> wq.Query:
    """What must hold; order plays no part in it."""
    match node:
        case Word():
            return term(node)
        case Phrase(words):
            return phrase(words)
        case All(parts):
            return all_of(parts)
        case Any(parts, least):
            return at_least(parts, least)
        case Not(part):
            return wq.AndNot(wq.Every(), condition(part))


def term(word: Word) -> wq.Query:
    form, text = ("folded", word.folded) if word.loose else ("exact", word.exact)
    return wq.Term(f"{word.field}_{form}", text)


def all_of(parts: tuple[Node, ...]) -> wq.Query:
    wanted = [condition(part) for part in parts if not isinstance(part, Not)]
    unwanted = [condition(part.part) for part in parts if isinstance(part, Not)]
    base = wq.And(wanted) if wanted else wq.Every()
    return wq.AndNot(base, wq.Or(unwanted)) if unwanted else base


def at_least(parts: tuple[Node, ...], least: int) -> wq.Query:
    options = [condition(part) for part in parts]
    return wq.Or(options) if least == 1 else wq.Or(options, minmatch=least)


def phrase(words: tuple[Word, ...]) -> wq.Query:
    """Side by side: the pairs are looked up first, the few that have them all are checked."""
    form = "folded" if words[0].loose else "exact"
    texts = [getattr(word, form) for word in words]
    together = wq.Phrase(f"{words[0].field}_{form}", texts)
    pairs = [wq.Term(f"pairs_{form}", f"{a} {b}") for a, b in pairwise(texts)]
    return wq.And([*pairs, together])


def filtered(wanted: wq.Query, query: Query) -> wq.Query:
    """The condition with the query's filters."""
    parts = [wanted]
    if query.places:
        parts.append(wq.Or([wq.Term("in_place", slug) for slug in sorted(query.places)]))
    for name in ("kind", "source", "official"):
        value = getattr(query, name)
        if value is not None:
            parts.append(wq.Term(f"in_{name}", value))
    first = [day for day in (query.since, query.year and date(query.year, 1, 1)) if day]
    last = [day for day in (query.until, query.year and date(query.year, 12, 31)) if day]
    if first or last:
        low = max(day.toordinal() for day in first) if first else 1
        high = min(day.toordinal() for day in last) if last else None
        parts.append(wq.NumericRange("day", low, high))
    return wq.And(parts)
