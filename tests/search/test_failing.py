"""A write that fails leaves the index as it was and nothing beside it."""

import errno
import os
import signal
from contextlib import ExitStack

import pytest

from archive.search.backends.whoosh_arrays import engine, workers, writing
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
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
    with pytest.raises(workers.IndexingError, match="unchanged"):
        empty.rebuild(DOCUMENTS)
    assert dict(empty.digests()) == {1: "1-1"}
    assert not list(empty.folder.glob("*.part"))


def killed(folder, run, _given):
    (folder / f"{run}half.part").write_bytes(b"half a segment")
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("write", ["add", "rebuild"])
def test_a_busy_index_keeps_nothing_of_what_was_built(empty, monkeypatch, write):
    monkeypatch.setattr(writing, "PATIENCE", 0)

    def reading():
        yield from DOCUMENTS
        held.enter_context(writing.locked(empty.folder))

    with ExitStack() as held, pytest.raises(writing.IndexBusyError):
        getattr(empty, write)(reading())
    assert not list(empty.folder.glob("*.part"))


def test_a_commit_passes_over_what_another_process_takes_away_meanwhile(empty):
    """A rebuild joins its parts, and takes them away, without the lock."""
    (empty.folder / "0123.part").symlink_to("nowhere")  # listed, and gone when it is looked at
    empty.add(DOCUMENTS)
    assert set(dict(empty.digests())) == {1, 2, 3, 4}
