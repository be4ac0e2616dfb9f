"""Any text is read, in time that grows with its length, and spans stand on digits."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        "1.2.3",
        "12,",
        "(",
        ")",
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read_and_spans_stand_on_digits(body):
    for figure in figures(body):
        assert any(c.isdigit() for c in body[figure.span.start : figure.span.end])


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
