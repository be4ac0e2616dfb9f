"""A handful of tests on PostgreSQL in every run; `make test-postgres` runs all of them there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.postgres.server import NoServerError, server

ROOT = Path(__file__).resolve().parents[2]
HANDFUL = (
    "tests/postgres/test_order.py",
    "tests/postgres/test_together.py",
    "tests/models",
    "tests/browse/test_home.py::test_says_what_the_archive_holds",
)


@pytest.mark.skipif(connection.vendor == "postgresql", reason="the whole run is on PostgreSQL")
def test_a_handful_passes_on_postgresql():
    try:
        with server() as url:
            done = subprocess.run(
                [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *HANDFUL],
                cwd=ROOT,
                env={**os.environ, "DATABASE_URL": url, "PYTEST_XDIST_WORKER": "short"},
                capture_output=True,
                text=True,
                check=False,
            )
    except NoServerError as error:
        pytest.skip(str(error))
    assert done.returncode == 0, done.stdout[-3000:]
