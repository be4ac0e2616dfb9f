"""Which place a post belongs to, by the words of its title and the article's own place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.models import Article, Place, PlaceUnit

# Words of a title that name its level, the first that is found; titles are normalised (full words, new tone placement).
LEVELS = {
    "central": r"\b(Trung ương|Quốc hội|Chính phủ|Bộ trưởng|Thứ trưởng|Tổng Bí thư)\b",
    "province": r"\b[Tt]ỉnh\b",
    "district": r"\b(Huyện|huyện|Thị ủy|thị xã|Thị xã|Quận|quận)\b",
    "city": r"\b(Thành ủy|thành phố|Thành phố)\b",
    "commune": r"\b(xã|phường|thị trấn|Đảng ủy|Chi bộ|chi bộ)\b",
}
TITLES = 4096  # that are remembered; the same come again and again


@lru_cache(TITLES)
def level_of(title: str) -> str:
    return next((level for level, words in LEVELS.items() if re.search(words, title)), "")


def post_place(title: str, article: Article) -> Place | None:
    """The article's place or its province; None for central and commune posts and where unclear."""
    return place_of_post(title, article.place, article.unit)


def place_of_post(title: str, place: Place | None, unit: PlaceUnit | None) -> Place | None:
    """`unit` is what the place was on the day."""
    level = level_of(title)
    if place is None or level in {"central", "commune"}:
        return None
    if level == "province":
        return place.parent or place
    if level == "district":
        return place if place.level == place.Level.DISTRICT else None
    if level == "city" and not (unit and unit.kind == "thành phố"):
        return place.parent or place
    return place
