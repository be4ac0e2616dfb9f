"""Dates, numbers and periods in Vietnamese words."""

from datetime import date
from decimal import Decimal

import pytest

from archive.browse import words


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("2022", "năm 2022"),
        ("2022-H1", "6 tháng đầu năm 2022"),
        ("2022-H2", "6 tháng cuối năm 2022"),
        ("2020-9M", "9 tháng đầu năm 2020"),
        ("2022-Q1", "quý 1 năm 2022"),
        ("2022-07", "tháng 7/2022"),
        ("2020/2025", "nhiệm kỳ 2020-2025"),
        ("2024-06-30", "ngày 30/6/2024"),
        ("", ""),
    ],
)
def test_period(code, expected):
    assert words.period(code) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("31167", "31.167"), ("905.653000", "905,653"), ("1259.84", "1.259,84"), ("100", "100"), ("-3.2", "-3,2")],
)  # fmt: skip
def test_number(value, expected):
    assert words.number(Decimal(value)) == expected


@pytest.mark.parametrize(("value", "expected"), [("15.9", "+15,9"), ("-3.2", "−3,2"), ("0", "+0")])
def test_signed(value, expected):
    assert words.signed(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("26890.8542", "26.891"), ("1.52288", "1,523"), ("905.65", "905,7")]
)
def test_derived_value_has_no_decimals_past_its_fourth_digit(value, expected):
    assert words.rounded(Decimal(value)) == expected


def test_date():
    assert words.vi_date(date(2022, 7, 13)) == "13/7/2022"
    assert words.vi_date(None) == ""


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((date(2020, 2, 1), date(2021, 4, 3)), ", từ 1/2/2020 đến 3/4/2021"),
        ((date(2022, 7, 13), date(2022, 7, 13)), ", ngày 13/7/2022"),
        (("2020", "2022"), ", từ năm 2020 đến 2022"),
        (("2022", "2022"), ", năm 2022"),
        (None, ""),
    ],
)
def test_reach_of_a_list(ends, expected):
    assert words.reach(ends) == expected
