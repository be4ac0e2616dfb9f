"""The quick pattern of tokens parts texts as the full one does."""

from hypothesis import given
from hypothesis import strategies as st

from archive.extraction.tokens import PLAIN, TOKEN


@given(st.text().filter(lambda text: "'" not in text and "_" not in text))
def test_texts_without_an_apostrophe_are_parted_alike(text):
    assert PLAIN.split(text) == TOKEN.split(text)
