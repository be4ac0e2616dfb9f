"""Page → Record: what the page says, each fact with the words it was read from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from archive.extraction.dates import choose_dates
from archive.extraction.events import event_date
from archive.extraction.indicators import read_indicators
from archive.extraction.meetings import read_meeting
from archive.extraction.people.officials import read_officials
from archive.extraction.places import resolve_place
from archive.extraction.record import PlaceFact, Record
from archive.extraction.text import Context, passages

if TYPE_CHECKING:
    from archive.extraction.knowledge import Knowledge
    from archive.pages.page import Page

__all__ = ["extract"]


def extract(page: Page, knowledge: Knowledge) -> Record:
    """Read a page. What it does not say stays empty.

    The day comes first, because places and abbreviations depend on it; then the place, the meeting,
    the people and the figures.
    """
    texts = passages(page)
    event = event_date(page, texts[1])
    published_at, captured_on = choose_dates(page, event.on if event else None)
    published = date.fromisoformat(published_at[:10]) if published_at else None
    day = event.on if event else published
    place = resolve_place(page, texts, knowledge.gazetteer, knowledge.registry, day)
    context = context_of(place, day, knowledge)
    meeting = read_meeting(texts[0], texts[1], event, context)
    return Record(
        layout=page.layout,
        url=page.url,
        title=page.title,
        published_at=published_at,
        captured_on=captured_on,
        author=page.author,
        place=place,
        captions=page.captions,
        body=page.body,
        meeting=meeting,
        officials=read_officials(texts, context, knowledge.place_names),
        indicators=read_indicators(texts, context, meeting, published),
    )


def context_of(place: PlaceFact | None, day: date | None, knowledge: Knowledge) -> Context:
    """What abbreviations depend on: the kinds of the place and of its province on the day."""
    if place is None:
        return Context(day, None, None, None)
    province = knowledge.gazetteer.at(place.slug.split("/")[0], day)
    return Context(
        day, place.kind, province.kind if province else None, place.district or place.province
    )
