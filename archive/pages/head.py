"""What the head of an HTML page says of the article: its headline and when it was published."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from archive.pages.page import Stamp
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

VIETNAM = timezone(timedelta(hours=7))
HEADLINES = ('meta[property="og:title"]', 'meta[name="twitter:title"]')
PUBLISHED = (
    'meta[property="article:published_time"]', 'meta[itemprop="datePublished"]',
    'meta[name="pubdate"]', 'meta[name="DC.date.issued"]',
)  # fmt: skip


def headline(tree: LexborHTMLParser) -> str | None:
    """The title of the page, which may name the site too."""
    tags = (attribute(tree, selector) for selector in HEADLINES)
    named = next((text for text in tags if text), None)
    if named is None:
        node = tree.css_first("title")
        named = node.text() if node else ""
    return " ".join(clean(named).split()) or None


def published(tree: LexborHTMLParser) -> tuple[Stamp, ...]:
    """Dates of publication in the head; ISO 8601 only, others are as the site pleases."""
    texts = (attribute(tree, selector) for selector in PUBLISHED)
    return tuple(stamp for text in texts if text and (stamp := iso_stamp(text)))


def iso_stamp(text: str) -> Stamp | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM)
    at = moment.time().replace(second=0, microsecond=0) if ":" in text else None
    return Stamp(moment.date(), at, "published", text, after_title=False)


def attribute(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return node.attributes.get("content") if node else None
