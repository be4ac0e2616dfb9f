"""The OpenSearch engine keeps the contract of every engine."""

import pytest

from tests.search.contract import EngineContract


class TestOpenSearch(EngineContract):
    @pytest.fixture
    def empty(self, empty):
        return empty
