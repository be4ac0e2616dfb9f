"""Charts as values: axes with round steps, bars, lines through the years, small ones."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.browse.charts.bars import before, growth_chart, plan_chart, planned, value_chart
from archive.browse.charts.scale import axis, round_step
from archive.browse.charts.series import series_chart
from archive.browse.charts.small import small_charts
from archive.models import Observation, Place

number = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3)


def figure(value=None, place=1, period="2022-H1", growth=None, plan=None, high=None, indicator=1):
    def exact(part):
        return None if part is None else Decimal(str(part))

    return Observation(
        pk=place, place=Place(pk=place, name=f"Nơi {place}"), value=exact(value), period=period,
        growth_percent=exact(growth), plan_percent=exact(plan), value_high=exact(high),
        unit="tỷ đồng", indicator_id=indicator,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([31167, 27278], [0, 10000, 20000, 30000, 40000]),
        ([1.88], [0, 0.5, 1, 1.5, 2]),
        ([15.9, -3.2], [-5, 0, 5, 10, 15, 20]),
        ([-4], [-4, -3, -2, -1, 0]),
        ([0], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ],
)
def test_axis(values, ticks):
    drawn = axis([Decimal(str(value)) for value in values])
    assert [float(tick.value) for tick in drawn.ticks] == ticks


@given(st.lists(number, min_size=1))
def test_axis_holds_zero_and_every_value_in_few_steps(values):
    drawn = axis(values)
    assert drawn.low <= min([*values, 0]) <= max([*values, 0]) <= drawn.high
    assert 1 < len(drawn.ticks) <= 8
    assert all(0 <= float(drawn.at(value)) <= 80 for value in values)


@given(st.decimals("1e-6", "1e12", allow_nan=False, allow_infinity=False))
def test_step_is_round_and_no_less(least):
    step = round_step(least)
    assert least <= step <= least * 10
    assert step.normalize().as_tuple().digits in {(1,), (2,), (2, 5), (5,)}


def test_bars_share_one_axis_and_others_stand_below_a_line():
    drawn = value_chart("a", [figure(200), figure(50, 2)], [figure(100, 3, "2020-H1")])
    assert [bar.length for bar in drawn.bars] == ["80.00", "20.00", "40.00"]
    assert drawn.bars[1].y < drawn.line < drawn.bars[2].y < drawn.height


def test_figure_of_the_year_before_is_derived_from_the_growth():
    [bar] = value_chart("a", [figure(31167, growth=15.9)]).bars
    assert round(bar.before) == 26891


@pytest.mark.parametrize(
    ("row", "expected"),
    [(figure(110, growth=10), 100), (figure(100), None), (figure(100, growth=-100), None)],
)
def test_before(row, expected):
    assert before(row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [(figure(50, plan=50), 100), (figure(50), None), (figure(50, plan=0), None)],
)
def test_planned(row, expected):
    assert planned(row) == expected


def test_shrinking_goes_to_the_left_of_zero():
    grown, shrunk = growth_chart("a", [figure(1, growth=10), figure(1, 2, growth=-10)]).bars
    assert float(shrunk.start) < float(grown.start) == float(shrunk.end)


def test_chart_without_a_row_is_none():
    assert value_chart("a", []) is None
    assert plan_chart("a", [figure(1)]) is None


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        # years of one kind of period; the kind with most years
        ([figure(1, period="2020"), figure(2, period="2021"), figure(9, period="2021-H1")], ("", [2020, 2021])),
        ([figure(1, period="2020-9M"), figure(2, period="2022-9M")], ("9M", [2020, 2022])),
        # one year, or one year of each kind, is no series
        ([figure(1, period="2020"), figure(1, 2, period="2020")], None),
        ([figure(1, period="2020"), figure(2, period="2021-H1")], None),
        ([figure(1, period="2020/2025"), figure(2, period="")], None),
    ],
)  # fmt: skip
def test_series(figures, expected):
    drawn = series_chart("a", figures)
    assert (drawn and (drawn.part, [point.year for point in drawn.lines[0].points])) == expected


def test_years_without_a_report_are_a_gap():
    years = ("2018", "2019", "2021")
    drawn = series_chart("a", [figure(n, period=year) for n, year in enumerate(years, 1)])
    assert [(one.year, two.year) for one, two in drawn.lines[0].steps] == [(2018, 2019)]
    assert [year for year, _ in drawn.years] == [2018, 2019, 2020, 2021]


def test_each_place_has_a_line_of_its_own():
    rows = [figure(1, place, period) for place in (1, 2) for period in ("2020", "2021")]
    assert [line.shape for line in series_chart("a", rows).lines] == ["a", "b"]


def test_small_charts_stand_once_a_series():
    charts = small_charts(
        [figure(50, plan=50, growth=25), figure(60, period="2021"), figure(1, indicator=2, high=3)]
    )
    [one] = charts
    assert (one.plan, one.before) == (100, 40)
    assert (one.length, one.plan_at, one.before_length) == ("49.00", "98.00", "39.20")
