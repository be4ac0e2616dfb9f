"""Any text is read, in time that grows with its length, and spans stand on digits."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.vietnamese.normalise import clean
from tests.extraction.indicators.reading import figures

PIECES = st.sampled_from(
    [
        "Thu ngân sách",
        "đạt",
        "905",
        "tỷ",
        "653 triệu",
        "đồng",
        ",",
        ";",
        ".",
        "tăng",
        "5%",
        "kế hoạch",
        "so với cùng kỳ",
        "trong đó:",
        "10/13",
        "xã",
        "\n\n",
        "khiển trách",
        "07",
        "-",
        "từ",
        "năm 2022",
        "phấn đấu",
        "100%",
        "đến 31/2",
        "quý IV",
        "13 tháng",
        "3 lần",
        "gấp đôi",
        "giai đoạn 2016 - 2020",
        "Tổng đàn gia súc 100 con",
        "(",
        "nữ",
        "giảm còn",
        "tỷ lệ hộ nghèo",
        "1.2.3",
        "12,",
        "(",
        ")",
    ]
)


TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=300)
NUMBER = re.compile(r"-?\d+(\.\d*[1-9])?")
PERIOD = re.compile(
    r"\d{4}(-H[12]|-Q[1-4]|-([1-9]|1[0-2])M|-(0[1-9]|1[0-2])(-\d{2})?|/\d{4})?"
)  # as the database takes it


@given(TEXTS)
@settings(deadline=None)
def test_any_text_is_read_and_spans_stand_on_digits(body):
    body = clean(body)
    for figure in figures(body):
        assert 0 <= figure.span.start < figure.span.end <= len(body)
        assert any(c.isdigit() for c in body[figure.span.start : figure.span.end])


@given(TEXTS)
@settings(deadline=None)
def test_numbers_are_decimal_strings_and_times_are_coded(body):
    for figure in figures(clean(body)):
        numbers = (figure.value, figure.value_high, figure.plan_percent, figure.growth_percent)
        assert all(number is None or NUMBER.fullmatch(number) for number in numbers)
        times = (figure.period, figure.compared_with)
        assert all(time is None or PERIOD.fullmatch(time) for time in times)
        assert figure.name.strip() == figure.name != ""
        assert 0 < figure.confidence <= 1


@given(TEXTS)
@settings(deadline=None)
def test_every_total_is_a_figure_too(body):
    found = figures(clean(body))
    assert {figure.parent for figure in found} - {None} <= {figure.name for figure in found}


@given(TEXTS, st.integers(0, 300))
@settings(deadline=None)
def test_a_page_cut_short_is_read(body, end):
    figures(clean(body[:end]))


@pytest.mark.parametrize(
    "piece", ["1 ", "a, ", "tăng ", "1.000.", "trong đó ", "( ", "905 tỷ ", "đạt "]
)
def test_time_grows_with_length(piece):
    def seconds(count):
        body = piece * count
        start = time.perf_counter()
        figures(body)
        return time.perf_counter() - start

    seconds(500)
    assert seconds(8000) < 200 * max(seconds(500), 0.002)
