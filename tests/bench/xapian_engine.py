"""Xapian: terms as written and accent-free, with positions. Its bindings come with the system, not from PyPI."""

import sys

from archive.vietnamese.fold import strip_accents

try:
    import xapian
except ModuleNotFoundError:  # Debian's python3-xapian serves any CPython of the same version
    sys.path.append("/usr/lib/python3/dist-packages")
    import xapian

NAME = "Xapian"
LACKS = ("wildcard", "fuzzy")
MOST = 20_000  # documents; it indexes slowly
BATCH = 20_000  # documents that are written at once
DAY, PLACE = range(2)


class Engine:
    def __init__(self, folder):
        self.folder = str(folder)

    def create(self):
        self.writer = xapian.WritableDatabase(self.folder, xapian.DB_CREATE_OR_OVERWRITE)
        self.terms = xapian.TermGenerator()

    def open(self):
        self.base = xapian.Database(self.folder)
        self.parser = xapian.QueryParser()
        self.parser.set_database(self.base)
        self.parser.add_prefix("b", "B")

    def index(self, articles):
        for number, article in enumerate(articles, 1):
            self.add(article)
            if number % BATCH == 0:
                self.writer.commit()
        self.writer.commit()
        self.writer.close()

    def add(self, a):
        document = xapian.Document()
        self.terms.set_document(document)
        title, body = a.title.lower(), a.body.lower()
        for text, prefix in (
            (strip_accents(title), "S"), (strip_accents(body), "B"), (title, "XT"), (body, "XB"),
        ):  # fmt: skip
            self.terms.index_text(text, 1, prefix)
            self.terms.increase_termpos()
        document.add_boolean_term(f"XD:{a.place}")
        document.add_boolean_term(f"Q{a.id}")
        document.add_value(DAY, str(a.date))
        document.add_value(PLACE, a.place)
        document.set_data(f"{a.title}\n{a.body}")
        self.writer.replace_document(f"Q{a.id}", document)

    def change(self, article):
        self.writer = xapian.WritableDatabase(self.folder, xapian.DB_OPEN)
        self.terms = xapian.TermGenerator()
        self.add(article)
        self.writer.close()
        self.base.reopen()

    def ask(self, kind, question):
        enquire = xapian.Enquire(self.base)
        query = self.query(kind, question)
        if question.place:
            first, last = question.years
            days = xapian.Query(xapian.Query.OP_VALUE_RANGE, DAY, f"{first}-01-01", f"{last}-12-31")
            narrow = xapian.Query(xapian.Query.OP_AND, xapian.Query(f"XD:{question.place}"), days)
            query = xapian.Query(xapian.Query.OP_FILTER, query, narrow)
            enquire.set_sort_by_value(DAY, True)  # noqa: FBT003 - it takes no names
        enquire.set_query(query)
        if kind == "facets":
            counts = xapian.ValueCountMatchSpy(PLACE)
            enquire.add_matchspy(counts)
        found = enquire.get_mset(0, 10, self.base.get_doccount())
        if kind == "facets":
            _ = {item.term: item.termfreq for item in counts.values()}
        for match in found:
            _title, _, body = match.document.get_data().decode().partition("\n")
            if kind == "highlight":
                found.snippet(strip_accents(body.lower()), 200)
        return found.get_matches_estimated()

    def query(self, kind, question):
        prefix = "XB" if kind == "phrase exact" else "B"
        if kind == "prefix":
            return self.parser.parse_query(
                f"b:{question.words[0]}*", xapian.QueryParser.FLAG_WILDCARD
            )
        operator = xapian.Query.OP_OR if kind == "any of three" else xapian.Query.OP_AND
        if kind.startswith("phrase"):
            operator = xapian.Query.OP_PHRASE
        return xapian.Query(operator, [prefix + word for word in question.words])
