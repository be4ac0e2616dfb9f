"""What is read from retold samples alone is kept from the search engines of others."""

import pytest

from tests.browse import rows

NOINDEX = '<meta name="robots" content="noindex">'
READ_FROM_ARTICLES = (
    "article",
    "meeting",
    "/can-bo/sai-thi-yen/",
    "/so-lieu/tong-thu-ngan-sach/",
    "/nguon/cong-tin/",
)


@pytest.fixture(params=READ_FROM_ARTICLES)
def source_of(request, db, client):
    def get(*articles):
        own = {
            "article": articles[0].get_absolute_url(),
            "meeting": articles[0].meetingreports.first().meeting.get_absolute_url(),
        }
        return client.get(own.get(request.param, request.param)).content.decode()

    return get


def test_pages_of_samples_are_not_for_robots(source_of):
    article = rows.full_article()
    article.source.is_sample = True
    article.source.save()
    assert NOINDEX in source_of(article)


def test_pages_of_portals_are(source_of):
    assert NOINDEX not in source_of(rows.full_article())
