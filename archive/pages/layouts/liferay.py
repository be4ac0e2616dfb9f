"""Portals of the Hà Nội family on Liferay: `Ngày đăng … | Lượt xem: …` under the headline."""

import re

from archive.pages.layouts.layout import Layout

LAYOUT = Layout(
    name="liferay",
    signs=(
        re.compile(r"(?:Ngày đăng|Publish date)\s.*(?:Lượt xem|View Count)\s?:.*", re.IGNORECASE),
    ),
    furniture=(
        re.compile(
            r"(?:Hiển thị nội dung web|Web Content Display|Asset Publisher|Nhà xuất bản nội dung)",
            re.IGNORECASE,
        ),
        re.compile(r"Phiên làm việc của bạn.{0,80}", re.IGNORECASE),
        re.compile(r"Trung bình \(\d+ .{0,30}\)|Bình chọn của bạn.*", re.IGNORECASE),
    ),
)
