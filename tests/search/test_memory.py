import pytest

from archive.search.backends.memory import MemoryEngine
from tests.search.contract import EngineContract


class TestMemory(EngineContract):
    @pytest.fixture
    def empty(self):
        return MemoryEngine()
