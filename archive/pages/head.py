"""What the head of an HTML page says of the article: its headline and when it was published."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from archive.pages.page import Stamp
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

VIETNAM = timezone(timedelta(hours=7))
Said = dict[tuple[str, str | None], str]  # attribute and value → content
NAMES = ("property", "name", "itemprop")  # attributes that say what a `meta` is about
HEADLINES = (("property", "og:title"), ("name", "twitter:title"))
PUBLISHED = (
    ("property", "article:published_time"), ("itemprop", "datePublished"),
    ("name", "pubdate"), ("name", "DC.date.issued"),
)  # fmt: skip
DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
# How themes mark the time of publication: schema.org, the microformats of WordPress.
TIMES = "time[itemprop=datePublished], time.published, time.entry-date"


def headline(tree: LexborHTMLParser, said: Said) -> str | None:
    """The title of the page, which may name the site too."""
    named = next((said[name] for name in HEADLINES if said.get(name)), None)
    if named is None:
        node = tree.css_first("title")
        named = node.text() if node else ""
    return " ".join(clean(named).split()) or None


def published(tree: LexborHTMLParser, said: Said) -> tuple[Stamp, ...]:
    """Dates of publication meant for programs; ISO 8601 only, others are as the site pleases."""
    texts = (*(said.get(name) for name in PUBLISHED), linked_data(tree), marked_time(tree))
    return tuple(stamp for text in texts if text and (stamp := iso_stamp(text)))


def linked_data(tree: LexborHTMLParser) -> str | None:
    """What the first description of the article as JSON-LD (schema.org) says."""
    for node in tree.css('script[type="application/ld+json"]'):
        if match := DATE_PUBLISHED.search(node.text()):
            return match[1]
    return None


def marked_time(tree: LexborHTMLParser) -> str | None:
    """What the first `time` of publication under a heading says; those before it are of other articles."""
    below = False
    for node in tree.css(f"h1, h2, {TIMES}"):
        below = below or node.tag != "time"
        if below and node.tag == "time":
            return node.attributes.get("datetime")
    return None


def metas(tree: LexborHTMLParser) -> Said:
    """What the `meta` elements say; of several about one thing the first."""
    said: Said = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        for name in NAMES:
            if name in attributes:
                said.setdefault((name, attributes[name]), attributes.get("content") or "")
    return said


def iso_stamp(text: str) -> Stamp | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM)
    at = moment.time().replace(second=0, microsecond=0) if ":" in text else None
    return Stamp(moment.date(), at, "published", text, after_title=False)
