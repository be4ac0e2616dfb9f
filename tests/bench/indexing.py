"""Where the time of indexing and the room of an index go: processor time by step, bytes an article by array.

And the most memory that a process takes, mapped files included, which joins the segments and does nothing else.

python -m tests.bench.indexing --documents 6000 --folder var/bench
"""

import argparse
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from archive.search.backends.whoosh_arrays import arrayfile, joining, writing
from archive.search.backends.whoosh_arrays.batch import Batch
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.engine import BATCH
from archive.search.backends.whoosh_arrays.lexicon import Lexicon
from archive.search.backends.whoosh_arrays.segment import Segment
from archive.search.backends.whoosh_arrays.terms import terms_of
from archive.search.words import WORD
from tests.bench.corpus import articles
from tests.bench.ours import document

AT_ONCE = 80  # documents


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=3 * BATCH)
    parser.add_argument("--folder", type=Path, default=Path("var/bench"))
    options = parser.parse_args()
    documents = [document(a) for a in articles(options.documents, options.folder)]
    with TemporaryDirectory() as folder:
        steps, segments = built(documents, Path(folder))
        steps["joining the segments"] = timed(lambda: join(segments, Path(folder)))
        memory = joined_apart([segment.name for segment in segments], Path(folder))
        last = max(Path(folder).iterdir(), key=lambda path: path.stat().st_size)
        room = sizes(arrayfile.ArrayFile(last))
    print(f"analysis: {analysed(documents):,.0f} syllables a second\n")
    print("| step | µs of processor time an article |\n|---|---|")
    for step, seconds in steps.items():
        print(f"| {step} | {seconds / len(documents) * 1e6:.0f} |")
    print(f"\na process that joins the {len(segments)} segments: {memory} MB at most")
    print("\n| arrays | bytes an article |\n|---|---|")
    for name, size in [*room.most_common(16), ("all", room.total())]:
        print(f"| {name} | {size / len(documents):,.0f} |")


def analysed(documents):
    """Syllables a second of processor time, once the words are known; the better of two rounds."""
    texts = [text for each in documents for _, text in each.parts()]
    syllables = sum(len(WORD.findall(text)) for text in texts)
    lexicon = Lexicon()
    rounds = []
    for _ in range(3):
        rest = iter(texts)
        start = time.process_time()
        while some := list(islice(rest, 3 * AT_ONCE)):
            terms_of(lexicon, some, [""] * len(some))
        rounds.append(time.process_time() - start)
    return syllables / min(rounds[1:])


def built(documents, folder):
    """Seconds by step, and the segments, as one building process makes them."""
    steps, segments = Counter(), []
    lexicon = Lexicon()
    rows = iter(documents)
    while some := list(islice(rows, BATCH)):
        batch = Batch(lexicon)
        steps["analysing"] += timed(lambda b=batch, s=some: [b.add(each) for each in s])
        arrays = {}
        steps["inverting, compressing"] += timed(lambda b=batch, a=arrays: a.update(b.arrays()))
        entries = []
        steps["writing"] += timed(lambda a=arrays, e=entries: e.append(writing.build(folder, a)))
        segments.append(Segment(folder / f"{entries[0].name}.part", Cache(1)))
    return steps, segments


def join(segments, folder):
    alive = [np.zeros(len(segment), bool) for segment in segments]
    writing.build(folder, joining.joined(folder, segments, alive)[0])


def joined_apart(names, folder):
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(most_memory, names, folder).result()


def most_memory(names, folder):
    """Megabytes resident at the most, those of this module included."""
    join([Segment(folder / f"{name}.part", Cache(1)) for name in names], folder)
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def sizes(file):
    """Bytes by array; `.at` and `.value` of packed numbers with their array."""
    room = Counter()
    for name, array in file.arrays.items():
        room[name.removesuffix(".at").removesuffix(".value")] += array.nbytes
    return room


def timed(call):
    start = time.process_time()
    call()
    return time.process_time() - start


if __name__ == "__main__":
    main()
