"""Whoosh as it comes: its own fields, codec, writer and searcher, over the same terms as ours."""

from whoosh import fields, index, query, sorting
from whoosh.analysis import CharsetFilter, LowercaseFilter, RegexTokenizer

from archive.vietnamese.fold import strip_accents

NAME = "stock Whoosh"
LACKS = ()
MOST = 3000  # documents; of more it takes hours
FOLDING = {ord(c): strip_accents(c) for c in map(chr, range(0xC0, 0x1EFF)) if strip_accents(c) != c}
EXACT = RegexTokenizer(r"\w+") | LowercaseFilter()
BARE = EXACT | CharsetFilter(FOLDING)


class Engine:
    def __init__(self, folder):
        self.folder = str(folder)

    def open(self):
        self.base = index.open_dir(self.folder)
        self.settle()

    def create(self):
        self.base = index.create_in(
            self.folder,
            fields.Schema(
                id=fields.ID(stored=True, unique=True),
                title=fields.TEXT(analyzer=BARE, stored=True),
                body=fields.TEXT(analyzer=BARE, stored=True),
                title_x=fields.TEXT(analyzer=EXACT),
                body_x=fields.TEXT(analyzer=EXACT),
                place=fields.ID(sortable=True),
                day=fields.NUMERIC(int, sortable=True),
            ),
        )

    def index(self, articles):
        writer = self.base.writer(limitmb=256)
        for article in articles:
            writer.add_document(**row(article))
        writer.commit()
        self.settle()

    def settle(self):
        self.searcher = self.base.searcher()

    def change(self, article):
        writer = self.base.writer()
        writer.update_document(**row(article))
        writer.commit(merge=False)
        self.settle()

    def ask(self, kind, question):
        field = "body_x" if kind == "phrase exact" else "body"
        terms = [query.Term(field, word) for word in question.words]
        wanted = query.Or(terms) if kind == "any of three" else query.And(terms)
        if kind in MULTIPLE:
            wanted = MULTIPLE[kind](field, *question.words)
        if kind.startswith("phrase"):
            wanted = query.Phrase(field, list(question.words))
        options = {}
        if question.place:
            first, last = (ordinal(year) for year in question.years)
            days = query.NumericRange("day", first, last + 364)
            wanted = query.And([wanted, query.Term("place", question.place), days])
            options["sortedby"] = sorting.FieldFacet("day", reverse=True)
        if kind == "facets":
            options["groupedby"] = "place"
        found = self.searcher.search(wanted, limit=10, **options)
        if kind == "facets":
            found.groups("place")
        _ = [hit.highlights("body") if kind == "highlight" else hit["title"] for hit in found]
        return len(found)


MULTIPLE = {
    "prefix": query.Prefix,
    "wildcard": lambda field, start, end: query.Wildcard(field, f"{start}*{end}"),
    "fuzzy": query.FuzzyTerm,
}


def ordinal(year):
    import datetime

    return datetime.date(year, 1, 1).toordinal()


def row(article):
    return {
        "id": str(article.id), "title": article.title, "body": article.body, "title_x": article.title,
        "body_x": article.body, "place": article.place, "day": article.date.toordinal(),
    }  # fmt: skip
