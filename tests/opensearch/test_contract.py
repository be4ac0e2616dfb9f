"""The OpenSearch engine keeps the contract of every engine."""

import os

import pytest

from archive.search.index import engine_at
from tests.search.contract import EngineContract
from tests.search.documents import DOCUMENTS


@pytest.fixture(scope="module")
def shared(addressed):
    engine = engine_at(addressed(f"contract-{os.getpid()}", "shards=2&replicas=1"))
    yield engine
    engine.destroy()


class TestOpenSearch(EngineContract):
    @pytest.fixture
    def empty(self, empty):
        return empty

    @pytest.fixture
    def engine(self, shared):
        """Filled for the first test, and again after one that changed it: indices take seconds to make."""
        if dict(shared.digests()) != {one.id: one.digest for one in DOCUMENTS}:
            shared.rebuild(DOCUMENTS)
        return shared
