"""Portals of the Hà Nội family on Liferay: `Ngày đăng … | Lượt xem: …` under the headline."""

import re

from archive.pages.layouts.layout import Layout

LAYOUT = Layout(
    name="liferay",
    signs=(
        re.compile(r"(?:Ngày đăng|Publish date)\s.*(?:Lượt xem|View Count)\s?:.*", re.IGNORECASE),
    ),
    containers=(".journal-content-article", ".asset-full-content", "#main-content"),
)
