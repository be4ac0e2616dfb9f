"""The Whoosh engine: an index in a folder, behind the same interface as every engine.

Terms are made by `archive.search.analysis` alone; Whoosh stores and scores them. Each text has two
fields, as written and accent-free. What documents look like when they are shown lies beside the index as
JSON in a stored field, so an answer needs no database.
"""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter
from dataclasses import asdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING
from typing import Any as Anything

from whoosh import fields, index
from whoosh import query as wq
from whoosh.analysis import Token
from whoosh.scoring import BM25F

from archive.search.analysis import analyse
from archive.search.backends.scoring import FACETS, facet_values, hit_of
from archive.search.document import Document
from archive.search.hits import Hits
from archive.search.query import All, Any, Not, Phrase, Word, sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from archive.search.query import Node, Query

VERSION = 1  # of the schema; an index of another version is rebuilt, not read
FIELDS = ("all", "title", "people", "places")
BOOSTS = {"title": 4.0, "people": 2.0, "places": 2.0}
EXACT_BOOST = 2.0  # a word with the accents that were typed counts so much more
RETRIES = 20  # an index may be swapped while it is opened


class Terms:
    """Whoosh's analyzer: the terms of our own analysis, exact or accent-free, with positions."""

    def __init__(self, form: str) -> None:
        self.form = form

    def __call__(self, value: str, **_options: Anything) -> Iterator[Token]:
        token = Token(positions=True)
        for term in analyse(value):
            token.text = getattr(term, self.form)
            token.pos = term.position
            token.boost = 1.0
            token.stopped = False
            yield token

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Terms) and other.form == self.form

    def __hash__(self) -> int:
        return hash(self.form)


def schema() -> fields.Schema:
    texts = {
        f"{name}_{form}": fields.TEXT(analyzer=Terms(form), phrase=True)
        for name in FIELDS
        for form in ("exact", "folded")
    }
    slugs = {
        f"in_{name}": fields.KEYWORD(commas=True)
        for name in ("place", "kind", "source", "official")
    }
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        day=fields.NUMERIC(int, sortable=True, default=0),
        shown=fields.STORED(),
        digest=fields.STORED(),
        **texts,
        **slugs,
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
        with self.open().searcher(weighting=BM25F()) as searcher:
            wanted = filtered(condition(query.node), query)
            numbers = sorted(searcher.docs_for_query(wanted))
            stored = [shown(searcher.stored_fields(number)) for number in numbers]
            facets = count_facets(stored)
            ordered = self.ordered(searcher, query, wanted, dict(zip(numbers, stored, strict=True)))
            page = ordered[query.offset : query.offset + query.limit]
            hits = tuple(hit_of(document, query, score) for document, score in page)
            return Hits(len(numbers), hits, facets)

    def ordered(
        self, searcher: Anything, query: Query, wanted: wq.Query, found: dict[int, Document]
    ) -> list[tuple[Document, float]]:
        if query.sort != "relevance":
            sign = -1 if query.sort == "newest" else 1
            key = lambda d: (d.date is None, sign * (d.date.toordinal() if d.date else 0), d.id)  # noqa: E731
            return [(document, 0.0) for document in sorted(found.values(), key=key)]
        scored = wq.AndMaybe(wanted, wq.Or(preferences(query.node))) if found else wanted
        results = searcher.search(scored, limit=None)
        pairs = [(found[hit.docnum], hit.score or 0.0) for hit in results if hit.docnum in found]
        return sorted(
            pairs,
            key=lambda p: (-round(p[1], 6), -(p[0].date.toordinal() if p[0].date else 0), p[0].id),
        )

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


def row_of(document: Document) -> dict[str, Anything]:
    texts = {
        "all": document.everything,
        "title": document.title,
        "people": "\n\n".join(document.people),
        "places": "\n\n".join(document.place_names),
    }
    row: dict[str, Anything] = {
        f"{name}_{form}": text for name, text in texts.items() for form in ("exact", "folded")
    }
    for facet in ("place", "kind", "source", "official"):
        row[f"in_{facet}"] = ",".join(facet_values(document, facet))
    row["id"] = str(document.id)
    row["day"] = document.date.toordinal() if document.date else 0
    row["digest"] = document.digest
    row["shown"] = json.dumps(asdict(document), default=str, ensure_ascii=False)
    return row


def shown(stored: dict[str, Anything]) -> Document:
    values = json.loads(stored["shown"])
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    day = date.fromisoformat(values["date"]) if values["date"] else None
    return Document(**{**values, **lists, "date": day})


def count_facets(documents: Iterable[Document]) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for document in documents:
        for name in FACETS:
            counts[name].update(facet_values(document, name))
    return {name: dict(counter) for name, counter in counts.items()}


# --- our queries as Whoosh's


def condition(node: Node) -> wq.Query:
    """What must hold; boosts play no part in it."""
    match node:
        case Word():
            form, text = ("folded", node.folded) if node.loose else ("exact", node.exact)
            return wq.Term(f"{node.field}_{form}", text)
        case Phrase(words):
            return phrase(words)
        case All(()):
            return wq.Every()
        case All(parts):
            return all_of(parts)
        case Any(parts):
            return wq.Or([condition(part) for part in parts])
        case Not(part):
            return wq.AndNot(wq.Every(), condition(part))


def all_of(parts: tuple[Node, ...]) -> wq.Query:
    wanted = [condition(part) for part in parts if not isinstance(part, Not)]
    unwanted = [condition(part.part) for part in parts if isinstance(part, Not)]
    base = wq.And(wanted) if wanted else wq.Every()
    return wq.AndNot(base, wq.Or(unwanted)) if unwanted else base


def phrase(words: tuple[Word, ...]) -> wq.Query:
    loose = words[0].loose
    form = "folded" if loose else "exact"
    texts = [word.folded if loose else word.exact for word in words]
    return wq.Phrase(f"{words[0].field}_{form}", texts)


def preferences(node: Node) -> list[wq.Query]:
    """What lifts a document: words in title and names, accents as typed, words side by side."""
    words = list(sought(node))
    wanted: list[wq.Query] = []
    for word in words:
        form, text = ("folded", word.folded) if word.loose else ("exact", word.exact)
        wanted += [wq.Term(f"{name}_{form}", text, boost=boost) for name, boost in BOOSTS.items()]
        if word.loose:
            wanted.append(wq.Term("all_exact", word.exact, boost=EXACT_BOOST))
    plain = [word for word in words if word.exact[0] not in "§@#"]
    for first, second in pairwise(plain):
        if first.loose == second.loose:
            wanted.append(phrase((first, second)))
    return wanted


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
