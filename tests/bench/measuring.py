"""One engine measured in a process of its own."""

import os
import resource
import statistics
import time
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from tests.bench.corpus import articles, generated

ENGINES = {"ours": "ours", "stock": "stock_whoosh", "fts5": "fts5", "tantivy": "tantivy_engine"}
ROUNDS = 3
CHANGES = 9
BUDGET = 4.0  # seconds for a kind of queries


def measure(key, documents, folder, asked):
    try:
        module = import_module(f"tests.bench.{ENGINES[key]}")
    except ModuleNotFoundError as error:
        return {"name": key, "skipped": f"no module {error.name}"}
    engine = module.Engine(folder)
    start = time.perf_counter(), processor_seconds()
    engine.index(articles(documents, folder.parent))
    indexing, busy = time.perf_counter() - start[0], processor_seconds() - start[1]
    engine.settle()
    result = {
        "name": module.NAME,
        "documents_per_second": round(documents / indexing),
        "processor_ms_per_document": round(1000 * busy / documents, 2),
        "megabytes": round(
            sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6, 1
        ),
        "queries": {kind: latency(engine, kind, rows) for kind, rows in asked.items()},
    }
    result["resident_megabytes"] = resident()
    more = enumerate(generated(CHANGES, seed=43), documents + 1)
    added = [replace(article, id=id_) for id_, article in more]
    changes = [timed(lambda a=article: engine.change(a)) for article in added]
    result["change_ms"] = round(statistics.median(changes) * 1000, 1)
    return result


def timed(call, clock=time.perf_counter):
    start = clock()
    call()
    return clock() - start


def processor_seconds():
    """Of this process, its threads, and its children that have ended."""
    return sum(os.times()[:4])


def resident():
    """Memory of this process now, without pages of files that it maps."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rows = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(rows["RssAnon"].split()[0]) // 1024


def latency(engine, kind, rows):
    """Milliseconds of processor time, p50 and p95 over warm rounds; how many articles were found.

    All engines answer in the thread that asks, so on an idle machine this is the time that passes, and
    on a busy one it is still comparable.
    """
    found = sum(engine.ask(kind, row) for row in rows)
    times, until = [], time.perf_counter() + BUDGET
    for row in list(rows) * ROUNDS:
        times.append(timed(lambda r=row: engine.ask(kind, r), time.thread_time))
        if time.perf_counter() > until and len(times) > 1:
            break
    cuts = statistics.quantiles(times, n=20)
    return {"p50": round(cuts[9] * 1000, 2), "p95": round(cuts[18] * 1000, 2), "found": found}
