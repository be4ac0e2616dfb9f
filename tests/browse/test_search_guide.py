"""The guide shows each form of the query language on the archive's own data, with what it finds."""

import datetime
import re

import pytest

from archive.browse.guide import examples
from archive.search import index
from tests.browse import rows


@pytest.fixture
def archive(db):
    rows.full_article()
    rows.full_article(rows.district("Nam Sách", "huyện"), datetime.date(2020, 7, 9))
    index.engine().rebuild(index.documents())


def test_every_example_finds_what_it_says(archive, client):
    shown = [example for section in examples(index.engine()) for example in section.examples]
    assert len(shown) >= 12
    for example in shown:
        source = client.get("/tim/", {"q": example.query}).content.decode()
        assert re.search(rf"<strong>{example.total}\s", source), example.query


def test_examples_are_of_this_archive(archive, read):
    text = read("/tim/huong-dan/")
    assert "hoi nghi kinh mon" in text
    assert "13/7/2022" in text
    assert 'người:"Sái Thị Yến"' in text


def test_an_empty_archive_says_so(db, read):
    assert "Kho chưa có bài nào để làm ví dụ." in read("/tim/huong-dan/")
