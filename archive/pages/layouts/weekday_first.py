"""Portals of towns whose first line is the weekday and the day, with nothing else about time."""

import re

from archive.pages.layouts.layout import Layout

LAYOUT = Layout(
    name="weekday-first",
    signs=(
        re.compile(r"(?:Thứ \w+|Chủ nhật),? Ngày \d{1,2}/\d{1,2}/\d{4}"),
        re.compile(r"Các tin khác\W*", re.IGNORECASE),
    ),
)
