"""Three nodes for the tests of this folder, where `make test-opensearch` asks for them."""

import os
from itertools import count

import pytest

from archive.search.index import engine_at
from tests.opensearch.cluster import Cluster, lacking

RUNNING = os.environ.get(
    "OPENSEARCH_URL", ""
)  # of a cluster that is there, as `make opensearch` prints
WANTED = os.environ.get("OPENSEARCH") == "1" or RUNNING
NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster():
    if not WANTED:
        pytest.skip("needs a real cluster: make test-opensearch")
    if reason := lacking():
        pytest.skip(f"no OpenSearch can be started: {reason}")
    with Cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def addressed(request):
    """From a prefix, the address of an engine in the cluster."""
    if RUNNING:
        host, _, _ = RUNNING.rpartition("/")
        return lambda prefix, options="": f"{host}/{prefix}?{options}"
    cluster = request.getfixturevalue("cluster")
    return lambda prefix, options="": cluster.url(prefix) + f"?{options}"


@pytest.fixture
def prefix():
    return f"test-{os.getpid()}-{next(NUMBERS)}"


@pytest.fixture
def empty(addressed, prefix):
    """An engine without an index, whose indices are deleted after the test."""
    engine = engine_at(addressed(prefix, "shards=2&replicas=1"))
    yield engine
    engine.destroy()
