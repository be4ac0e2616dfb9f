"""SQLite FTS5: one table as written, one accent-free (its own folding leaves đ alone)."""

import sqlite3

from archive.vietnamese.fold import strip_accents

NAME = "SQLite FTS5"
LACKS = ("wildcard", "fuzzy")
SETTINGS = """
pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -200000; pragma mmap_size = 4000000000;
"""
SCHEMA = f"""{SETTINGS}
create table articles (id integer primary key, title text, body text, place text, kind text, day text);
create virtual table bare using fts5(title, body, content='', tokenize="unicode61 remove_diacritics 0");
create virtual table exact using fts5(title, body, content='articles', content_rowid='id',
    tokenize="unicode61 remove_diacritics 0");
create index by_place on articles (place, day);
"""


class Engine:
    def __init__(self, folder):
        self.folder = folder

    def create(self):
        self.base = self.connected()
        self.base.executescript(SCHEMA)

    def open(self):
        self.base = self.connected()
        self.base.executescript(SETTINGS)

    def connected(self):
        return sqlite3.connect(self.folder / "index.sqlite", isolation_level=None)

    def index(self, articles):
        self.base.execute("begin")
        for article in articles:
            self.add(article)
        self.base.execute("commit")
        for table in ("bare", "exact"):
            self.base.execute(f"insert into {table}({table}) values('optimize')")
        self.base.execute("pragma wal_checkpoint(truncate)")

    def add(self, a):
        self.base.execute(
            "insert into articles values (?, ?, ?, ?, ?, ?)",
            (a.id, a.title, a.body, a.place, a.kind, str(a.date)),
        )
        for table, form in (("bare", strip_accents), ("exact", str)):
            self.base.execute(
                f"insert into {table}(rowid, title, body) values (?, ?, ?)",
                (a.id, form(a.title), form(a.body)),
            )

    def change(self, article):
        self.base.execute("begin")
        self.add(article)
        self.base.execute("commit")

    def ask(self, kind, question):
        table = "exact" if kind == "phrase exact" else "bare"
        match = {"any of three": " OR "}.get(kind, " ").join(question.words)
        if kind == "prefix":
            match += "*"
        if kind.startswith("phrase"):
            match = f'"{match}"'
        rows = self.base.execute
        if question.place:
            return self.filtered(match, question)
        total = rows(f"select count(*) from {table} where {table} match ?", (match,)).fetchone()[0]
        if kind == "facets":
            rows(
                "select place, count(*) from bare join articles on articles.id = bare.rowid "
                "where bare match ? group by place", (match,),
            ).fetchall()  # fmt: skip
        shown = "body" if kind == "highlight" else "title"
        found = rows(
            f"select articles.{shown} from (select rowid as id, rank from {table} where {table} match ? "
            "order by rank limit 10) join articles using (id)", (match,),
        ).fetchall()  # fmt: skip
        if kind == "highlight":
            _ = [marked(text, question.words) for (text,) in found]
        return total

    def filtered(self, match, question):
        first, last = question.years
        where = "from bare join articles on articles.id = bare.rowid where bare match ? and articles.place = ? and day between ? and ?"
        values = (match, question.place, f"{first}-01-01", f"{last}-12-31")
        self.base.execute(
            f"select articles.title {where} order by day desc limit 10", values
        ).fetchall()
        return self.base.execute(f"select count(*) {where}", values).fetchone()[0]


def marked(text, words):
    """Its own snippets need the text in the table; accent-free they have to be made outside."""
    bare = strip_accents(text.lower())
    return [text[max(0, at - 60) : at + 60] for word in words if (at := bare.find(word)) >= 0]
