"""A writer that is killed leaves the old index or the new one, and no lock.

Here it dies before each call that changes the disk, the rename of the table of contents among them.
`make test-kill` also kills it at hundreds of random moments.
"""

import os
import random
import signal
import time

import pytest

from archive.search.backends.whoosh_arrays import contents, merging
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.parsing import parse
from tests.search.documents import DOCUMENTS, DUY_TIEN, KINH_MON, document

CALLS = ("fsync", "rename", "unlink")
ROUNDS = int(os.environ.get("KILL_ROUNDS", "0"))


def add(engine):
    engine.add([document(1, "Mới", "Kinh Môn"), document(9, "Chín", "Kinh Môn")])


def merge(engine):
    merging.merge(engine.folder, contents.read(engine.folder).entries, engine.cache)


def rebuild(engine):
    engine.rebuild([document(n, f"bài {n}", "Kinh Môn") for n in range(20, 30)])


def remove(engine):
    engine.remove([KINH_MON.id, DUY_TIEN.id])


WRITES = [add, merge, rebuild, remove]


def dying(call, folder, before_death):
    """Run a write in a process that is killed before its n-th change of the disk; whether it was."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left = [before_death]

    def counted(function):
        def run(*arguments, **options):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments, **options)

        return run

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    call(WhooshEngine(folder))
    os._exit(0)


@pytest.mark.parametrize("call", WRITES)
def test_killed_at_each_step(call, tmp_path):
    after = state_after(call, tmp_path / "whole")
    seen = set()
    for step in range(100):
        folder = tmp_path / str(step)
        before = dict(filled(folder).digests())
        killed = dying(call, folder, step)
        seen.add(whole(folder, before, after))
        if not killed:
            break
    else:
        pytest.fail("the write never ended")
    assert step > 3
    assert "new" in seen


@pytest.mark.skipif(not ROUNDS, reason="make test-kill")
@pytest.mark.parametrize("call", WRITES)
def test_killed_at_any_moment(call, tmp_path):
    started = time.perf_counter()
    after = state_after(call, tmp_path / "whole")
    longest = 1.5 * (time.perf_counter() - started)
    for n in range(ROUNDS):
        folder = tmp_path / str(n)
        before = dict(filled(folder).digests())
        child = os.fork()
        if not child:
            call(WhooshEngine(folder))
            os._exit(0)
        time.sleep(random.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        whole(folder, before, after)


def filled(folder):
    engine = WhooshEngine(folder)
    engine.add(DOCUMENTS[:2])
    engine.add(DOCUMENTS[2:])
    return engine


def state_after(call, folder):
    engine = filled(folder)
    call(engine)
    return dict(engine.digests())


def whole(folder, before, after):
    """Which of the two the index is; it is whole, and can be written again."""
    engine = WhooshEngine(folder)
    held = dict(engine.digests())
    assert held in (before, after)
    assert engine.find(parse("")).total == len(held)
    engine.add([document(50, "Sau", "lại ghi được")])
    assert engine.find(parse('"lại ghi được"')).total == 1
    assert {path.stem for path in folder.glob("*.segment")} == {
        entry.name for entry in contents.read(folder).entries
    }
    return "new" if held == after else "old"
