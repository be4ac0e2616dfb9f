"""Pages that show a page of a list read no big table from end to end: their indexes are there, and fit.

On few rows the planner would read them whole, and rightly; so it is told to do that only where nothing else is left.
`python -m tests.bench.scale --articles 1000000 --plans` shows the plans that it makes by itself.
"""

import os

import pytest
from django.core.management import call_command
from django.db import connection

from tests.bench.scale.filling import analyse, fill
from tests.bench.scale.pages import pages
from tests.bench.scale.plans import client, read_whole, visit

ARTICLES = int(os.environ.get("SCALE_ARTICLES", "600"))
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("on_postgres")]


def test_no_page_of_a_list_reads_a_big_table_whole(settings):
    settings.SEARCH_URL = "memory://plans"
    fill(ARTICLES)
    analyse()
    browser = client()
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
    try:
        found = {
            f"{name}: {sql[:200]}": whole
            for name, path in pages().items()
            for _, sql in visit(browser, path).queries
            if (whole := read_whole(sql))
        }
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET enable_seqscan")
        call_command("flush", interactive=False, verbosity=0)
    assert found == {}


def test_a_plan_that_reads_a_table_whole_is_seen():
    sql = "SELECT count(*) FROM archive_observation WHERE value > 3"
    assert read_whole(sql) == {"archive_observation"}
