"""A node is killed while articles are indexed and while they are searched.

An article is accepted when `add` returns. One that was refused is offered again, as `index update` does.
"""

import json
import threading
import time

import pytest

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


@pytest.mark.parametrize("which", ["the manager", "another"])
def test_no_accepted_article_is_lost(cluster, engine, which, capsys):
    victim = victims(cluster)[which]
    refused = 0
    for number in range(BATCHES):
        if number == KILL_AFTER:  # dies while the next batches are on their way
            threading.Timer(0.05, cluster.kill, [victim]).start()
        refused += accepted(engine, batch(number))
    assert victim not in cluster.processes
    everything = set(range(1, BATCH * BATCHES + 1))
    assert set(engine.digests()) == everything
    assert engine.find(parse("hội nghị")).total == len(everything)
    cluster.start(victim)
    cluster.wait(nodes=3)
    assert set(engine.digests()) == everything
    with capsys.disabled():
        print(
            f"\nkilled {which} while indexing: {len(everything)} accepted and kept, {refused} refusals"
        )


@pytest.mark.parametrize("which", ["the manager", "another"])
def test_a_rebuild_goes_through(cluster, engine, which):
    victim = victims(cluster)[which]

    def rows():
        for number in range(BATCHES):
            yield from batch(number)
            if number == KILL_AFTER:
                cluster.kill(victim)

    engine.rebuild(rows())
    assert len(engine.digests()) == BATCH * BATCHES


@pytest.mark.parametrize("which", ["the manager", "another"])
def test_searches_go_on(cluster, engine, which, capsys):
    """Every answer is whole: the same total, before, while and after the node dies."""
    for number in range(5):
        accepted(engine, batch(number))
    victim = victims(cluster)[which]
    ended, answers, failures, slowest = threading.Event(), [], [], [0.0]

    def reader():
        one = engine.__class__(engine.address)
        while not ended.is_set():
            start = time.perf_counter()
            try:
                answers.append(one.find(parse("hội nghị")).total)
            except SearchUnavailableError as error:
                failures.append(str(error))
            slowest[0] = max(slowest[0], time.perf_counter() - start)

    readers = [threading.Thread(target=reader) for _ in range(READERS)]
    for thread in readers:
        thread.start()
    time.sleep(2)
    before = len(answers)
    cluster.kill(victim)
    time.sleep(6)
    ended.set()
    for thread in readers:
        thread.join()
    with capsys.disabled():
        told = {
            "before": before,
            "after": len(answers) - before,
            "slowest, s": round(slowest[0], 1),
        }
        print(f"\nkilled {which} while searching: {json.dumps(told)}")
    assert failures == []
    assert set(answers) == {5 * BATCH}
    assert len(answers) > before
