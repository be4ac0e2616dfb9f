"""How fast pages go in, from a web archive to indexed articles: `make bench-import PAGES=1000`.

Prints pages a second, by the clock and by processor time (on a busy machine only the second compares), the
share of each stage, and the memory of each process; the same as JSON. On the way, rate and memory on standard
error. The crawl is written first, page by page, and kept for the next time; that does not count. With `--verify`
all captures and the index are checked at the end. The archive that it fills is thrown away, unless `--keep` names
a folder for it.
"""

import argparse
import io
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
ROOM = 100_000  # bytes on the disk for a page: its share of crawl, captures, rows and index, with some to spare
LINES = 50  # of progress in a run
TICKS = os.sysconf("SC_CLK_TCK")
END = object()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), help="for crawl and JSON")
    parser.add_argument("--keep", type=Path, help="an empty folder for the archive")
    parser.add_argument("--verify", action="store_true", help="check captures and index at the end")
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
                item = next(items, END)
                self.seconds[stage] += time.thread_time() - start
                if item is END:
                    return
                yield item

        setattr(owner, name, timed)


class Memory:
    """Watches this process and those below it: most bytes resident of each, of all together, and processor time."""

    def __init__(self):
        self.most, self.now, self.processor = Counter(), {}, Counter()
        self.together = self.shared = 0
        self.ended, self.busy = Event(), 0.0

    def watch(self):
        """For as long as it runs; what that takes is no part of an import."""
        while not self.ended.wait(SAMPLE):
            self.look()
            self.busy = time.thread_time()

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
            self.now[pid] = int(status["VmRSS"].split()[0]) // 1024
            self.most[pid] = max(self.most[pid], self.now[pid])
            self.processor[pid] = (int(times[11]) + int(times[12])) / TICKS
            shared += int(pss) // 1024
        self.shared = shared
        self.together = max(self.together, shared)


class Course:
    """Tells on the way how fast it goes and what it takes; called for each page."""

    def __init__(self, pages, memory):
        self.every, self.memory = max(1000, pages // LINES), memory
        self.count, self.began, self.points = 0, time.perf_counter(), []
        self.before = self.began

    def __call__(self, _result):
        self.count += 1
        if self.count % self.every == 0:
            self.tell()

    def tell(self):
        now = time.perf_counter()
        rate = round(self.every / (now - self.before), 1)
        self.before = now
        self.memory.look()
        saving, together = self.memory.now[os.getpid()], self.memory.shared
        self.points.append([self.count, rate, saving, together])
        print(
            f"{self.count:,} pages in {now - self.began:.0f} s, the last {self.every:,} at {rate} a second; "
            f"saving {saving} MB, together {together} MB",
            file=sys.stderr,
        )


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
        begun, unfinished = time.perf_counter(), path.with_suffix(".part")
        crawl.write(unfinished, pages)
        unfinished.rename(path)
        size = path.stat().st_size >> 20
        print(f"wrote {path}, {size} MB, in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
    return path


def check_room(folder, pages):
    free = shutil.disk_usage(folder).free
    if free < pages * ROOM:
        needed = pages * ROOM >> 30
        sys.exit(f"{folder}: {free >> 30} GB are free, {pages:,} pages may take {needed} GB")


def size_of(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def checked():
    """What `verify` and `index verify` say, and how long they take."""
    from django.core.management import call_command

    said, begun = io.StringIO(), time.perf_counter()
    for command in (("verify",), ("index", "verify")):
        try:
            call_command(*command, stdout=said)
        except SystemExit as ended:
            said.write(f"exit {ended.code}")
    return {"said": said.getvalue().splitlines(), "seconds": round(time.perf_counter() - begun)}


def measure(path, pages, processes):
    from django.core.management import call_command

    from archive.importing import run, saving
    from archive.importing.memory import share_one_heap
    from archive.importing.options import Options

    share_one_heap()  # before the thread that watches, which the command has not
    call_command("migrate", verbosity=0)
    run.ensure_reference_rows()
    stages = Stages()
    stages.time_each(run, "iter_raw", "read")
    stages.time(saving.Writer, "save", "save")
    stages.time(run.attention.Postponing, "add", "queue")
    stages.time_each(run.attention.Postponing, "sum_up", "queue")
    stages.time_each(run.attention, "catch_up", "queue")
    stages.time(run.index, "index_articles", "index")
    with watched() as memory:
        course = Course(pages, memory)
        start, busy = time.perf_counter(), time.process_time()
        counts = run.import_paths([path], Options(processes=processes), course)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy - memory.busy
        memory.look()
    return counts, seconds, busy, stages, memory, course.points


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
        "seconds": round(seconds),
        "pages_per_second": round(pages / seconds, 1),
        "processor_ms_per_page": round(1000 * total / pages, 2),
        "pages_per_second_of_two_cores": round(2 * pages / total, 1),
        "ms_by_stage": {name: round(1000 * value / pages, 2) for name, value in parts.items()},
        "resident_mb": {
            "saving": memory.most[own],
            "reading": sorted(v for p, v in memory.most.items() if p != own),
        },
        "together_mb": memory.together,
        "course": course,  # pages, pages a second since the last, MB of the process that saves, MB together
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
        check_room(home, options.pages)
        path = crawl_of(options.folder, options.pages)
        measured = measure(path, options.pages, options.processes)
        result = report(options.pages, options.processes, measured)
        result["kb_on_disk_per_page"] = round(size_of(home) / options.pages / 1024, 1)
        if options.verify:
            result["verify"] = checked()
    finally:
        if not options.keep:
            shutil.rmtree(home)
    print(json.dumps(result, indent=1, ensure_ascii=False))
    target = options.folder / f"import-{options.pages}.json"
    target.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
