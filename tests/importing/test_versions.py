"""Captures come in any order: versions stand in the order in which they were taken, the newest is shown."""

import datetime

import pytest

from archive.models import ArticleVersion, Capture, Mention

URL = "https://example.org/1"


def moment(year):
    return datetime.datetime(year, 5, 6, tzinfo=datetime.UTC)


def years(article):
    """Authors, which here are years, in the order of versions."""
    return [version.author for version in ArticleVersion.objects.filter(article=article)]


@pytest.fixture
def seen(save):
    """`seen(2020)` → the page as it was in that year, which its author tells."""
    return lambda year: save(
        content=f"{year}".encode(), url=URL, author=f"{year}", captured_at=moment(year)
    )


@pytest.mark.parametrize(
    "order", [(2020, 2021, 2022), (2022, 2021, 2020), (2021, 2022, 2020), (2022, 2020, 2021)]
)
def test_versions_stand_in_the_order_of_captures(seen, order):
    for year in order:
        article, outcome = seen(year)
    assert outcome == "updated"
    assert years(article) == ["2020", "2021", "2022"]
    assert article.current.author == "2022"
    assert Capture.objects.count() == 3


def test_an_older_capture_changes_neither_the_article_nor_its_facts(save):
    save(url=URL, title="Mới", captured_at=moment(2022))
    article, _ = save(url=URL, title="Cũ", officials=(), content=b"old", captured_at=moment(2020))
    article.refresh_from_db()
    assert article.title == "Mới"
    assert Mention.objects.count() == 1


def test_the_text_that_is_shown_was_seen_again_before_another_came(seen, save):
    seen(2020)
    save(content=b"again", url=URL, author="2020", captured_at=moment(2022))
    article, _ = seen(2021)
    assert years(article) == ["2021", "2020"]
    assert article.current.author == "2020"


def test_a_capture_without_a_time_is_the_newest(seen, save):
    seen(2020)
    article, _ = save(content=b"new", url=URL, author="nay")
    assert article.current.author == "nay"
