"""Time grows with the page, whatever it repeats: no pattern goes over a text again and again.

The short form of `make bench-extract`, which goes up to 5 MB.
"""

from time import process_time

import pytest

from archive.extraction import extract
from archive.extraction.knowledge import Knowledge
from archive.pages import read
from archive.pages.page import PageError, RawPage
from tests.bench.shapes import HOSTILE, grown, hostile, nested

SHORT, LONG = 20_000, 160_000
ALLOWANCE = 0.5  # seconds of noise


def spent(text, media):
    start = process_time()
    try:
        extract(read(RawPage(text.encode(), media, "page")), Knowledge.load())
    except PageError:
        pass
    return process_time() - start


def assert_in_proportion(page, media="text"):
    short, long = spent(page(SHORT), media), spent(page(LONG), media)
    assert long < 2 * short * LONG / SHORT + ALLOWANCE


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_page_repeats(name):
    assert_in_proportion(lambda size: hostile(HOSTILE[name], size))


def test_a_long_article():
    assert_in_proportion(grown)


def test_elements_in_elements():
    assert_in_proportion(nested, "html")
