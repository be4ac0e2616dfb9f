import pytest

from archive.search.backends.memory import MemoryEngine
from archive.search.backends.whoosh_engine import WhooshEngine
from archive.search.parsing import parse
from tests.search.contract import GROUPS, EngineContract
from tests.search.documents import DOCUMENTS


class TestWhoosh(EngineContract):
    @pytest.fixture
    def empty(self, tmp_path):
        return WhooshEngine(tmp_path / "index")

    def test_another_process_sees_a_commit(self, empty, tmp_path):
        empty.add(DOCUMENTS)
        assert set(WhooshEngine(tmp_path / "index").digests()) == {1, 2, 3, 4}

    def test_the_old_generation_is_gone_after_a_rebuild(self, empty, tmp_path):
        empty.rebuild(DOCUMENTS)
        empty.rebuild(DOCUMENTS)
        assert len([path for path in (tmp_path / "index").iterdir() if path.is_dir()]) == 1

    def test_it_agrees_with_the_reference(self, empty):
        memory = MemoryEngine()
        for engine in (empty, memory):
            engine.rebuild(DOCUMENTS)
        for text in [spelling for spellings, _ in GROUPS for spelling in spellings]:
            query = parse(text)
            ours, reference = empty.find(query), memory.find(query)
            assert {h.id for h in ours.hits} == {h.id for h in reference.hits}, text
            assert ours.facets == reference.facets
