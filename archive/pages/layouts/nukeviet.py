"""Portals on NukeViet: a rating line and `Những tin mới hơn` under the article."""

import re

from archive.pages.layouts.layout import Layout

LAYOUT = Layout(
    name="nukeviet",
    signs=(
        re.compile(r"Những tin (?:mới|cũ) hơn", re.IGNORECASE),
        re.compile(r"Tổng số điểm của bài viết.*|Click để đánh giá bài viết", re.IGNORECASE),
    ),
    furniture=(re.compile(r"Đang xem:?|Trang nhất|Liên hệ|\d[\d.]* \d+"),),
)
