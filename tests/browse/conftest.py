"""Pages are asked for as a browser asks, and the number of queries that one takes is held."""

import html
import re

import pytest

from tests.browse import rows
from tests.summing import SummingClient


@pytest.fixture
def client():
    return SummingClient()


@pytest.fixture(autouse=True)
def _own_index(settings, request):
    """Each test has an empty index of its own, in memory."""
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"


@pytest.fixture
def read(client):
    """`read("/bai/")` → the text of the page as a reader sees it, on single spaces."""

    def get(path, status=200):
        response = client.get(path, follow=True)
        assert response.status_code == status
        return readable(response.content.decode())

    return get


def readable(source):
    main = source[source.index("<main") : source.index("</main>")]
    joined = re.sub(r"</?(?:b|time|mark|strong)\b[^>]*>", "", main)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", joined)).split())


@pytest.fixture
def constant_queries(client, db, django_assert_max_num_queries):
    """`constant_queries(path, 12)`: at most so many, with five articles and with forty."""

    def check(path, most):
        for articles in (5, 35):
            rows.archive_of(articles)
            with django_assert_max_num_queries(most):
                assert client.get(path).status_code == 200

    return check
