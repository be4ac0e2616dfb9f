"""Fill the database with a generated archive, and measure it: room, inserts, pages."""

import argparse
import json
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from archive.models import Article
from tests.bench.__main__ import machine
from tests.bench.scale.filling import analyse, fill
from tests.bench.scale.pages import pages
from tests.bench.scale.plans import blocks, client, read_whole, visit

VISITS = 2  # of each page; the best is told, and the first


def main():
    options = arguments()
    settings.SEARCH_URL = "memory://scale"
    call_command("migrate", verbosity=0)
    report = {"machine": machine(), "database": connection.vendor}
    rate = fill(options.articles, lambda done: print(f"{done:,} articles", file=sys.stderr))
    analyse()
    report |= {"articles": Article.objects.count(), "rows_per_second": round(rate), **room()}
    report["pages"] = {}
    for name, path in pages().items():
        print(name, file=sys.stderr)
        report["pages"][name] = measured(path, plans=options.plans)
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    print(table(report))


def arguments():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--plans", action="store_true", help="name the tables read from end to end")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def measured(path, *, plans):
    browser = client()
    visits = [visit(browser, path) for _ in range(VISITS)]
    best = min(visits, key=lambda one: one.seconds)
    seconds, slowest = max(best.queries, default=(0, ""))
    row = {
        "first_ms": round(visits[0].seconds * 1000),
        "best_ms": round(best.seconds * 1000),
        "queries": len(best.queries),
        "slowest_query_ms": round(seconds * 1000),
    }
    if plans and connection.vendor == "postgresql":
        row["slowest"] = slowest
        row["blocks"] = sum(blocks(sql) for _, sql in best.queries)
        row["read_whole"] = sorted({t for _, sql in best.queries for t in read_whole(sql)})
    return row


def room():
    """Bytes an article of tables with what is too long for a row, and of indexes."""
    articles = Article.objects.count()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT sum(pg_table_size(oid)), sum(pg_indexes_size(oid)) FROM pg_class"
                " WHERE relkind = 'r' AND relname LIKE 'archive%'"
            )
        else:
            cursor.execute(
                "SELECT sum(CASE WHEN type = 'table' THEN pgsize END), sum(CASE WHEN type = 'index' THEN pgsize END)"
                " FROM dbstat JOIN sqlite_master USING (name) WHERE tbl_name LIKE 'archive%'"
            )
        tables, indexes = cursor.fetchone()
    return {
        "bytes_of_tables": round(tables / articles),
        "bytes_of_indexes": round(indexes / articles),
    }


def table(report):
    lines = [
        f"{report['articles']:,} articles on {report['database']}; {report['machine']}",
        f"{report['bytes_of_tables']:,} bytes an article in tables, {report['bytes_of_indexes']:,} in indexes",
        f"{report['rows_per_second']:,} rows a second",
        "",
        "| page | first, ms | best, ms | queries | slowest query, ms | blocks | read whole |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {row['first_ms']:,} | {row['best_ms']:,} | {row['queries']} | {row['slowest_query_ms']:,} | {row.get('blocks', '')} | "
        f"{', '.join(row.get('read_whole', ()))} |"
        for name, row in report["pages"].items()
    ]
    return "\n".join(lines)
