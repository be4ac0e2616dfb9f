"""tantivy: as written and accent-free, with positions."""

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

NAME = "tantivy"
LACKS = ()


class Engine:
    def __init__(self, folder):
        self.folder = str(folder)

    def create(self):
        builder = tantivy.SchemaBuilder()
        for name, analyzer in (
            ("title", "bare"),
            ("body", "bare"),
            ("title_x", "exact"),
            ("body_x", "exact"),
        ):
            builder.add_text_field(
                name, stored=analyzer == "bare", tokenizer_name=analyzer, index_option="position"
            )
        for name in ("place", "kind"):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        builder.add_unsigned_field("id", stored=True, indexed=True, fast=True)
        self.base = tantivy.Index(builder.build(), path=self.folder)
        self.analysed()

    def open(self):
        self.base = tantivy.Index.open(self.folder)
        self.analysed()
        self.settle()

    def analysed(self):
        self.schema = self.base.schema
        lower = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
        self.base.register_tokenizer("exact", lower.build())
        lower = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
        self.base.register_tokenizer("bare", lower.filter(Filter.ascii_fold()).build())

    def index(self, articles):
        writer = self.base.writer(256_000_000, num_threads=2)
        for article in articles:
            writer.add_document(self.document(article))
        writer.commit()
        writer.wait_merging_threads()
        self.settle()

    def settle(self):
        self.base.reload()
        self.searcher = self.base.searcher()

    def document(self, a):
        found = tantivy.Document()
        for name, text in (
            ("title", a.title),
            ("body", a.body),
            ("title_x", a.title),
            ("body_x", a.body),
        ):
            found.add_text(name, text)
        found.add_text("place", a.place)
        found.add_text("kind", a.kind)
        found.add_integer("day", a.date.toordinal())
        found.add_unsigned("id", a.id)
        return found

    def change(self, article):
        writer = self.base.writer(50_000_000, num_threads=1)
        writer.add_document(self.document(article))
        writer.commit()
        self.settle()

    def ask(self, kind, question):
        term = lambda name, text: Query.term_query(self.schema, name, text)  # noqa: E731
        if kind in MULTIPLE:
            query = MULTIPLE[kind](self.schema, *question.words)
        elif kind.startswith("phrase"):
            field = "body_x" if kind == "phrase exact" else "body"
            query = Query.phrase_query(self.schema, field, list(question.words))
        else:
            occur = Occur.Should if kind == "any of three" else Occur.Must
            query = Query.boolean_query([(occur, term("body", word)) for word in question.words])
        if question.place:
            query = self.filtered(query, question, term)
        order = {"order_by_field": "day"} if question.place else {}
        found = self.searcher.search(query, 10, **order)
        if kind == "facets":
            self.searcher.aggregate(query, {"place": {"terms": {"field": "place", "size": 50}}})
        if kind == "highlight":
            maker = tantivy.SnippetGenerator.create(self.searcher, query, self.schema, "body")
            _ = [maker.snippet_from_doc(self.searcher.doc(at)).to_html() for _, at in found.hits]
        else:
            _ = [self.searcher.doc(at)["title"] for _, at in found.hits]
        return found.count

    def filtered(self, query, question, term):
        first, last = (ordinal(year) for year in question.years)
        days = Query.range_query(self.schema, "day", tantivy.FieldType.Integer, first, last + 364)
        narrow = [query, term("place", question.place), days]
        return Query.boolean_query([(Occur.Must, part) for part in narrow])


MULTIPLE = {
    "prefix": lambda schema, start: Query.regex_query(schema, "body", f"{start}.*"),
    "wildcard": lambda schema, start, end: Query.regex_query(schema, "body", f"{start}.*{end}"),
    "fuzzy": lambda schema, word: Query.fuzzy_term_query(
        schema, "body", word, distance=1, transposition_cost_one=False
    ),
}


def ordinal(year):
    import datetime

    return datetime.date(year, 1, 1).toordinal()
