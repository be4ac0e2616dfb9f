"""Which place a post belongs to, by the words of its title and the article's own place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.models import Article, Place

# Words of a title that name its level; the titles are normalised (full words, new tone placement).
CENTRAL = re.compile(r"\b(Trung ương|Quốc hội|Chính phủ|Bộ trưởng|Thứ trưởng|Tổng Bí thư)\b")
COMMUNE = re.compile(r"\b(xã|phường|thị trấn|Đảng ủy|Chi bộ|chi bộ)\b")
PROVINCE = re.compile(r"\b[Tt]ỉnh\b")
DISTRICT = re.compile(r"\b(Huyện|huyện|Thị ủy|thị xã|Thị xã|Quận|quận)\b")
CITY = re.compile(r"\b(Thành ủy|thành phố|Thành phố)\b")


def post_place(title: str, article: Article) -> Place | None:
    """The article's place or its province; None for central and commune posts and where unclear."""
    place, unit = article.place, article.unit
    if place is None or CENTRAL.search(title):
        return None
    province = place.parent or place
    if PROVINCE.search(title):
        return province
    if DISTRICT.search(title):
        return place if place.level == place.Level.DISTRICT else None
    if CITY.search(title):
        return place if unit and unit.kind == "thành phố" else province
    return None if COMMUNE.search(title) else place
