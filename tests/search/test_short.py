"""Chunks of a row of texts, and the table of short ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.backends.whoosh_arrays.short import BITS, END, Short, row_of


@pytest.mark.parametrize(
    ("texts", "chunks"),
    [
        (["Kinh Môn"], ["Kinh", "Môn", END]),
        (["  một \n\n hai\n"], ["một", "hai", END]),
        (["", "a", " "], [END, "a", END, END]),
        (["😀 x", "𝐀𝐁𝐂𝐃𝐄"], ["😀", "x", END, "𝐀𝐁𝐂𝐃𝐄", END]),
        ([], []),
    ],
)
def test_chunks_stand_between_spaces_and_line_breaks(texts, chunks):
    row = row_of(texts)
    assert [row.text(at, at) for at in range(len(row.starts))] == chunks


def test_text_from_one_chunk_to_another_is_as_it_is_written():
    assert row_of(["ngày 9\ntháng  7 năm"]).text(1, 3) == "9\ntháng  7"


def test_chunks_of_more_than_eight_letters_are_not_told_by_their_numbers():
    assert row_of(["nghiêng, nghiêng.;"]).keys()[2].tolist() == [True, False, True]


words = st.text(
    st.characters(exclude_characters=f" \n\0{END}", codec="utf-8"), min_size=1, max_size=4
)


@given(st.lists(words, min_size=1, unique=True))
def test_short_chunks_are_told_apart(chunks):
    first, other, short = row_of([" ".join(chunks)]).keys()
    assert short.all()
    assert len(set(zip(first.tolist(), other.tolist(), strict=True))) == len(chunks) + 1


def test_what_is_kept_is_found_or_lost_and_never_mistaken():
    numbers = np.arange(1, 3 << BITS, dtype="u4")
    first, other = numbers.astype("u8") * 7, numbers.astype("u8") % 11
    short = Short()
    for some in np.array_split(np.arange(len(numbers)), 9):
        short.keep(first[some], other[some], numbers[some])
        assert (short.find(first[some], other[some]) == numbers[some]).mean() > 0.7
    found = short.find(first, other)
    assert set(found[found != numbers].tolist()) == {0}
    assert (found != 0).sum() > 1 << (BITS - 1)
