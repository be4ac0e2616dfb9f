"""Party portals whose first line is the day of the visit and whose article has size buttons."""

import re

from archive.pages.layouts.layout import Layout

LAYOUT = Layout(
    name="clock-first",
    signs=(
        re.compile(
            r"(?:Thứ \w+|Chủ nhật), ngày \d{1,2}/\d{1,2}/\d{4}",
            re.IGNORECASE,
        ),
        re.compile(r"Xem với cỡ chữ.*", re.IGNORECASE),
    ),
)
