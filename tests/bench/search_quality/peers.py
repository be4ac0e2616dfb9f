"""Other engines as they come, each given the same texts, and each helped where it finds nothing.

A peer asks for all words; where no page has all, for any of them, so that a strict peer is not beaten by
silence. Titles weigh four times the text, as with us.
"""

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from pathlib import Path

from whoosh import fields, index, qparser

WORD = re.compile(r"\w+")
TITLE = 4.0
LIMIT = 1000


class MissingError(Exception):
    """The engine is not on this machine; says why."""


def whoosh(texts, folder, _stack):
    """Whoosh with its standard analyzer and BM25F."""
    Path(folder, "whoosh").mkdir()
    schema = fields.Schema(stem=fields.ID(stored=True), title=fields.TEXT, text=fields.TEXT)
    made = index.create_in(str(Path(folder, "whoosh")), schema)
    writer = made.writer()
    for stem, (title, text) in texts.items():
        writer.add_document(stem=stem, title=title, text=text)
    writer.commit()

    def search(query, group):
        parser = qparser.MultifieldParser(
            ["title", "text"], made.schema, fieldboosts={"title": TITLE}, group=group, plugins=[]
        )
        with made.searcher() as searcher:
            found = searcher.search(parser.parse(" ".join(WORD.findall(query))), limit=LIMIT)
            return [hit["stem"] for hit in found]

    return lambda query: search(query, qparser.AndGroup) or search(query, qparser.OrGroup)


def fts5(texts, _folder, stack):
    """SQLite FTS5, `unicode61 remove_diacritics 2`, its own bm25."""
    db = sqlite3.connect(":memory:")
    stack.callback(db.close)
    try:
        db.execute(
            "create virtual table pages using fts5(stem unindexed, title, text,"
            " tokenize='unicode61 remove_diacritics 2')"
        )
    except sqlite3.OperationalError as error:
        raise MissingError(f"this Python's SQLite has no FTS5: {error}") from error
    db.executemany("insert into pages values (?, ?, ?)", [(s, *t) for s, t in texts.items()])

    def search(query, joint):
        asked = joint.join(f'"{word}"' for word in WORD.findall(query))
        rows = db.execute(
            f"select stem from pages where pages match ? order by bm25(pages, 0, {TITLE}, 1)",
            [asked],
        )
        return [stem for (stem,) in rows]

    return lambda query: search(query, " ") or search(query, " OR ")


def postgres(texts, _folder, stack):
    """PostgreSQL full text: configuration `simple` behind `unaccent`, ts_rank_cd."""
    db = stack.enter_context(server(stack))
    db.execute("create extension unaccent")
    db.execute("create text search configuration vi (copy = simple)")
    db.execute(
        "alter text search configuration vi alter mapping for hword, hword_part, word"
        " with unaccent, simple"
    )
    db.execute("create table pages (stem text, words tsvector)")
    for stem, (title, text) in texts.items():
        db.execute(
            "insert into pages values (%s, setweight(to_tsvector('vi', %s), 'A')"
            " || setweight(to_tsvector('vi', %s), 'D'))",
            [stem, title, text],
        )

    def search(query, joint):
        rows = db.execute(
            "select stem from pages, (select replace(plainto_tsquery('vi', %s)::text, '&', %s)::tsquery"
            " as asked) q where words @@ asked"
            " order by ts_rank_cd('{0.25, 0.25, 0.25, 1}', words, asked) desc, stem",
            [query, joint],
        )
        return [stem for (stem,) in rows]

    return lambda query: search(query, "&") or search(query, "|")


def server(stack):
    """A connection to a server of our own, which never runs as root."""
    try:
        import psycopg
    except ImportError as error:
        raise MissingError("psycopg is not installed (the extra `postgres`)") from error
    tools = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not tools:
        raise MissingError("PostgreSQL is not installed (Debian: apt install postgresql)")
    bin_ = tools[-1].parent
    # In a folder of its own: a folder of root's would keep the server's user out.
    data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="postgres-")))
    run = as_nobody(data)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run([bin_ / "initdb", "-D", data, "-A", "trust", "-U", "archive", "-E", "UTF8", "--no-sync"])
    options = f"-p {port} -k {data} -c listen_addresses=''"
    run([bin_ / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", options, "start"])
    stack.callback(run, [bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    return psycopg.connect(
        host=str(data), port=port, user="archive", dbname="postgres", autocommit=True
    )


def as_nobody(data):
    """How to run a command as a user who may start a server: initdb refuses root."""
    if os.geteuid() != 0:
        return lambda command: subprocess.run(command, check=True, capture_output=True)
    shutil.chown(data, "postgres")
    return lambda command: subprocess.run(
        command,
        check=True,
        capture_output=True,
        user="postgres",
        group="postgres",
        cwd=data,
        extra_groups=[],
    )


PEERS = {
    "Whoosh, standard analyzer": whoosh,
    "SQLite FTS5, remove_diacritics 2": fts5,
    "PostgreSQL, simple + unaccent": postgres,
}
