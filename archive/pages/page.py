"""The values of the first stage: what comes in (`RawPage`) and what is made of it (`Page`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime, time

Media = Literal["text", "html"]
StampLabel = Literal["published", "updated", "clock", "bare"]


class PageError(ValueError):
    """A page that cannot become an article; the message says why, for the import report."""


class UnreadableError(PageError):
    """The bytes are broken: empty, binary, undecodable. Outcome `rejected`."""


class NotAnArticleError(PageError):
    """A sound page that holds no article: a list, a menu, another language. Outcome `skipped`."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as it came: bytes and what its container knows of it.

    `name` is where it was found, for reports only: place, source and date never come from it.
    `charset` is what the server or the container declared, which need not be true.
    """

    content: bytes
    media: Media
    name: str
    url: str | None = None
    captured_at: datetime | None = None
    title: str | None = None
    source: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in the furniture of a page.

    `label`: `published` and `updated` where words say so, `clock` for the page's own clock (the day
    of the crawl), `bare` where nothing says what it is. `after_title` tells on which side it stood.
    """

    on: date
    at: time | None
    label: StampLabel
    text: str
    after_title: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One article, freed from its furniture. All texts are clean: NFC, single spaces, no NBSP.

    `body` holds paragraphs joined by a blank line. `dateline` is the code before the first sentence
    (`NTL`), which stays in the body. `furniture` are the lines that were removed (site name,
    breadcrumbs, footer): evidence for the place, never for a fact.
    """

    layout: str
    title: str | None
    body: str
    captions: tuple[str, ...] = ()
    author: str | None = None
    stamps: tuple[Stamp, ...] = ()
    dateline: str | None = None
    url: str | None = None
    captured_at: datetime | None = None
    furniture: tuple[str, ...] = field(default=(), repr=False)
