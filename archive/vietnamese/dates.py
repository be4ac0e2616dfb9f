"""Days as Vietnamese writes them: `13/7/2022`."""

from __future__ import annotations

import re
from datetime import date

DAY = re.compile(r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})")
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


def vi_day(day: date | None) -> str:
    """13/7/2022, empty where there is none."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def parse_day(text: str) -> date:
    """`13/7/2022`, `13-7-2022`, `ngày 13.7.2022` or ISO. Raises ValueError where it is no day."""
    words = text.strip().casefold().removeprefix("ngày").strip()
    match = ISO.fullmatch(words) or DAY.fullmatch(words)
    if match is None:
        raise ValueError(f"not a Vietnamese date: {text!r}")
    return date(int(match["year"]), int(match["month"]), int(match["day"]))
