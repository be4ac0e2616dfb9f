from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.numbers import parse_number, parse_words, vi_number
from archive.vietnamese.roman import numeral, value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.259,84", "1259.84"),
        ("4854,7", "4854.7"),
        ("24,023", "24.023"),  # a comma is decimal even before three digits
        ("76.300", "76300"),
        ("832.270.966.973", "832270966973"),
        ("31. 881", "31881"),
        ("07", "7"),
    ],
)
def test_digits(text, number):
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "12.34", "1,2,3", "một", "1.2345"])
def test_what_is_no_number(text):
    with pytest.raises(ValueError, match="not a Vietnamese number"):
        parse_number(text)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("nhất", 1),
        ("tư", 4),
        ("mười", 10),
        ("mười bốn", 14),
        ("hai mươi mốt", 21),
        ("ba mươi lăm", 35),
        ("chín mươi", 90),
        ("trăm", None),
    ],
)
def test_words(words, number):
    assert parse_words(words) == number


@given(st.decimals(0, 10**12, places=3))
def test_written_numbers_read_back(number):
    assert parse_number(vi_number(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("XXVIII", 28), ("XL", 40), ("IIII", None), ("IX", 9), ("x", None), ("", None)],
)
def test_roman(text, number):
    assert value(text) == number


def test_roman_numerals_read_back():
    assert [value(numeral(n)) for n in range(1, 101)] == list(range(1, 101))
