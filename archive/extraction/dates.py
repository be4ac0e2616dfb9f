"""Which of the dates on a page is the day of publication, and which the day of capture."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from archive.pages.page import Page, Stamp

VIETNAM = timezone(timedelta(hours=7))
SOON = timedelta(days=7)  # a bare date this close after the event is its publication
STRAY = timedelta(days=60)  # a date this much later than the others is no publication
STRENGTH = {"published": 3, "updated": 2, "bare": 1, "clock": 0}
FIRST = 2.5


def choose_dates(page: Page, event: date | None) -> tuple[str | None, str | None]:
    """`(published_at, captured_on)`, ISO 8601; an article is not published before its event."""
    published = choose_published(page.stamps, event)
    clock = next((s for s in page.stamps if s is not published and is_clock(s, published)), None)
    captured = clock.on if clock else None
    if captured is None and page.captured_at is not None:
        captured = page.captured_at.astimezone(VIETNAM).date()
    return (iso(published) if published else None), (captured.isoformat() if captured else None)


def choose_published(stamps: Sequence[Stamp], event: date | None) -> Stamp | None:
    likely = [s for s in stamps if s.label in {"published", "updated"} or s.at or s.after_title]
    likely = [s for s in likely if s.label != "clock"]
    if likely:
        first = min(s.on for s in likely)
        likely = [s for s in likely if s.on - first <= STRAY]
        fitting = [s for s in likely if event is None or s.on >= event] or likely
        return max(fitting, key=strength)
    bare = [s for s in stamps if s.label == "bare"]
    near = [s for s in bare if event and timedelta() <= s.on - event <= SOON]
    return near[0] if near else None


def strength(stamp: Stamp) -> tuple[float, bool, bool]:
    """What speaks for a date. A day with its time under the headline is when the text first appeared."""
    timed = stamp.at is not None
    first = stamp.label == "bare" and stamp.after_title and timed
    return (FIRST if first else STRENGTH[stamp.label]), stamp.after_title, timed


def is_clock(stamp: Stamp, published: Stamp | None) -> bool:
    """A date on top of the page that is not the article's own and not before it."""
    if stamp.after_title or (published is not None and stamp.on < published.on):
        return False
    later = published is not None and stamp.on > published.on
    return stamp.label == "clock" or stamp.at is None or (stamp.label == "bare" and later)


def iso(stamp: Stamp) -> str:
    if stamp.at is None:
        return stamp.on.isoformat()
    moment = datetime.combine(stamp.on, stamp.at, VIETNAM)
    return moment.isoformat(timespec="minutes")
