"""What the process that saves does about memory leaves things as they were."""

import gc
import weakref

import pytest
from django.db import connection

from archive.importing.memory import CACHE, LOG, frozen, give_back, uncollected, widen_cache


class Circle:
    def __init__(self):
        self.own = self


def test_rubbish_waits_and_goes_at_the_end():
    with uncollected():
        assert not gc.isenabled()
        gone = weakref.ref(Circle())
        assert gone() is not None
    assert gone() is None
    assert gc.isenabled()


def test_a_fault_within_leaves_the_collector_on():
    with pytest.raises(ZeroDivisionError), uncollected():
        _ = 1 / 0
    assert gc.isenabled()


def test_what_stands_is_looked_at_again_afterwards():
    with frozen():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_free_memory_goes_back_or_nothing_happens():
    give_back()


@pytest.mark.django_db
def test_the_cache_is_as_wide_as_said():
    widen_cache()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            [(size,)] = cursor.execute("PRAGMA cache_size").fetchall()
            [(log,)] = cursor.execute("PRAGMA wal_autocheckpoint").fetchall()
        assert (size, log) == (-CACHE, LOG)
