"""What needs PostgreSQL. Under SQLite these tests are skipped, and `test_short.py` runs them on a server of its own."""

import os

import pytest
from django.db import connection

from tests.importing.conftest import places, save
from tests.postgres.installation import Installation, drop_database, new_database

__all__ = ["places", "save"]


@pytest.fixture
def on_postgres():
    if connection.vendor != "postgresql":
        pytest.skip(
            "the tests run on SQLite; `make test-postgres` and test_short.py run this on PostgreSQL"
        )


@pytest.fixture
def installation(tmp_path_factory, request, django_db_blocker):
    """`installation("a")`: an empty installation on PostgreSQL with a database of that name."""
    names = []

    def make(name):
        names.append(f"{request.node.name[:20]}_{name}_{os.getpid()}")
        with django_db_blocker.unblock():
            return Installation(tmp_path_factory.mktemp(name), new_database(names[-1]))

    yield make
    with django_db_blocker.unblock():
        for name in names:
            drop_database(name)
