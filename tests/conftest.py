"""How many processes run the tests, and which tests begin first."""

import os

import pytest


@pytest.hookimpl
def pytest_xdist_auto_num_workers():
    """One more than there are cores: tests wait a quarter of their time, for browsers, disks and processes."""
    return len(os.sched_getaffinity(0)) + 1


def pytest_collection_modifyitems(items):
    """Long tests first, so that at the end no process is left alone with one."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
