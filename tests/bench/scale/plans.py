"""What the database does for a page: each query with its time, and the tables that it reads from end to end."""

import json
import time
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.scale.pages import editor

BIG = {
    f"archive_{name}"
    for name in "article articleversion capture observation mention positionreport participation meetingreport"
    " evidence official position meeting review likeness likenesskey importitem officialsum summed".split()
}  # grow with the archive


@dataclass(frozen=True)
class Visit:
    """One page asked for once: seconds, and its queries as (seconds, SQL)."""

    seconds: float
    queries: list[tuple[float, str]]


def client():
    """A browser whose user may see the queue."""
    own = Client(SERVER_NAME="127.0.0.1")
    own.force_login(editor())
    return own


def visit(browser, path):
    with CaptureQueriesContext(connection) as queries:
        start = time.perf_counter()
        response = browser.get(path)
        seconds = time.perf_counter() - start
    if response.status_code != 200:
        raise AssertionError(f"{path} answers {response.status_code}")
    return Visit(seconds, [(float(query["time"]), query["sql"]) for query in queries])


def blocks(sql):
    """Blocks of 8 kB that a query touches, which no load of the machine changes (PostgreSQL)."""
    if not sql.startswith("SELECT"):
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}")
        [(plan,)] = cursor.fetchall()
    top = (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]
    return top["Shared Hit Blocks"] + top["Shared Read Blocks"]


def read_whole(sql):
    """Big tables that the plan of a query reads from end to end (PostgreSQL)."""
    if not sql.startswith("SELECT"):
        return set()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        [(plan,)] = cursor.fetchall()
    return set(scanned(json.loads(plan)[0]["Plan"] if isinstance(plan, str) else plan[0]["Plan"]))


def scanned(node):
    if node["Node Type"] == "Seq Scan" and node["Relation Name"] in BIG:
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        yield from scanned(child)
