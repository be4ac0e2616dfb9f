"""The Whoosh engine: the contract, and what only an index on disk can do."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from archive.search.backends.memory import MemoryEngine
from archive.search.backends.whoosh_arrays import contents, engine, merging, workers
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.engine import OutdatedIndexError
from archive.search.parsing import parse
from tests.search.contract import GROUPS, EngineContract
from tests.search.documents import DOCUMENTS, KINH_MON, NAM_SACH, document


@pytest.fixture
def empty(tmp_path):
    return WhooshEngine(tmp_path / "index")


class TestWhoosh(EngineContract):
    @pytest.fixture
    def empty(self, tmp_path):
        return WhooshEngine(tmp_path / "index")


def test_it_agrees_with_the_reference(empty):
    memory = MemoryEngine()
    for each in (empty, memory):
        each.rebuild(DOCUMENTS)
    for text in [spelling for spellings, _ in GROUPS for spelling in spellings]:
        ours, reference = empty.find(parse(text)), memory.find(parse(text))
        assert [hit.id for hit in ours.hits] == [hit.id for hit in reference.hits], text
        assert ours.facets == reference.facets


# --- several processes and threads


def test_another_process_sees_a_commit(empty):
    reader = WhooshEngine(empty.folder)
    assert dict(reader.digests()) == {}
    empty.add(DOCUMENTS)
    assert set(dict(reader.digests())) == {1, 2, 3, 4}


def test_threads_search_while_others_write(empty):
    empty.add(DOCUMENTS)

    def write(n):
        empty.add([document(n, "Kinh Môn", f"bài {n}")])

    def read(_):
        return empty.find(parse("Kinh OR Duy")).total

    with ThreadPoolExecutor(4) as pool:
        written = [pool.submit(write, n) for n in range(10, 40)]
        totals = list(pool.map(read, range(100)))
    for future in written:
        future.result()
    assert min(totals) >= 2
    assert read(None) == 32


def test_a_search_keeps_its_snapshot(empty):
    empty.add(DOCUMENTS)
    before = empty.snapshots.current()
    empty.rebuild([KINH_MON])
    assert sum(part.everything().number for part in before.parts) == 4
    assert before.parts[0].segment.body(1)


# --- rebuilding


def test_changes_made_while_rebuilding_win(empty):
    empty.add(DOCUMENTS)

    def reading():
        yield from DOCUMENTS
        empty.add([replace(KINH_MON, title="Mới", digest="1-2"), document(9, "Chín", "thêm")])
        empty.remove([NAM_SACH.id])

    empty.rebuild(reading())
    assert dict(empty.digests()) == {1: "1-2", 3: "3-1", 4: "4-1", 9: "9-1"}


def test_changes_made_while_an_index_is_built_for_the_first_time_win(empty):
    def reading():
        yield from DOCUMENTS[:2]
        empty.add([replace(DOCUMENTS[0], digest="1-2"), document(9, "Chín", "thêm")])

    empty.rebuild(reading())
    assert dict(empty.digests()) == {1: "1-2", 2: "2-1", 9: "9-1"}


def test_a_rebuild_leaves_nothing_behind(empty):
    empty.rebuild(DOCUMENTS)
    empty.rebuild(DOCUMENTS)
    assert len(list(empty.folder.glob("*.segment"))) == 1
    assert not list(empty.folder.glob("*.part"))


def test_processes_build_the_same_as_one(empty, monkeypatch):
    monkeypatch.setattr(engine, "BATCH", 3)
    many = [document(n, f"bài {n}", f"Kinh Môn {n % 7}") for n in range(1, 12)]
    empty.rebuild(many)
    assert set(dict(empty.digests())) == set(range(1, 12))
    assert empty.find(parse('"Kinh Môn 3"')).total == 2
    assert len(contents.read(empty.folder).entries) == 1


def test_a_rebuild_leaves_as_few_segments_as_have_room(empty, monkeypatch):
    """Of articles that were given twice the last is found."""
    monkeypatch.setattr(engine, "BATCH", 2)
    monkeypatch.setattr(workers, "MOST_DOCUMENTS", 4)
    many = [document(n % 8 + 1, f"bài {n}", f"Kinh Môn {n}") for n in range(9)]
    empty.rebuild(many)
    assert [entry.documents for entry in contents.read(empty.folder).entries] == [4, 4, 1]
    assert set(dict(empty.digests())) == set(range(1, 9))
    assert [empty.find(parse(f'"Môn {n}"')).total for n in (0, 1, 8)] == [0, 1, 1]
    assert not list(empty.folder.glob("*.part"))


# --- merging


def test_small_segments_are_merged(empty):
    for n in range(1, 30):
        empty.add([document(n, f"bài {n}", "Kinh Môn")])
    entries = contents.read(empty.folder).entries
    assert len(entries) < 2 * merging.FANOUT
    assert empty.find(parse('"Kinh Môn"')).total == 29


@pytest.fixture
def larger(empty, monkeypatch):
    """An engine to which every merge is too large to be done at once, before the change that asks for one."""
    monkeypatch.setattr(engine, "SMALL", 0)
    for n in range(1, merging.FANOUT):
        empty.add([document(100 + n, f"bài {n}", "Kinh Môn")])
    return empty


def test_larger_segments_are_merged_by_another_process(larger):
    assert larger.merger is None
    larger.add([NAM_SACH])
    larger.merger.join(60)
    assert (larger.merger.exitcode, len(contents.read(larger.folder).entries)) == (0, 1)
    assert larger.find(parse('"Kinh Môn"')).total == merging.FANOUT - 1


def test_a_merging_process_that_is_killed_takes_nothing_and_the_next_change_tries_again(larger):
    larger.add([NAM_SACH])
    larger.merger.kill()
    larger.merger.join(60)
    assert larger.find(parse('"Kinh Môn"')).total == merging.FANOUT - 1
    larger.add([KINH_MON])
    larger.merger.join(60)
    assert (larger.merger.exitcode, len(contents.read(larger.folder).entries)) == (0, 1)


def test_deletions_during_a_merge_are_kept(empty, monkeypatch):
    for n in (1, 2):
        empty.add([document(n, f"bài {n}", "Kinh Môn")])
    joined = merging.joined

    def slow(*arguments):
        made = joined(*arguments)
        empty.remove([1])
        empty.add([document(3, "ba", "Kinh Môn")])
        return made

    monkeypatch.setattr(merging, "joined", slow)
    merging.merge(empty.folder, contents.read(empty.folder).entries, empty.cache)
    assert set(dict(empty.digests())) == {2, 3}


# --- what does not fit


def test_an_older_index_is_refused_until_rebuilt(empty):
    (empty.folder / "current-v2").write_text("v2-1")
    (empty.folder / "v2-1").mkdir()
    with pytest.raises(OutdatedIndexError, match="index rebuild"):
        empty.find(parse("Kinh"))
    empty.rebuild(DOCUMENTS)
    assert empty.find(parse("Kinh")).total == 1
    assert not (empty.folder / "v2-1").exists()


def test_the_cache_stays_small(empty):
    empty.cache = empty.snapshots.cache = Cache(2000)
    empty.add(DOCUMENTS)
    for text in ("hoi nghi", "thi uy", "kinh mon", "nam sach", "ban chap hanh"):
        empty.find(parse(text))
    assert empty.cache.size <= 2000
