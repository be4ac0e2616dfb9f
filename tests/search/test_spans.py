"""Dates and numbers of documents are found near hints as in the whole text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.spans import names_between, names_in

PIECES = (
    "9 12 7 2020 2025 tháng thang THÁNG ngày Ngày năm nam quý quí Quy II IV iv / - . , ( ) đạt Đ 05 CT QĐ UBND TW x 1234"
).split(" ")
texts = st.lists(st.sampled_from([*PIECES, " ", " ", " ", "\n"]), max_size=40).map("".join)


@given(texts | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_nothing_is_overlooked(text):
    assert sorted(names_in(text)) == sorted(names_between(text, 0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "ngày 9 tháng 7 năm 2020",
        "09/7/2020",
        "2020-07-09",
        "tháng 12/2021",
        "quý II/2020",
        "Quý 3 năm 2021",
        "2020 - 2025",
        "05-CT/TW",
        "12/2017/QĐ-UBND",
    ],
)
def test_each_form_alone_and_in_a_row(text):
    row = f"Từ {'x' * 50} {text}. {'y ' * 40}({text}) và {text}"
    assert len(list(names_in(text))) >= 1
    assert len(list(names_in(row))) == len(list(names_between(row, 0, len(row)))) >= 3
