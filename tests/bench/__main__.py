"""Index a generated archive in each engine, ask each the same, print a table and JSON.

python -m tests.bench --documents 10000 --engines ours,fts5,tantivy --folder var/bench
"""

import argparse
import json
import os
import platform
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.bench.corpus import articles
from tests.bench.measuring import ENGINES, measure
from tests.bench.questions import questions


def main():
    options = arguments()
    asked = questions(articles(options.documents, options.folder))
    results = []
    for key in options.engines.split(","):
        print(f"{key} …", file=sys.stderr, flush=True)
        results.append(apart(key, options, asked))
        print(json.dumps(results[-1], ensure_ascii=False), file=sys.stderr, flush=True)
        report = {"documents": options.documents, "machine": machine(), "engines": results}
        if options.json:
            text = json.dumps(report, ensure_ascii=False, indent=1)
            options.json.write_text(text, encoding="utf-8")
    print(table(report))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--folder", type=Path, default=Path("var/bench"))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", action="store_true", help="ask indexes that are there already")
    parser.add_argument("--times", type=int, default=1, help="our index so many times over")
    return parser.parse_args()


def apart(key, options, asked):
    """One engine in a process of its own, so that memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        folder = options.folder / key
        keep, times = options.keep, options.times if key == "ours" else 1
        call = pool.submit(measure, key, options.documents, folder, asked, keep=keep, times=times)
        return call.result()


def machine():
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"


def table(report):
    engines = report["engines"]
    lines = [f"{report['documents']:,} articles; {report['machine']}", ""]
    there = [engine for engine in engines if "skipped" not in engine]
    names = [
        engine["name"]
        + (f" ({engine['documents']:,})" if engine["documents"] != report["documents"] else "")
        for engine in there
    ]
    lines.append("| | " + " | ".join(names) + " |")
    lines.append("|---|" + "---|" * len(there))
    for key, label in (
        ("documents_per_second", "indexing, articles/s"),
        ("processor_ms_per_document", "processor time for one, ms"),
        ("megabytes", "index, MB"),
        ("change_ms", "one article added, ms"),
        ("opening_ms", "opening and a first answer, ms"),
        ("resident_megabytes", "memory after 1,000 queries, MB"),
    ):
        lines.append(f"| {label} | " + " | ".join(f"{engine[key]:,}" for engine in there) + " |")
    for kind in there[0]["queries"]:
        cells = (cell(engine["queries"].get(kind)) for engine in there)
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    lines += [
        f"\n{engine['name']}: skipped, {engine['skipped']}"
        for engine in engines
        if "skipped" in engine
    ]
    return "\n".join(lines)


def cell(times):
    return f"{times['p50']} / {times['p95']}" if times else "–"


if __name__ == "__main__":
    main()
