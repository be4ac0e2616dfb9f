"""A browser for tests that make rows directly, where no import or edit keeps the sums in step."""

from unittest import mock

from django.db import connection
from django.test import Client

from archive import sums


class SummingClient(Client):
    """Before each request the sums are made anew; the queries that this takes count as nobody's."""

    def request(self, **request):
        with mock.patch.object(connection, "force_debug_cursor", new=False):
            sums.rebuild()
        return super().request(**request)
