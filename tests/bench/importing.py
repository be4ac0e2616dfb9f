"""How fast pages go in, from a web archive to indexed articles: `make bench-import PAGES=1000`.

Prints pages a second, by the clock and by processor time (on a busy machine only the second compares), the
share of each stage, and the memory of each process; the same as JSON. The archive that it fills is thrown
away, unless `--keep` names a folder for it.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from threading import Event, Thread

SAMPLE = 1.0  # seconds between two looks at memory
TICKS = os.sysconf("SC_CLK_TCK")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), help="for crawl and JSON")
    parser.add_argument("--keep", type=Path, help="an empty folder for the archive")
    return parser.parse_args()


class Stages:
    """Seconds of processor time of this process by stage; the rest is waiting and handing over."""

    def __init__(self):
        self.seconds = Counter()

    def time(self, owner, name, stage):
        function = getattr(owner, name)

        @wraps(function)
        def timed(*args, **kwargs):
            start = time.thread_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[stage] += time.thread_time() - start

        setattr(owner, name, timed)

    def time_each(self, owner, name, stage):
        function = getattr(owner, name)

        def timed(*args, **kwargs):
            items = function(*args, **kwargs)
            while True:
                start = time.thread_time()
                item = next(items, None)
                self.seconds[stage] += time.thread_time() - start
                if item is None:
                    return
                yield item

        setattr(owner, name, timed)


class Memory:
    """Watches this process and those below it: most bytes resident of each, of all together, and processor time."""

    def __init__(self):
        self.most, self.processor, self.together, self.course = Counter(), Counter(), 0, []
        self.ended = Event()

    def watch(self):
        while not self.ended.wait(SAMPLE):
            self.look()

    def look(self):
        shared = 0
        for pid in family(os.getpid()):
            try:
                status = dict(
                    line.split(":", 1)
                    for line in Path(f"/proc/{pid}/status").read_text().splitlines()
                )
                pss = Path(f"/proc/{pid}/smaps_rollup").read_text().split("Pss:")[1].split()[0]
                times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except (OSError, IndexError):
                continue  # it has ended
            self.most[pid] = max(self.most[pid], int(status["VmRSS"].split()[0]) // 1024)
            self.processor[pid] = (int(times[11]) + int(times[12])) / TICKS
            shared += int(pss) // 1024
        self.together = max(self.together, shared)


def family(pid):
    """A process and all that it and its children began."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int(
                (folder / "stat").read_text().rpartition(")")[2].split()[1]
            )
        except OSError:
            continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


@contextmanager
def watched():
    memory = Memory()
    thread = Thread(target=memory.watch, daemon=True)
    thread.start()
    yield memory
    memory.ended.set()
    thread.join()


def crawl_of(folder, pages):
    from tests.bench import crawl

    path = folder / f"crawl-{pages}.warc.gz"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        crawl.write(unfinished, pages)
        unfinished.rename(path)
    return path


def measure(path, processes):
    from django.core.management import call_command

    from archive.importing import run, saving
    from archive.importing.options import Options

    call_command("migrate", verbosity=0)
    run.ensure_reference_rows()
    stages = Stages()
    stages.time_each(run, "iter_raw", "read")
    stages.time(saving.Writer, "save", "save")
    stages.time(run.attention, "refresh", "queue")
    stages.time(run.index, "index_articles", "index")
    with watched() as memory:
        course = []

        def tell(_result):
            tell.count += 1
            if tell.count % 1000 == 0:
                course.append((tell.count, memory.most[os.getpid()]))
                print(
                    f"{tell.count} pages, {tell.count / (time.perf_counter() - start):.1f} a second",
                    file=sys.stderr,
                )

        tell.count = 0
        start, busy = time.perf_counter(), time.process_time()
        counts = run.import_paths([path], Options(processes=processes), tell)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
        memory.look()
    return counts, seconds, busy, stages, memory, course


def report(pages, processes, measured):
    counts, seconds, busy, stages, memory, course = measured
    own = os.getpid()
    workers = sum(value for pid, value in memory.processor.items() if pid != own)
    total = busy + workers
    parts = {**stages.seconds, "extract": workers} if processes > 1 else dict(stages.seconds)
    parts["other" if processes > 1 else "extract"] = total - sum(parts.values())
    return {
        "pages": pages,
        "processes": processes,
        "outcomes": dict(counts.outcomes),
        "pages_per_second": round(pages / seconds, 1),
        "processor_ms_per_page": round(1000 * total / pages, 2),
        "pages_per_second_of_two_cores": round(2 * pages / total, 1),
        "ms_by_stage": {name: round(1000 * value / pages, 2) for name, value in parts.items()},
        "resident_mb": {
            "saving": memory.most[own],
            "reading": sorted(v for p, v in memory.most.items() if p != own),
        },
        "together_mb": memory.together,
        "saving_mb_after_pages": course,
        "machine": f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}",
    }


def main():
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    home = options.keep or Path(tempfile.mkdtemp(prefix="bench-import-"))
    os.environ["ARCHIVE_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    import django

    django.setup()
    try:
        path = crawl_of(options.folder, options.pages)
        result = report(options.pages, options.processes, measure(path, options.processes))
    finally:
        if not options.keep:
            shutil.rmtree(home)
    print(json.dumps(result, indent=1, ensure_ascii=False))
    target = options.folder / f"import-{options.pages}.json"
    target.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
