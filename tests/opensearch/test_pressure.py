"""A cluster that cannot take a change now is waited for: full disks, more at once than a node has memory for."""

import base64
import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from opensearchpy.exceptions import TransportError

from archive.search.backends.opensearch import engine as engines
from archive.search.backends.opensearch.bulk import Change, send
from archive.search.engine import SearchUnavailableError
from archive.search.index import engine_at
from tests.search.documents import KINH_MON, NAM_SACH

WRITERS, ROWS = 16, 4
HEAVY = base64.b64encode(
    os.urandom(800_000)
).decode()  # a bundle is 4 MB, a node allows itself some 38


def full(engine, *, is_full):
    """What a node does to its indices when its disk is nearly full, and when there is room again."""
    blocks = {"index.blocks.read_only_allow_delete": is_full or None}
    engine.client.indices.put_settings(index=engine.indices.live, body=blocks)


def test_a_change_waits_until_there_is_room_on_the_disk(empty):
    empty.rebuild([KINH_MON])
    full(empty, is_full=True)
    threading.Timer(1.0, full, [empty], {"is_full": False}).start()
    empty.add([NAM_SACH])
    assert set(dict(empty.digests())) == {1, 2}


def test_patience_ends_and_the_change_can_be_made_later(empty, monkeypatch):
    monkeypatch.setattr(engines, "PATIENCE", 0.5)
    empty.rebuild([KINH_MON])
    full(empty, is_full=True)
    with pytest.raises(SearchUnavailableError, match="took no changes"):
        empty.add([NAM_SACH])
    full(empty, is_full=False)
    empty.add([NAM_SACH])
    assert set(dict(empty.digests())) == {1, 2}


class Counting:
    """A client that counts how often the cluster turned it away."""

    def __init__(self, client):
        self.client, self.refused = client, 0

    def bulk(self, body, request_timeout):
        try:
            answer = self.client.bulk(body=body, request_timeout=request_timeout)
        except TransportError as error:
            self.refused += error.status_code == 429
            raise
        self.refused += any(item["index"]["status"] == 429 for item in answer["items"])
        return answer


def written(engine, start, writer):
    """Send what one writer has, when all are ready; how often it was turned away."""
    first = writer * ROWS + 1
    rows = [
        Change(
            "index", engine.indices.live, id_,
            json.dumps({"id": id_, "digest": "d", "shown": HEAVY}).encode(),
        )
        for id_ in range(first, first + ROWS)
    ]  # fmt: skip
    client = Counting(engine.client)
    start.wait()
    send(client, rows, engines.LONG_PATIENCE)
    return client.refused


def test_of_many_writers_at_once_none_loses_anything(cluster, prefix, capsys):
    cluster.wait(nodes=3)
    engine = engine_at(f"opensearch://127.0.0.1:{cluster.http[0]}/{prefix}?shards=1&replicas=1")
    engine.rebuild([])
    start = threading.Barrier(WRITERS)
    with ThreadPoolExecutor(WRITERS) as pool:
        refused = sum(pool.map(lambda writer: written(engine, start, writer), range(WRITERS)))
    engine.client.indices.refresh(index=engine.indices.live)
    with capsys.disabled():
        print(f"\n{WRITERS} writers of 4 MB at once: turned away {refused} times, all kept")
    assert len(dict(engine.digests())) == WRITERS * ROWS
    assert refused > 0
    engine.destroy()
