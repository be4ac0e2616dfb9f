"""Either engine behind the one interface, on a generated archive: bytes, articles a second, latency.

python -m tests.bench.scaling --documents 100000 whoosh:///tmp/index opensearch://127.0.0.1:9200/scaling

`--clones 10` asks a cluster for ten times as many: the index beside nine clones of it, whose files are links to
its own, so that they take no room, and memory holds more of them than of as many different articles.
"""

import argparse
import os
import statistics
import sys
import time
import tracemalloc
from collections import deque
from dataclasses import replace
from math import inf
from pathlib import Path

from archive.search.backends.opensearch.address import read_address
from archive.search.backends.opensearch.engine import OpenSearchEngine
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.parsing import parse
from tests.bench import corpus
from tests.bench.__main__ import machine
from tests.bench.ours import document, query_of
from tests.bench.questions import questions

ROUNDS = 3
BUDGET = 6.0  # seconds for a kind of queries
CHANGES = 9
KINDS = ("uncommon word", "common word", "two words", "phrase", "any of three", "filter, newest")
DEEP = (100, 5000, 20_000)  # offsets of deep pages


def main():
    options = arguments()
    asked = questions(corpus.articles(options.documents, options.folder))
    print(f"{options.documents * options.clones:,} articles; {machine()}\n")
    columns = [measured(url, options, asked) for url in options.engines]
    names = [column.pop("engine") for column in columns]
    print("| | " + " | ".join(names) + " |")
    print("|---|" + "---|" * len(names))
    for row in columns[0]:
        print(f"| {row} | " + " | ".join(column[row] for column in columns) + " |")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engines", nargs="+", metavar="SEARCH_URL")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path("var/bench"))
    parser.add_argument("--keep", action="store_true", help="ask an index that is there")
    parser.add_argument("--clones", type=int, default=1, help="of the index, all asked as one")
    return parser.parse_args()


def measured(url, options, asked):
    """A column of the table: what was measured, by row."""
    scheme, _, rest = url.partition("://")
    is_folder = scheme == "whoosh"
    engine = WhooshEngine(Path(rest)) if is_folder else OpenSearchEngine(read_address(url))
    column = {"engine": "Whoosh, arrays" if is_folder else "OpenSearch"}
    if not options.keep:
        print(f"indexing in {url} …", file=sys.stderr, flush=True)
        busy = processor(engine)
        seconds = timed(
            lambda: engine.rebuild(
                map(document, corpus.articles(options.documents, options.folder))
            )
        )
        column["articles a second, one writer"] = f"{options.documents / seconds:,.0f}"
        settle(engine)
        busy = 1000 * (processor(engine) - busy) / options.documents
        column["processor time an article, ms"] = f"{busy:.1f}"
    column["bytes an article"] = f"{size(engine) / options.documents:,.0f}"
    if options.clones > 1:
        clone(engine, options.clones)
    for kind in KINDS:
        column[f"{kind}, ms"] = latency(engine, [query_of(kind, q) for q in asked[kind]])
        print(f"{kind}: {column[f'{kind}, ms']}", file=sys.stderr, flush=True)
    deepest = [query_of("common word", q) for q in asked["common word"][:3]]
    for offset in (o for o in DEEP if o < options.documents // 2):
        queries = [replace(query, offset=offset) for query in deepest]
        column[f"ten from number {offset:,}, ms"] = latency(engine, queries)
    column["all digests read, s; most memory, MB"] = digested(engine)
    if options.clones == 1:
        column["an article changed and visible, ms p50"] = changed(engine, options.documents)
    return column


def clone(engine, number):
    """So many indices of the same articles behind the name that is searched."""
    live, indices = engine.indices.live, engine.client.indices
    [name] = engine.indices.names(live)
    indices.put_settings(index=name, body={"index.blocks.write": True})
    for clone in range(1, number):
        body = {"settings": {"index.number_of_replicas": 0}, "aliases": {live: {}}}
        indices.clone(index=name, target=f"{name}00{clone}", body=body, request_timeout=600)
    engine.checked_at = inf  # it expects one index when it looks at the version


def digested(engine):
    """Reading what is compared with the database."""
    tracemalloc.start()
    seconds = timed(lambda: deque(engine.digests(), maxlen=0))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return f"{seconds:.1f}; {most / 1e6:.1f}"


def processor(engine):
    """Seconds used so far by this process, its children that have ended, and the nodes of a cluster."""
    own = sum(os.times()[:4])
    if isinstance(engine, WhooshEngine):
        return own
    nodes = engine.client.nodes.stats(metric="process")["nodes"].values()
    return own + sum(node["process"]["cpu"]["total_in_millis"] for node in nodes) / 1000


def settle(engine):
    """Wait for merges; of a cluster all of them, for only they drop what it keeps for copies."""
    if isinstance(engine, WhooshEngine):
        if engine.merger:
            engine.merger.join()
        return
    engine.client.indices.forcemerge(
        index=engine.indices.live, max_num_segments=1, request_timeout=3600
    )
    engine.client.indices.refresh(index=engine.indices.live)


def size(engine):
    """Of one copy."""
    if isinstance(engine, WhooshEngine):
        return sum(path.stat().st_size for path in engine.folder.rglob("*") if path.is_file())
    stats = engine.client.indices.stats(index=engine.indices.live, metric="store")
    return stats["_all"]["primaries"]["store"]["size_in_bytes"]


def latency(engine, queries):
    """A whole answer: total, facets, ten hits with their passages. Warm.

    Time that passes, p50 and p95, and the mean of the processor time.
    """
    for query in queries:
        engine.find(query)
    times, until, busy = [], time.perf_counter() + BUDGET, processor(engine)
    for query in queries * ROUNDS:
        times.append(1000 * timed(lambda q=query: engine.find(q)))
        if time.perf_counter() > until and len(times) > 2:
            break
    cuts = statistics.quantiles(times, n=20)
    busy = 1000 * (processor(engine) - busy) / len(times)
    return f"{cuts[9]:.1f} / {cuts[18]:.1f}; {busy:.1f}"


def changed(engine, number):
    times = []
    for article in corpus.generated(CHANGES, seed=43):
        added = document(replace(article, id=number + article.id, title=f"Mới {article.id}"))
        times.append(1000 * timed(lambda one=added: (engine.add([one]), engine.find(parse("mới")))))
    return f"{statistics.median(times):.1f}"


def timed(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
