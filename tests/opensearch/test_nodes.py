"""A node is killed while articles are indexed and while they are searched.

An article is accepted when `add` returns. One that was refused is offered again, as `index update` does.
"""

import threading
import time

import pytest

from archive.search.backends.opensearch.engine import OpenSearchEngine
from archive.search.engine import SearchUnavailableError
from archive.search.index import engine_at
from archive.search.parsing import parse
from tests.search.documents import document

BATCH, BATCHES = 20, 30
KILL_AFTER = 10  # batches
READERS = 3


@pytest.fixture
def engine(cluster, prefix):
    """On a whole cluster, every article on two of its three nodes."""
    cluster.wait(nodes=3)
    engine = engine_at(cluster.url(prefix, shards=3, replicas=1))
    engine.rebuild([])
    yield engine
    for number in range(3):
        if number not in cluster.processes:
            cluster.start(number)
    cluster.wait(nodes=3)
    engine.destroy()


def manager(cluster):
    """The number of the node that leads."""
    [row] = cluster.get(next(iter(cluster.processes)), "/_cat/cluster_manager?format=json")
    return cluster.names.index(row["node"])


def victims(cluster):
    leader = manager(cluster)
    return {"the manager": leader, "another": (leader + 1) % 3}


def batch(number):
    first = number * BATCH + 1
    return [document(n, f"Tin số {n}", "Hội nghị bàn việc.") for n in range(first, first + BATCH)]


def accepted(engine, documents):
    """Add until the cluster has taken them; how often it refused."""
    for refused in range(30):
        try:
            engine.add(documents)
        except SearchUnavailableError:
            continue
        return refused
    raise AssertionError("the cluster did not come back")


class Reader(threading.Thread):
    """Searches all the time. No answer may lack an article that was accepted before it was asked."""

    def __init__(self, address, kept):
        super().__init__()
        self.engine, self.kept = OpenSearchEngine(address), kept
        self.ended = threading.Event()
        self.answers, self.lacking, self.failures, self.slowest = 0, [], [], 0.0

    def run(self):
        while not self.ended.is_set():
            start, least = time.perf_counter(), len(self.kept)
            try:
                total = self.engine.find(parse("hội nghị")).total
            except Exception as error:  # noqa: BLE001 - a thread that dies tells nobody
                self.failures.append(repr(error))
            else:
                self.answers += 1
                if total < least:
                    self.lacking.append((total, least))
            self.slowest = max(self.slowest, time.perf_counter() - start)


@pytest.mark.parametrize("which", ["the manager", "another"])
def test_nothing_is_lost_and_searches_go_on(cluster, engine, which, capsys):
    victim = victims(cluster)[which]
    kept = []
    readers = [Reader(engine.address, kept) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    refused = 0
    for number in range(BATCHES):
        if number == KILL_AFTER:  # it dies while the next batches are on their way
            threading.Timer(0.05, cluster.kill, [victim]).start()
        documents = batch(number)
        refused += accepted(engine, documents)
        kept += [document.id for document in documents]
    for reader in readers:
        reader.ended.set()
        reader.join()
    assert victim not in cluster.processes
    assert set(dict(engine.digests())) == set(kept)
    with capsys.disabled():
        print(
            f"\nkilled {which}: {len(kept)} articles accepted and kept, {refused} bundles offered again;"
            f" {sum(r.answers for r in readers)} searches, {sum(len(r.failures) for r in readers)} failed,"
            f" the slowest took {max(r.slowest for r in readers):.1f} s"
        )
    assert [reader.lacking for reader in readers] == [[]] * READERS
    assert [reader.failures for reader in readers] == [[]] * READERS
    cluster.start(victim)
    cluster.wait(nodes=3)
    assert set(dict(engine.digests())) == set(kept)


def test_a_rebuild_goes_through(cluster, engine):
    victim = victims(cluster)["another"]

    def rows():
        for number in range(BATCHES):
            yield from batch(number)
            if number == KILL_AFTER:
                cluster.kill(victim)

    engine.rebuild(rows())
    assert len(dict(engine.digests())) == BATCH * BATCHES
