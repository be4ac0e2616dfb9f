"""Reports of one meeting beside each other; figures that differ are shown as differing."""

from decimal import Decimal

import pytest

from archive.browse.side_by_side import side_by_side
from tests.browse import rows


@pytest.fixture
def two(db):
    """Two articles on one meeting."""
    place = rows.district()
    first = rows.article("Bài một", place)
    second = rows.article("Bài hai", place, source=rows.source("khac", "Cổng khác"))
    meeting = rows.meeting(first)
    rows.report(second, meeting)
    return first, second, meeting


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ({}, {}, False),
        ({}, {"value": Decimal(906)}, True),
        ({}, {"unit": "triệu đồng"}, True),
        ({}, {"plan_percent": Decimal(105)}, True),
        ({"growth_percent": Decimal(5)}, {"growth_percent": Decimal(6)}, True),
        # What one of them leaves out contradicts nothing.
        ({"growth_percent": Decimal(5)}, {}, False),
        ({"plan_percent": None}, {}, False),
        ({"value": None, "unit": ""}, {}, False),
        # A result is not measured against a target.
        ({}, {"kind": "target", "value": Decimal(950)}, False),
    ],
)
def test_figures_of_two_reports(two, first, second, differs):
    one, other, _ = two
    figures = [rows.figure(one, **first), rows.figure(other, **second)]
    [row] = side_by_side([one, other], figures)
    assert row.differs is differs
    assert row.is_shared


def test_figure_of_one_report_alone_does_not_differ(two):
    one, other, _ = two
    [row] = side_by_side([one, other], [rows.figure(one)])
    assert (row.differs, row.is_shared, row.cells[1]) == (False, False, [])


def test_another_period_is_another_row(two):
    one, other, _ = two
    figures = [rows.figure(one), rows.figure(other, period="2021-H1", value=Decimal(1))]
    assert not any(row.differs for row in side_by_side([one, other], figures))


def test_page_shows_both_and_says_so(two, read):
    one, other, meeting = two
    rows.figure(one)
    rows.figure(other, value=Decimal(906))
    text = read(meeting.get_absolute_url())
    assert "1 số liệu lệch nhau" in text
    assert "905,653 tỷ đồng 106% kế hoạch 906 tỷ đồng 106% kế hoạch Lệch nhau" in text


def test_page_shows_the_term_around_the_meeting(two, read):
    text = read(two[2].get_absolute_url())
    assert "Chưa có bài về lần thứ 8 Lần thứ 9" in text
    assert "kho chưa có bài về 8 lần" in text
