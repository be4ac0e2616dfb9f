"""Our engine, asked below the query language: a total and the titles of ten, as of the others."""

from archive.search.backends.whoosh_arrays import facets, ordering, showing
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.document import Document
from archive.search.likeness import Form
from archive.search.query import All, Any, Like, Phrase, Query, Word
from archive.vietnamese.fold import strip_accents

NAME = "ours (Whoosh, arrays)"
LACKS = ()


def document(article):
    return Document(
        id=article.id, url=f"/bai/{article.id}/", title=article.title, body=article.body, captions=(),
        people=(), places=(article.place,), place_names=(), date=article.date, date_kind="capture",
        kinds=(article.kind,), source="nguon", officials=(), digest=str(article.id),
    )  # fmt: skip


class Engine:
    def __init__(self, folder):
        self.folder = folder

    def create(self):
        self.engine = WhooshEngine(self.folder)

    def open(self):
        self.create()
        self.engine.snapshots.current()

    def index(self, articles):
        self.engine.rebuild(map(document, articles))
        if self.engine.merger:
            self.engine.merger.join()

    def change(self, article):
        self.engine.add([document(article)])
        self.engine.snapshots.current()

    def ask(self, kind, question):
        query = query_of(kind, question)
        snapshot = self.engine.snapshots.current()
        found = self.engine.found(snapshot, query)
        places = ordering.ordered(snapshot, query, found)
        if kind == "facets":
            facets.counted(((part.segment, docs) for part, docs in found), ("place",))
        if kind == "highlight":
            showing.hits_at(places, query)
        else:
            _ = [place.segment.hit(place.doc)["title"] for place in places]
        return sum(docs.number for _, docs in found)


HOW = {"prefix": "prefix", "wildcard": "pattern", "fuzzy": "near"}


def query_of(kind, question):
    loose = kind != "phrase exact"
    words = tuple(Word(word, strip_accents(word), loose=loose) for word in question.words)
    if kind in HOW:
        form = Form("*".join(question.words), HOW[kind], loose=True)
        return Query(node=Like(form))
    if kind.startswith("phrase"):
        return Query(node=Phrase(words))
    node = Any(words) if kind == "any of three" else All(words)
    if question.place:
        first, last = question.years
        return Query(
            node=node, places=frozenset({question.place}), sort="newest",
            since=day(first, 1, 1), until=day(last, 12, 31),
        )  # fmt: skip
    return Query(node=node)


def day(*parts):
    import datetime

    return datetime.date(*parts)
