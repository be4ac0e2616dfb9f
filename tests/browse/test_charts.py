"""Which figures can stand side by side."""

from decimal import Decimal

import pytest

from archive.browse.charts import comparison
from archive.models import Observation, Place


def figure(place, value, period="2022-H1", unit="tỷ đồng", kind="result", high=None):
    high = Decimal(high) if high else None
    place = Place(pk=place, name=f"Nơi {place}")
    return Observation(
        place=place, value=Decimal(value), period=period, unit=unit, kind=kind, value_high=high
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        # greatest first, as shares of it
        ([figure(1, 50), figure(2, 200)], [("200", "100.0"), ("50", "25.0")]),
        # the newest period that two places share
        (
            [figure(1, 9, "2023"), figure(1, 5, "2022"), figure(2, 4, "2022")],
            [("5", "100.0"), ("4", "80.0")],
        ),
        # another unit, a target or a range cannot be held against it
        ([figure(1, 5), figure(2, 4, unit="%")], None),
        ([figure(1, 5), figure(2, 4, kind="target")], None),
        ([figure(1, 5), figure(2, 4, high=6)], None),
        # one place alone is no comparison, however often it is reported
        ([figure(1, 5), figure(1, 6)], None),
        # reports that differ both stand; the same figure stands once
        (
            [figure(1, 5), figure(1, 6), figure(1, 6), figure(2, 3)],
            [("6", "100.0"), ("5", "83.3"), ("3", "50.0")],
        ),
        ([], None),
    ],
)
def test_comparison(figures, expected):
    found = comparison(figures)
    bars = found and [(str(bar.figure.value), bar.share) for bar in found.bars]
    assert bars == expected
