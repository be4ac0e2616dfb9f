"""Queries never fail: what cannot be read is ignored, and said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.backends.memory import MemoryEngine
from archive.search.engine import answer
from archive.search.parsing import MOST, parse
from archive.search.query import sought
from tests.search.documents import DOCUMENTS

ENGINE = MemoryEngine()
ENGINE.add(DOCUMENTS)


def found(text):
    return {hit.id for hit in answer(ENGINE, parse(text)).hits}


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ('"hội nghị', ('"',)),
        ("hội nghị -", ("-",)),
        ("(hội nghị", ("(",)),
        ("hội nghị)", (")",)),
        ("màu:xanh", ("màu:",)),
        ("từ:hôm-qua họp", ("hôm-qua",)),
        ("hội * nghị? a*", ("*", "?")),
    ],
)
def test_what_is_ignored_is_said(text, ignored):
    assert set(ignored) <= set(parse(text).ignored)


@pytest.mark.parametrize(
    "text", ["OR", "-", '"', "()", "((((", "tiêu-đề:", "* ? ~", "x " * 5000, "\x00"]
)
def test_odd_queries_are_answered(text):
    answer(ENGINE, parse(text))


@pytest.mark.parametrize(
    "text",
    ["hội nghị " * 1200, "(" * 10_000, '"' * 10_000, "UBND OR " * 1250, "-a " * 3333, "á" * 10_000],
)
def test_ten_kilobytes_are_bounded(text):
    query = parse(text)
    assert len(list(sought(query.node))) <= MOST * 8
    assert query.ignored
    answer(ENGINE, query)


@given(st.text(max_size=200))
def test_any_text_is_answered(text):
    answer(ENGINE, parse(text))
