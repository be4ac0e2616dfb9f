"""How long a search and a commit wait while segments are merged beside them, by the clock.

python -m tests.bench.pauses --documents 100000 --folder var/bench

Takes the index that `tests.bench --engines ours` left there, links it into a folder of its own, and makes one of its
segments (all but the largest where they are too many) in another process, while a thread asks and another adds
articles; before, the two do so undisturbed.
"""

import argparse
import os
import statistics
import time
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from archive.search.backends.whoosh_arrays import contents, merging
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.engine import CONTEXT, WhooshEngine
from archive.search.backends.whoosh_arrays.layout import MOST_DOCUMENTS
from archive.search.parsing import parse
from tests.bench import corpus
from tests.bench.__main__ import machine
from tests.bench.ours import document
from tests.bench.questions import questions

UNDISTURBED = 10.0  # seconds
PAUSE = 0.2  # seconds between two commits
NEW = 10_000_000  # ids of what is added begin here


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path("var/bench"))
    options = parser.parse_args()
    asked = questions(corpus.articles(options.documents, options.folder))
    texts = [" ".join(row.words) for row in asked["two words"] + asked["common word"]]
    print(f"{options.documents:,} articles; {machine()}\n")
    print("| by the clock, ms | searches | median | p99 | longest | commits | median | longest |")
    print("|---|---|---|---|---|---|---|---|")
    with TemporaryDirectory(dir=options.folder) as folder:
        for path in (options.folder / "ours").iterdir():
            os.link(path, Path(folder) / path.name)
        engine = WhooshEngine(Path(folder))
        for text in texts:
            engine.find(parse(text))
        print(row_of("undisturbed", *beside(engine, texts, lambda: time.sleep(UNDISTURBED))))
        print(row_of("during a merge", *beside(engine, texts, lambda: merge(engine))))


def merge(engine):
    """In a process of its own, as the engine does it."""
    process = CONTEXT.Process(target=merge_most, args=(engine.folder,))
    process.start()
    process.join()


def merge_most(folder):
    entries = sorted(contents.read(folder).entries, key=lambda entry: entry.documents)
    if merging.living(entries) > MOST_DOCUMENTS:
        entries.pop()
    merging.merge(folder, entries, Cache(1))


def beside(engine, texts, work):
    """Milliseconds of each search and each commit while something else is done."""
    done, searches, commits = Event(), [], []
    threads = [
        Thread(target=searching, args=(engine, texts, done, searches)),
        Thread(target=adding, args=(engine, done, commits)),
    ]
    for thread in threads:
        thread.start()
    work()
    done.set()
    for thread in threads:
        thread.join()
    return searches, commits


def searching(engine, texts, done, times):
    for text in cycle(texts):
        if done.is_set():
            return
        times.append(timed(lambda t=text: engine.find(parse(t))))


def adding(engine, done, times):
    """Each commit with the search that sees it."""
    for article in corpus.generated(100_000, seed=44):
        if done.wait(PAUSE):
            return
        added = document(replace(article, id=NEW + article.id, title=f"Mới {article.id}"))
        times.append(timed(lambda one=added: (engine.add([one]), engine.find(parse("mới")))))


def timed(call):
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def row_of(name, searches, commits):
    p99 = statistics.quantiles(searches, n=100)[98]
    return (
        f"| {name} | {len(searches):,} | {statistics.median(searches):.1f} | {p99:.1f} | {max(searches):.1f} "
        f"| {len(commits)} | {statistics.median(commits):.1f} | {max(commits):.1f} |"
    )


if __name__ == "__main__":
    main()
