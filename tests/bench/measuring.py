"""One engine measured in a process of its own."""

import json
import os
import resource
import shutil
import statistics
import time
from dataclasses import replace
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path

from tests.bench.corpus import articles, generated
from tests.bench.multiplied import multiplied

ENGINES = {
    "ours": "ours", "stock": "stock_whoosh", "fts5": "fts5", "tantivy": "tantivy_engine",
    "xapian": "xapian_engine",
}  # fmt: skip
ROUNDS = 3
CHANGES = 9
BUDGET = 4.0  # seconds for a kind of queries
MANY = 1000  # queries after which memory is looked at


def measure(key, documents, folder, asked, *, keep, times=1):
    """`keep`: an index of so many documents that is there already is asked and not built again.

    `times`: what is asked is that index so many times over.
    """
    try:
        module = import_module(f"tests.bench.{ENGINES[key]}")
    except ModuleNotFoundError as error:
        return {"name": key, "skipped": f"no module {error.name}"}
    documents = min(documents, getattr(module, "MOST", documents))
    engine = module.Engine(folder)
    built = folder.with_name(f"{folder.name}-{documents}.json")
    if not (keep and built.exists()):
        built.unlink(missing_ok=True)
        built.write_text(json.dumps(indexed(engine, documents, folder)), encoding="utf-8")
    result = {"name": module.NAME, "documents": documents}
    result |= json.loads(built.read_text(encoding="utf-8"))
    if times > 1:
        engine = module.Engine(multiplied(folder, times))
        result["documents"] *= times
    rows = next(iter(asked.items()))
    result["opening_ms"] = milliseconds(
        timed(lambda: (engine.open(), engine.ask(rows[0], rows[1][0])), time.process_time)
    )
    kinds = {kind: rows for kind, rows in asked.items() if kind not in module.LACKS}
    result["queries"] = {kind: latency(engine, kind, rows) for kind, rows in kinds.items()}
    every = [(kind, row) for kind, rows in kinds.items() for row in rows]
    until = time.perf_counter() + 4 * BUDGET
    for kind, row in islice(cycle(every), MANY):
        engine.ask(kind, row)
        if time.perf_counter() > until:
            break
    result["resident_megabytes"] = resident()
    return result


def indexed(engine, documents, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    engine.create()
    start = time.perf_counter(), processor_seconds()
    engine.index(articles(documents, folder.parent))
    seconds, busy = time.perf_counter() - start[0], processor_seconds() - start[1]
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    engine.open()
    more = enumerate(generated(CHANGES, seed=43), documents + 1)
    added = [replace(article, id=id_) for id_, article in more]
    changes = [timed(lambda a=article: engine.change(a)) for article in added]
    return {
        "documents_per_second": round(documents / seconds),
        "processor_ms_per_document": milliseconds(busy / documents),
        "megabytes": round(size / 1e6, 1),
        "change_ms": milliseconds(statistics.median(changes)),
    }


def milliseconds(seconds):
    return round(seconds * 1000, 2)


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
    """Milliseconds of processor time, p50 and p95; `first_p95` of questions that nobody asked before.

    All engines answer in the thread that asks, so on an idle machine this is the time that passes, and
    on a busy one it is still comparable.
    """
    found = []
    first = [
        timed(lambda r=row: found.append(engine.ask(kind, r)), time.thread_time) for row in rows
    ]
    times, until = [], time.perf_counter() + BUDGET
    for row in list(rows) * ROUNDS:
        times.append(timed(lambda r=row: engine.ask(kind, r), time.thread_time))
        if time.perf_counter() > until and len(times) > 1:
            break
    cuts = statistics.quantiles(times, n=20)
    return {
        "p50": milliseconds(cuts[9]),
        "p95": milliseconds(cuts[18]),
        "first_p95": milliseconds(statistics.quantiles(first, n=20)[18]),
        "found": sum(found),
    }
