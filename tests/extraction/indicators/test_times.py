"""Times are looked for only where one of their words stands: no pattern matches without one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.extraction.indicators.periods import EXPRESSIONS, possible


@pytest.mark.parametrize("row", range(len(EXPRESSIONS)), ids=[name for name, *_ in EXPRESSIONS])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_time_is_passed_over(row, data):
    pattern = EXPRESSIONS[row][2]
    text = data.draw(st.from_regex(pattern))
    assert row in possible(text) or not pattern.search(text)
