"""Periods and days as people write them."""

import datetime

import pytest

from archive.vietnamese.dates import parse_day, vi_day
from archive.vietnamese.periods import parse_period, period_words

CODES = {
    "2022": ["2022", "năm 2022", "cả năm 2022"],
    "2022-H1": ["6 tháng đầu năm 2022", "6 tháng 2022", "06 tháng đầu năm 2022", "2022-H1"],
    "2022-H2": ["6 tháng cuối năm 2022"],
    "2020-9M": ["9 tháng đầu năm 2020", "9 tháng, 2020", "9 tháng năm 2020"],
    "2021-Q3": ["quý 3 năm 2021", "quý III/2021", "Quý 3/2021"],
    "2022-07": ["tháng 7/2022", "tháng 07 năm 2022"],
    "2020/2025": ["nhiệm kỳ 2020-2025", "2020 - 2025", "2020–2025"],
    "2024-06-30": ["30/6/2024", "ngày 30.6.2024", "đến 30-06-2024"],
}


@pytest.mark.parametrize(("code", "words"), [(c, w) for c, ws in CODES.items() for w in ws])
def test_reads_a_period(code, words):
    assert parse_period(words) == code


@pytest.mark.parametrize("code", CODES)
def test_reads_the_words_that_it_writes(code):
    assert parse_period(period_words(code)) == code


@pytest.mark.parametrize("words", ["", "hôm qua", "13 tháng 2022", "quý 5/2022", "22"])
def test_refuses_what_is_no_period(words):
    with pytest.raises(ValueError):
        parse_period(words)


@pytest.mark.parametrize("words", ["13/7/2022", "13-07-2022", "ngày 13.7.2022", "2022-07-13"])
def test_reads_a_day(words):
    assert parse_day(words) == datetime.date(2022, 7, 13)


@pytest.mark.parametrize("words", ["", "13/7", "31/2/2022", "7/2022"])
def test_refuses_what_is_no_day(words):
    with pytest.raises(ValueError):
        parse_day(words)


def test_writes_a_day():
    assert vi_day(datetime.date(2022, 7, 3)) == "3/7/2022"
