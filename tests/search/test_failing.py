"""A write that fails leaves the index as it was and nothing beside it; an index that is broken says what to do."""

import errno
import os
import signal
from contextlib import ExitStack

import pytest

from archive.search.backends.whoosh_arrays import contents, engine, merging, workers, writing
from archive.search.backends.whoosh_arrays.arrayfile import BrokenFileError
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.engine import SearchUnavailableError
from archive.search.parsing import parse
from tests.search.documents import DOCUMENTS, KINH_MON


@pytest.fixture
def empty(tmp_path):
    return WhooshEngine(tmp_path / "index")


@pytest.mark.parametrize("write", ["add", "rebuild"])
def test_a_write_that_fails_leaves_nothing_behind(empty, monkeypatch, write):
    monkeypatch.setattr(engine, "BATCH", 1)

    def reading():
        yield from DOCUMENTS
        raise ConnectionError("the database is gone")

    with pytest.raises(ConnectionError):
        getattr(empty, write)(reading())
    assert not list(empty.folder.glob("*.part"))


def test_a_full_disk_is_not_filled_further(empty, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        empty.add(DOCUMENTS)
    assert not list(empty.folder.glob("*.part"))


@pytest.mark.parametrize("step", ["build_here", "join"])
def test_a_killed_process_fails_the_run(empty, monkeypatch, step):
    empty.add([KINH_MON])
    monkeypatch.setattr(engine, "BATCH", 2)
    monkeypatch.setattr(workers, step, killed)
    with pytest.raises(SearchUnavailableError, match="unchanged"):
        empty.rebuild(DOCUMENTS)
    assert dict(empty.digests()) == {1: "1-1"}
    assert not list(empty.folder.glob("*.part"))


def killed(folder, run, _given):
    (folder / f"{run}half.part").write_bytes(b"half a segment")
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_busy_index_says_so(empty, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE", 0)
    empty.add(DOCUMENTS)
    with writing.locked(empty.folder), pytest.raises(SearchUnavailableError, match="index update"):
        empty.remove([1])


@pytest.mark.parametrize("write", ["add", "rebuild"])
def test_a_busy_index_keeps_nothing_of_what_was_built(empty, monkeypatch, write):
    monkeypatch.setattr(writing, "PATIENCE", 0)

    def reading():
        yield from DOCUMENTS
        held.enter_context(writing.locked(empty.folder))

    with ExitStack() as held, pytest.raises(SearchUnavailableError):
        getattr(empty, write)(reading())
    assert not list(empty.folder.glob("*.part"))


def test_a_commit_passes_over_what_another_process_takes_away_meanwhile(empty):
    """A rebuild joins its parts, and takes them away, without the lock."""
    (empty.folder / "0123.part").symlink_to("nowhere")  # listed, and gone when it is looked at
    empty.add(DOCUMENTS)
    assert set(dict(empty.digests())) == {1, 2, 3, 4}


# --- files that are missing or broken


def emptied(path):
    path.write_bytes(b"")


@pytest.mark.parametrize(
    "damage", [lambda b: b[: len(b) // 2], lambda b: b[:-40] + b"x" * 40, lambda _: b""]
)
def test_a_damaged_segment_is_named(empty, damage):
    empty.add(DOCUMENTS)
    [path] = empty.folder.glob("*.segment")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(BrokenFileError, match=path.name):
        WhooshEngine(empty.folder).find(parse("Kinh"))


def test_missing_files_are_said(empty, monkeypatch):
    monkeypatch.setattr("archive.search.backends.whoosh_arrays.snapshot.RETRIES", 2)
    empty.add(DOCUMENTS)
    for path in empty.folder.glob("*.segment"):
        path.unlink()
    with pytest.raises(SearchUnavailableError, match="index rebuild"):
        WhooshEngine(empty.folder).find(parse("Kinh"))
    with pytest.raises(SearchUnavailableError, match="missing: rebuild"):
        empty.remove([1])


def test_a_merge_says_which_file_is_missing(empty):
    empty.add(DOCUMENTS)
    next(empty.folder.glob("*.segment")).unlink()
    with pytest.raises(BrokenFileError, match="missing: rebuild"):
        merging.merge(empty.folder, contents.read(empty.folder).entries, empty.cache)


@pytest.mark.parametrize(
    ("file", "damage"),
    [("*.segment", os.unlink), ("*.segment", emptied), ("contents-*.json", emptied)],
)
def test_an_index_whose_files_are_missing_or_broken_can_be_rebuilt(empty, file, damage):
    """As the message says that a search ends with."""
    empty.add(DOCUMENTS[:2])
    damage(next(empty.folder.glob(file)))
    with pytest.raises(SearchUnavailableError, match="rebuild"):
        WhooshEngine(empty.folder).find(parse("Kinh"))
    empty.rebuild(DOCUMENTS)
    assert set(dict(empty.digests())) == {1, 2, 3, 4}
    assert len(list(empty.folder.glob("*.segment"))) == 1
