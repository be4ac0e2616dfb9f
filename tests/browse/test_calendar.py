"""Articles by year and month."""

from archive.browse.calendar import calendar


def test_years_between_the_first_and_the_last_are_all_there():
    found = calendar([(2020, 3, 1), (2022, 7, 12), (None, None, 5)])
    assert [year for year, _ in found] == [2020, 2021, 2022]
    assert [cell.count for cell in found[1][1]] == [0] * 12
    july = found[2][1][6]
    assert (july.count, july.shade, july.first_day.isoformat(), july.last_day.isoformat()) == (
        12, 3, "2022-07-01", "2022-07-31",
    )  # fmt: skip


def test_nothing_dated_gives_no_calendar():
    assert calendar([(None, None, 3)]) == []
