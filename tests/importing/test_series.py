"""Which series a figure belongs to: the catalogue's by its key, else the one of its name."""

import pytest

from archive.extraction.indicators.catalogue import CATALOGUE
from archive.models import Indicator
from tests.importing.records import figure

NAME = CATALOGUE["grdp"].name


@pytest.mark.parametrize(
    ("first", "second", "series"),
    [
        (figure(name=NAME, key="grdp"), figure(name=NAME, key="grdp"), 1),
        # The name stood alone before a unit told which series it is, or after.
        (figure(name=NAME, key=None), figure(name=NAME, key="grdp"), 1),
        (figure(name=NAME, key="grdp"), figure(name=NAME, key=None), 1),
        (figure(name="Trường công lập"), figure(name="Cây ăn quả"), 2),
    ],
)
def test_two_figures(save, first, second, series):
    save(url="https://example.org/1", indicators=(first,))
    save(url="https://example.org/2", author="khác", indicators=(second,))
    assert Indicator.objects.count() == series


def test_catalogue_names_the_series_that_it_takes_up(save):
    save(indicators=(figure(name=NAME.lower(), key=None),))
    save(url="https://example.org/2", author="khác", indicators=(figure(name=NAME, key="grdp"),))
    series = Indicator.objects.get()
    assert (series.key, series.name, bool(series.definition)) == ("grdp", NAME, True)
